package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.loadline.core.Program;
import org.loadline.data.Results;
import org.loadline.evidence.Certificate.Policy;
import org.loadline.evidence.SumTree.Node;
import org.loadline.values.Exact;

/**
 * What is owed to all rows of an entity, how many meet a requirement, and whether the reserves
 * cover it; each row can be shown to be in it.
 *
 * @param run the run that it is of
 * @param of the output that says what is owed, in {@code unit}
 */
public record Solvency(
    Run run,
    String of,
    String unit,
    Optional<String> met,
    Node liabilities,
    Optional<Reserves> reserves) {
  /** The kind of document that it is. */
  public static final String KIND = "solvency";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Which policy, with which params, on which book: as in a receipt. */
  public record Run(
      String engine, Policy policy, TreeMap<String, JsonNode> params, String snapshot) {
    static Run of(Receipt receipt) {
      return new Run(
          receipt.engine(),
          receipt.policy(),
          new TreeMap<>(receipt.params()),
          receipt.snapshot().root());
    }
  }

  /** The output that says what is there, and its value. */
  public record Reserves(String output, Exact amount) {}

  public static Solvency of(
      String engine,
      Program policy,
      Results results,
      String of,
      String unit,
      Optional<String> met,
      Liabilities liabilities,
      Optional<Reserves> reserves) {
    return new Solvency(
        Run.of(Receipt.of(engine, policy, results)), of, unit, met, liabilities.root(), reserves);
  }

  /** Whether the reserves are known to cover what is owed; without reserves there is no saying. */
  public Optional<Boolean> covered() {
    return reserves.map(there -> liabilities.total().compareTo(there.amount()) <= 0);
  }

  public ObjectNode document() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("kind", KIND).put("version", 1).put("loadline", run.engine());
    document.putObject("policy").put("name", run.policy().name()).put("hash", run.policy().hash());
    ObjectNode params = document.putObject("params");
    run.params().forEach(params::set);
    document.put("snapshot", run.snapshot()).put("of", of).put("unit", unit);
    met.ifPresent(rule -> document.put("met", rule));
    document.set("liabilities", liabilities.node());
    reserves.ifPresent(
        there ->
            document
                .putObject("reserves")
                .put("output", there.output())
                .put("amount", ExactCell.number(there.amount()))
                .put("covers", covered().orElseThrow()));
    return document;
  }

  /** What a document says, without its signature; empty if it is no statement. */
  public static Optional<Solvency> of(ObjectNode document) {
    return Documents.read(document, Solvency::read, Solvency::document);
  }

  private static Solvency read(ObjectNode node) {
    TreeMap<String, JsonNode> params = new TreeMap<>();
    node.path("params").properties().forEach(e -> params.put(e.getKey(), e.getValue()));
    JsonNode policy = node.path("policy");
    JsonNode reserves = node.path("reserves");
    Node liabilities = Node.read(node.path("liabilities"));
    if (!liabilities.isOf(liabilities.rows())) {
      throw new IllegalArgumentException("sums that cannot be");
    }
    return new Solvency(
        new Run(
            Documents.text(node, "loadline"),
            new Policy(Documents.text(policy, "name"), Documents.hash(policy, "hash")),
            params,
            Documents.hash(node, "snapshot")),
        Documents.text(node, "of"),
        Documents.text(node, "unit"),
        node.has("met") ? Optional.of(Documents.text(node, "met")) : Optional.empty(),
        liabilities,
        reserves.isObject()
            ? Optional.of(
                new Reserves(
                    Documents.text(reserves, "output"), Documents.number(reserves, "amount")))
            : Optional.empty());
  }

  /** The statement in a few lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(of + ": " + shown(liabilities.total()) + " over " + liabilities.rows() + " rows");
    met.ifPresent(
        rule -> lines.add(rule + ": " + liabilities.meets() + " of " + liabilities.rows()));
    reserves.ifPresent(
        there ->
            lines.add(
                there.output()
                    + ": "
                    + shown(there.amount())
                    + (covered().orElseThrow()
                        ? ", which covers it"
                        : ", which does not cover it")));
    lines.add("root: " + liabilities.hash());
    return lines;
  }

  private String shown(Optional<Reserves> there) {
    return there.map(r -> r.output() + " " + shown(r.amount())).orElse("none");
  }

  private String shown(Exact amount) {
    return ExactCell.number(amount) + (unit.equals("1") ? "" : " " + unit);
  }

  /** Whether another run comes to the same. */
  public List<Check> against(Solvency found) {
    List<Check> checks = new ArrayList<>();
    checks.add(same("version", run.engine(), found.run.engine()));
    checks.add(same("policy", run.policy().toString(), found.run.policy().toString()));
    checks.add(same("params", Receipt.shown(run.params()), Receipt.shown(found.run.params())));
    checks.add(same("snapshot", run.snapshot(), found.run.snapshot()));
    checks.add(
        same(
            "liabilities",
            CanonicalJson.text(liabilities.node()),
            CanonicalJson.text(found.liabilities.node())));
    checks.add(same("reserves", shown(reserves), shown(found.reserves)));
    checks.add(same("unit", unit, found.unit));
    return checks;
  }

  private static Check same(String what, String said, String found) {
    return said.equals(found)
        ? new Check(what, Check.Finding.HOLDS, said)
        : new Check(what, Check.Finding.BROKEN, said + " by the statement, and here " + found);
  }
}
