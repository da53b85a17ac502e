package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.data.RowAt;
import org.loadline.evidence.Signed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** States what is owed to all rows of an entity, so that each can be shown to be in it. */
@Command(
    name = "solvency",
    description = {
      "State what is owed over all rows of an entity, and whether reserves cover it.",
      "It says how many rows meet a requirement, too; each row can be shown its part without the",
      "others."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline solvency policy.risk --snapshot book --of account.balance --secret secret \\",
      "      --reserves reserves --out statement.json",
      "  loadline solvency policy.risk --snapshot book --of account.debt --secret secret \\",
      "      --met \"account.required<=account.counted\"",
      "  loadline solvency policy.risk --snapshot book --of account.balance --secret secret \\",
      "      --row account=7 --proof seven.json",
      "  loadline verify seven.json --receipt statement.json",
      "",
      "Ends with 0 if the reserves cover it or none are named, 1 if they do not.",
    })
final class SolvencyCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--of",
      required = true,
      paramLabel = "OUTPUT",
      description = "What is owed: a reported amount of rows, none negative.")
  private String of = "";

  @Option(
      names = "--met",
      paramLabel = "RULE",
      description =
          "Which rows meet their requirement: a flag, `account.covered`; an outcome,"
              + " `account.standing=sound`; or `account.required<=account.counted`.")
  private Optional<String> met = Optional.empty();

  @Option(
      names = "--reserves",
      paramLabel = "OUTPUT",
      description = "What is there to cover it: a reported amount of no row.")
  private Optional<String> reserves = Optional.empty();

  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = "What rows are salted with: 16 bytes or more that nobody else knows.")
  private Path secret = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "Write the statement.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEYFILE",
      description = "Sign the statement with this private key (PEM).")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--row",
      paramLabel = "ENTITY=KEY",
      description = "A row that is shown to be in it: account=7.")
  private Optional<String> row = Optional.empty();

  @Option(names = "--proof", paramLabel = "FILE", description = "Where that is written.")
  private Optional<Path> proof = Optional.empty();

  @Mixin private EngineOption engine = new EngineOption();

  SolvencyCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    if (row.isPresent() != proof.isPresent()) {
      throw Refusal.misuse(EvidenceUse.ROW_AND_PROOF);
    }
    if (key.isPresent() && out.isEmpty()) {
      throw Refusal.misuse(EvidenceUse.NOTHING_TO_SIGN);
    }
    byte[] salt = Owed.secret(secret);
    PolicyRun.Ready ready = run.ready(top, new Timings(top), List.of());
    Owed owed = Owed.of(ready, engine.chosen());
    Owed.Stated stated = owed.state(of, met, reserves, salt);
    Optional<RowAt> at = row.map(text -> ofStatement(text, ready));
    var console = top.console().out();
    stated.statement().lines().forEach(console::println);
    ObjectNode document = stated.statement().document();
    ObjectNode whole = key.map(path -> Signed.sign(document, KeyFiles.pair(path))).orElse(document);
    out.ifPresent(path -> write(path, whole));
    if (at.isPresent() && proof.isPresent()) {
      write(proof.get(), stated.liabilities().proof(at.get().row()).document());
    }
    return (stated.statement().covered().orElse(true) ? ExitCode.RESULTS : ExitCode.FAULTS).code();
  }

  private RowAt ofStatement(String text, PolicyRun.Ready ready) {
    RowAt at = ExplainCommand.row(ready.policy(), ready.snapshot(), text);
    if (!of.startsWith(at.entity().name() + ".")) {
      throw Refusal.misuse(EvidenceUse.NOT_REPORTED, "entity", at.entity().name());
    }
    return at;
  }

  private void write(Path file, ObjectNode document) {
    EvidenceFile.write(file, document);
    top.console().out().println("wrote " + file);
  }
}
