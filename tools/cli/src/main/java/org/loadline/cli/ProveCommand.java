package org.loadline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.evidence.Check;
import org.loadline.evidence.Proof;
import org.loadline.evidence.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves what a run gave for one row. */
@Command(
    name = "prove",
    description = {
      "Write what a run gave for one row, with the proof that its receipt says so.",
      "Others check it with `verify`, without the policy and the other rows."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline prove policy.risk --snapshot book --row account=7 --receipt receipt.json \\",
      "      --out proof.json",
      "  loadline verify proof.json --receipt receipt.json",
    })
final class ProveCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--row",
      paramLabel = "ENTITY=KEY",
      description = "Which row: position=alice/BTC. Without it, what is reported of no row.")
  private Optional<String> row = Optional.empty();

  @Option(
      names = "--receipt",
      required = true,
      paramLabel = "FILE",
      description = "The receipt of the run.")
  private Path receipt = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the proof is written.")
  private Path out = Path.of("");

  @Mixin private EngineOption engine = new EngineOption();

  ProveCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Receipt given = EvidenceFile.receipt(receipt);
    VerifyingReceipt.Again again = VerifyingReceipt.again(top, run, engine.chosen(), given);
    Results results = again.results();
    Optional<RowAt> at =
        row.map(text -> ExplainCommand.row(results.program(), results.snapshot(), text));
    Proof proof = Proof.of(results, at.map(RowAt::entity), at.map(RowAt::row).orElse(0));
    given.against(again.receipt()).stream()
        .filter(check -> check.finding() == Check.Finding.BROKEN)
        .findFirst()
        .ifPresent(
            check -> {
              throw Refusal.misuse(
                  EvidenceUse.OTHER_RECEIPT,
                  "path",
                  receipt.toString(),
                  "what",
                  check.what(),
                  "says",
                  check.says());
            });
    if (proof.in(given).finding() == Check.Finding.BROKEN) {
      throw Refusal.misuse(EvidenceUse.NOT_REPORTED, "entity", proof.entity());
    }
    EvidenceFile.write(out, proof.document());
    top.console().out().println("wrote " + out);
    return ExitCode.RESULTS.code();
  }
}
