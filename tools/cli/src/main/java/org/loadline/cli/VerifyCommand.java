package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.Ink;
import org.loadline.evidence.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a document that was written as evidence. */
@Command(
    name = "verify",
    description = {
      "Check a certificate, a receipt, a proof or a statement of solvency.",
      "Who signed it, whether it is of these policies, this envelope and this snapshot, and"
          + " whether",
      "what it says comes out again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline verify certificate.json --key council/public.pem",
      "  loadline verify certificate.json --key council/public.pem new.risk --old old.risk \\",
      "      --against q4.risk",
      "  loadline verify receipt.json policy.risk --snapshot book",
      "  loadline verify proof.json --receipt receipt.json",
      "",
      "Ends with 0 if nothing that was checked is broken, 1 if something is or a certificate",
      "is not signed. What was not given is said not to be checked.",
    })
final class VerifyCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(index = "0", paramLabel = "CERT", description = "The document.")
  private Path document = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The policy that it is of.")
  private Optional<String> now = Optional.empty();

  @Option(names = "--old", paramLabel = "OLD", description = "The policy that was in force.")
  private Optional<String> old = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "ENVELOPE",
      description = "The envelope that it is against.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--snapshot",
      paramLabel = "PATH",
      description = "The book that a receipt is of; by default the one beside the policy.")
  private Optional<Path> snapshot = Optional.empty();

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Another value for a param, as it was run with; may be repeated.")
  private List<String> params = List.of();

  @Option(
      names = "--engine",
      paramLabel = "truffle|reference",
      defaultValue = "truffle",
      description = "What runs a policy again; both give the same (default: ${DEFAULT-VALUE}).")
  private Engine engine = Engine.TRUFFLE;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "The receipt or the statement that a proof of one row is of.")
  private Optional<Path> receipt = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "HASH",
      description = "The hash that a proof of one row must lead to: that of a part of a receipt.")
  private Optional<String> root = Optional.empty();

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "The secret of a statement of solvency, to work its root out again.")
  private Optional<Path> secret = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "PUBLIC",
      description = "The public key (PEM) that it must be signed by.")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--json", description = "Print the checks as JSON.")
  private boolean json;

  VerifyCommand(LoadlineCommand top) {
    this.top = top;
  }

  /** What a document can be held against. */
  record Given(
      Optional<String> now,
      Optional<String> old,
      Optional<Path> against,
      Optional<Path> snapshot,
      List<String> params,
      Engine engine,
      Optional<Path> receipt,
      Optional<String> root,
      Optional<PublicKey> key,
      Optional<Path> secret) {}

  /** The kinds of documents that are known. */
  private List<Verifying> kinds() {
    return List.of(
        new VerifyingCertificate(top),
        new VerifyingReceipt(top),
        new VerifyingProof(),
        new VerifyingSolvency(top),
        new VerifyingLiability());
  }

  @Override
  public Integer call() throws IOException {
    ObjectNode read = EvidenceFile.read(document);
    String kind = read.path("kind").asText();
    Verifying verifying =
        kinds().stream()
            .filter(k -> k.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> unknown(kind));
    List<Check> checks = new ArrayList<>();
    Given given =
        new Given(
            now,
            old,
            against,
            snapshot,
            params,
            engine,
            receipt,
            root,
            key.map(KeyFiles::publicKey),
            secret);
    checks.addAll(verifying.signature(read, given));
    checks.addAll(verifying.checks(read, given));
    if (json) {
      print(kind, checks);
    } else {
      checks.forEach(check -> top.console().out().println(line(check, top.outInk())));
    }
    boolean broken = checks.stream().anyMatch(c -> c.finding() == Check.Finding.BROKEN);
    return (broken ? ExitCode.FAULTS : ExitCode.RESULTS).code();
  }

  private Refusal unknown(String kind) {
    return Refusal.misuse(
        VerifyProblem.NO_SUCH_KIND,
        "path",
        document.toString(),
        "kind",
        kind,
        "known",
        Words.listed(kinds().stream().map(Verifying::kind).toList()));
  }

  private static String line(Check check, Ink ink) {
    String word = "%-12s".formatted(check.finding().word());
    String shown =
        switch (check.finding()) {
          case HOLDS -> ink.good(word);
          case BROKEN -> ink.error(word);
          case UNCHECKED -> ink.warning(word);
        };
    return shown + " " + check.what() + ": " + check.says();
  }

  private void print(String kind, List<Check> checks) throws IOException {
    try (var out = JsonOutput.to(top.console())) {
      out.writeStartObject();
      out.writeStringField("kind", kind);
      out.writeArrayFieldStart("checks");
      for (Check check : checks) {
        out.writeStartObject();
        out.writeStringField("what", check.what());
        out.writeStringField("finding", check.finding().word());
        out.writeStringField("says", check.says());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
  }
}
