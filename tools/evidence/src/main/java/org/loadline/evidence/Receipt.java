package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.evidence.Certificate.Policy;
import org.loadline.model.Param;
import org.loadline.values.Value;

/**
 * What was run, on what, and what came out: hashes that others get too when they run the same.
 *
 * @param engine the version of Loadline; which evaluator ran, and on how many threads, is not said,
 *     since all give the same
 * @param params those that were given another value than the policy's text does, exactly
 */
public record Receipt(
    String engine,
    Policy policy,
    SortedMap<String, JsonNode> params,
    Parts snapshot,
    Parts results) {
  /** The kind of document that it is. */
  public static final String KIND = "receipt";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Of a run.
   *
   * @param program the policy with all that it reports; results may be of some of it
   */
  public static Receipt of(String engine, Program program, Results results) {
    return new Receipt(
        engine,
        Policy.of(program),
        params(results),
        BookRows.of(results.snapshot()),
        ResultRows.of(results));
  }

  private static SortedMap<String, JsonNode> params(Results results) {
    Program program = results.program();
    ParamValues values = results.params();
    SortedMap<String, JsonNode> params = new TreeMap<>();
    for (Param param : program.params()) {
      Value value = values.value(param.ref());
      if (!value.equals(param.value())) {
        params.put(
            param.ref().name(), ExactCell.of(value, param.type(), program, results.snapshot()));
      }
    }
    return params;
  }

  public ObjectNode document() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("kind", KIND).put("version", 1).put("loadline", engine);
    document.putObject("policy").put("name", policy.name()).put("hash", policy.hash());
    ObjectNode changed = document.putObject("params");
    params.forEach(changed::set);
    document.set("snapshot", snapshot.node());
    document.set("results", results.node());
    return document;
  }

  /** What a document says, without its signature; empty if it is no receipt. */
  public static Optional<Receipt> of(ObjectNode document) {
    return Documents.read(document, Receipt::read, Receipt::document);
  }

  private static Receipt read(ObjectNode node) {
    SortedMap<String, JsonNode> params = new TreeMap<>();
    node.path("params").properties().forEach(e -> params.put(e.getKey(), e.getValue()));
    JsonNode policy = node.path("policy");
    return new Receipt(
        Documents.text(node, "loadline"),
        new Policy(Documents.text(policy, "name"), Documents.hash(policy, "hash")),
        params,
        Parts.read(node.path("snapshot")),
        Parts.read(node.path("results")));
  }

  /** The outputs that it is of, each by its full name: {@code account.health}. */
  public List<String> outputs() {
    List<String> names = new ArrayList<>();
    for (Part part : results.all()) {
      String owner = part.entity().equals(Part.SYSTEM) ? "" : part.entity() + ".";
      part.columns().forEach(column -> names.add(owner + column));
    }
    return names;
  }

  /** Whether another run gave the same, part by part. */
  public List<Check> against(Receipt found) {
    List<Check> checks = new ArrayList<>();
    checks.add(same("version", engine, found.engine));
    checks.add(same("policy", policy.toString(), found.policy.toString()));
    checks.add(same("params", shown(params), shown(found.params)));
    checks.addAll(snapshot.against(found.snapshot, "snapshot"));
    checks.addAll(results.against(found.results, "results"));
    return checks;
  }

  static String shown(SortedMap<String, JsonNode> params) {
    if (params.isEmpty()) {
      return "all as written";
    }
    List<String> all = new ArrayList<>();
    params.forEach((name, value) -> all.add(name + "=" + CanonicalJson.text(value)));
    return String.join(", ", all);
  }

  private static Check same(String what, String said, String found) {
    return said.equals(found)
        ? new Check(what, Check.Finding.HOLDS, said)
        : new Check(what, Check.Finding.BROKEN, said + " by the receipt, and here " + found);
  }
}
