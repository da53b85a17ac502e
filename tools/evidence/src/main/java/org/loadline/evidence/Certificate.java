package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.mandate.Clause;
import org.loadline.mandate.Compliance;
import org.loadline.mandate.History;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.meaning.Meanings;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;

/**
 * That a policy is inside an envelope, or is not: which policy, which envelope, and what each
 * clause came to.
 *
 * <p>Policies are known by what they mean, an envelope by its words: comments and layout are in
 * neither hash. The history that clocks were read from stands in the certificate, so that others
 * can check it without asking for it.
 */
public record Certificate(
    Policy policy,
    Optional<Policy> before,
    String envelope,
    String envelopeHash,
    History history,
    List<Clause> clauses,
    Compliance.Verdict verdict) {
  /** The kind of document that it is. */
  public static final String KIND = "certificate";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Certificate {
    clauses = List.copyOf(clauses);
  }

  /** A policy by its name and the hash of what it means. */
  public record Policy(String name, String hash) {
    @Override
    public String toString() {
      return name + " " + hash;
    }

    public static Policy of(Program program) {
      return new Policy(program.name(), Digest.ofHex(Meanings.of(program).hash().hex()));
    }
  }

  /** Of what was found. */
  public static Certificate of(
      Program after,
      Optional<Program> before,
      String envelopeHash,
      History history,
      Compliance found) {
    return new Certificate(
        Policy.of(after),
        before.map(Policy::of),
        found.envelope().title(),
        envelopeHash,
        history,
        found.clauses(),
        found.verdict());
  }

  // ---- As a document

  public ObjectNode document() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("kind", KIND);
    document.put("version", 1);
    document.set("policy", policy(policy));
    before.ifPresent(b -> document.set("before", policy(b)));
    document.putObject("envelope").put("title", envelope).put("hash", envelopeHash);
    history.at().ifPresent(at -> document.put("at", InstantText.format(at)));
    ObjectNode earlier = document.putObject("history");
    earlier.put("complete", history.complete());
    ArrayNode changes = earlier.putArray("changes");
    history
        .changes()
        .forEach((name, all) -> all.forEach(change -> changes.add(change(name, change))));
    ArrayNode list = document.putArray("clauses");
    for (Clause clause : clauses) {
      list.addObject()
          .put("kind", clause.kind().words())
          .put("clause", clause.text())
          .put("finding", clause.finding().word())
          .put("says", clause.says());
    }
    document.put("verdict", verdict.word());
    return document;
  }

  private static ObjectNode policy(Policy policy) {
    return MAPPER.createObjectNode().put("name", policy.name()).put("hash", policy.hash());
  }

  private static ObjectNode change(String name, EarlierChange change) {
    ObjectNode node =
        MAPPER.createObjectNode().put("name", name).put("at", InstantText.format(change.at()));
    change.from().ifPresent(from -> node.put("from", NumberText.format(from)));
    return node;
  }

  /**
   * What a document says, without its signature; empty if it is no certificate that could have been
   * written here: it then says something else when it is written again.
   */
  public static Optional<Certificate> of(ObjectNode document) {
    return Documents.read(document, Certificate::read, Certificate::document);
  }

  private static Certificate read(ObjectNode node) {
    Map<String, List<EarlierChange>> changes = new LinkedHashMap<>();
    for (JsonNode change : node.path("history").path("changes")) {
      changes
          .computeIfAbsent(Documents.text(change, "name"), n -> new ArrayList<>())
          .add(
              new EarlierChange(
                  moment(Documents.text(change, "at")),
                  change.has("from")
                      ? Optional.of(number(Documents.text(change, "from")))
                      : Optional.empty()));
    }
    List<Clause> clauses = new ArrayList<>();
    for (JsonNode clause : node.path("clauses")) {
      clauses.add(
          new Clause(
              one(Clause.Kind.values(), Documents.text(clause, "kind"), Clause.Kind::words),
              Documents.text(clause, "clause"),
              one(Clause.Finding.values(), Documents.text(clause, "finding"), Clause.Finding::word),
              Documents.text(clause, "says")));
    }
    return new Certificate(
        policy(node.path("policy")),
        node.has("before") ? Optional.of(policy(node.path("before"))) : Optional.empty(),
        Documents.text(node.path("envelope"), "title"),
        Documents.text(node.path("envelope"), "hash"),
        new History(
            node.has("at") ? Optional.of(moment(Documents.text(node, "at"))) : Optional.empty(),
            node.path("history").path("complete").asBoolean(),
            changes),
        clauses,
        one(
            Compliance.Verdict.values(),
            Documents.text(node, "verdict"),
            Compliance.Verdict::word));
  }

  private static Policy policy(JsonNode node) {
    return new Policy(Documents.text(node, "name"), Documents.text(node, "hash"));
  }

  private static Exact moment(String text) {
    return known(InstantText.parse(text));
  }

  private static Exact number(String text) {
    return known(NumberText.parse(text));
  }

  private static Exact known(Reading reading) {
    if (reading instanceof Reading.Of(Exact value)) {
      return value;
    }
    throw new IllegalArgumentException("no value");
  }

  private static <T> T one(T[] all, String word, java.util.function.Function<T, String> words) {
    return Arrays.stream(all)
        .filter(t -> words.apply(t).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }

  // ---- Checked again

  /** Whether it is of these policies and this envelope. */
  public List<Check> hashes(
      Optional<Program> after, Optional<Program> old, Optional<String> hashOfEnvelope) {
    return List.of(
        hash("policy", after.map(Policy::of), Optional.of(policy), "NEW"),
        hash("old policy", old.map(Policy::of), before, "--old"),
        hash(
            "envelope",
            hashOfEnvelope.map(hash -> new Policy(envelope, hash)),
            Optional.of(new Policy(envelope, envelopeHash)),
            "--against"));
  }

  private static Check hash(
      String what, Optional<Policy> found, Optional<Policy> certified, String option) {
    if (found.isEmpty()) {
      return certified.isEmpty()
          ? new Check(what, Check.Finding.HOLDS, "it is of none")
          : new Check(what, Check.Finding.UNCHECKED, "name it with `" + option + "`");
    }
    return found.equals(certified)
        ? new Check(what, Check.Finding.HOLDS, found.get().toString())
        : new Check(
            what,
            Check.Finding.BROKEN,
            certified.map(c -> "it is of " + c).orElse("it is of none")
                + ", and this is "
                + found.get());
  }

  /** Whether its clauses and its verdict are what comes out when they are worked out again. */
  public List<Check> again(Compliance found) {
    List<Check> checks = new ArrayList<>();
    if (!found.envelope().title().equals(envelope)) {
      checks.add(
          new Check(
              "title",
              Check.Finding.BROKEN,
              "\"" + envelope + "\" by the certificate, and \"" + found.envelope().title() + "\""));
    }
    for (int i = 0; i < Math.max(clauses.size(), found.clauses().size()); i++) {
      Optional<Clause> said = i < clauses.size() ? Optional.of(clauses.get(i)) : Optional.empty();
      Optional<Clause> is =
          i < found.clauses().size() ? Optional.of(found.clauses().get(i)) : Optional.empty();
      if (!said.equals(is)) {
        checks.add(
            new Check(
                "clause " + (i + 1),
                Check.Finding.BROKEN,
                said.map(Certificate::shown).orElse("it is not there")
                    + " by the certificate, "
                    + is.map(Certificate::shown).orElse("nothing")
                    + " when it is worked out again"));
      }
    }
    if (checks.isEmpty()) {
      checks.add(
          new Check("clauses", Check.Finding.HOLDS, "all " + clauses.size() + " come out again"));
    }
    checks.add(
        verdict == found.verdict()
            ? new Check("verdict", Check.Finding.HOLDS, verdict.word())
            : new Check(
                "verdict",
                Check.Finding.BROKEN,
                verdict.word() + " by the certificate, " + found.verdict().word() + " worked out"));
    return checks;
  }

  private static String shown(Clause clause) {
    return clause.finding().word() + " (" + clause.text() + ": " + clause.says() + ")";
  }
}
