package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.report.ComplianceText;
import org.loadline.evidence.CanonicalJson;
import org.loadline.evidence.Certificate;
import org.loadline.evidence.Signed;
import org.loadline.mandate.Compliance;
import org.loadline.mandate.History;
import org.loadline.mandate.Mandated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether a policy is inside an envelope, and certifies it. */
@Command(
    name = "certify",
    description = {
      "Say whether a new policy is inside an envelope, clause by clause.",
      "A certificate of it, signed or not, can be checked by others."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline certify new.risk --against q4.risk --old old.risk --at 2026-11-20",
      "  loadline certify new.risk --against q4.risk --old main:old.risk --history changes.json \\",
      "      --at 2026-11-20 --key council/private.pem --out certificate.json",
      "",
      "Ends with 0 if it is inside every clause, 1 if it is outside one or if a clause could not"
          + " be",
      "checked, 3 if a policy or the envelope does not compile.",
    })
final class CertifyCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Parameters(
      index = "0",
      paramLabel = "NEW",
      description = "The new policy: a file, a folder, or `revision:path` of git.")
  private String now = "";

  @Option(
      names = "--against",
      required = true,
      paramLabel = "ENVELOPE",
      description = "The file of the envelope.")
  private Path against = Path.of("");

  @Option(
      names = "--old",
      paramLabel = "OLD",
      description = "The policy in force; without it, what changes is not known.")
  private Optional<String> old = Optional.empty();

  @Mixin private GuardOptions guards = new GuardOptions();

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      description = "Sign with this private key (PEM); `public.pem` is beside it.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--make-key",
      paramLabel = "FOLDER",
      description = "Make a pair of keys there first, and sign with it.")
  private Optional<Path> makeKey = Optional.empty();

  @Option(names = "--out", paramLabel = "CERT", description = "Write the certificate.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print the certificate instead of the text.")
  private boolean json;

  CertifyCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Mandating mandating = Mandating.of(top, against);
    Mandated after = mandating.policy(now);
    Optional<Mandated> before = old.map(mandating::policy);
    History history = guards.history(before.orElse(after).program());
    Compliance found = mandating.held(after, before, history);
    Certificate certificate =
        Certificate.of(
            Mandating.alone(top, now),
            old.map(policy -> Mandating.alone(top, policy)),
            mandating.hash(),
            history,
            found);
    ObjectNode document = signed(certificate.document());
    String text = CanonicalJson.text(document) + "\n";
    out.ifPresent(path -> WholeFile.write(path, text));
    if (json) {
      top.console().out().print(text);
    } else {
      new ComplianceText(top.outInk()).of(certificate).forEach(top.console().out()::println);
      out.ifPresent(
          path ->
              top.console()
                  .out()
                  .println(
                      "wrote " + path + (document.has("signature") ? ", signed" : ", not signed")));
    }
    return (found.verdict() == Compliance.Verdict.INSIDE ? ExitCode.RESULTS : ExitCode.FAULTS)
        .code();
  }

  private ObjectNode signed(ObjectNode document) {
    Optional<Path> secret = makeKey.map(KeyFiles::make).or(() -> key);
    return secret.map(path -> Signed.sign(document, KeyFiles.pair(path))).orElse(document);
  }
}
