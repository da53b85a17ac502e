package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Results;
import org.loadline.evidence.Check;
import org.loadline.evidence.Receipt;

/** Checks a receipt: runs the policy on the book again, and compares part by part. */
record VerifyingReceipt(LoadlineCommand top) implements Verifying {
  @Override
  public String kind() {
    return Receipt.KIND;
  }

  @Override
  public List<Check> signature(ObjectNode document, VerifyCommand.Given given) {
    return List.of(Verifying.ifSigned(document, given.key()));
  }

  @Override
  public List<Check> checks(ObjectNode document, VerifyCommand.Given given) {
    Optional<Receipt> read = Receipt.of(document);
    if (read.isEmpty()) {
      return List.of(
          new Check("form", Check.Finding.BROKEN, "it is no receipt that could be written"));
    }
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("form", Check.Finding.HOLDS, "its hashes fit each other"));
    if (given.now().isEmpty()) {
      checks.add(
          new Check(
              "run",
              Check.Finding.UNCHECKED,
              "name the policy and the snapshot that it is of, to run them again"));
      return checks;
    }
    PolicyRun run = PolicyRun.of(Path.of(given.now().get()), given.snapshot(), given.params());
    checks.addAll(read.get().against(again(top, run, given.engine(), read.get()).receipt()));
    return checks;
  }

  /** A run, and the receipt that it gives. */
  record Again(Receipt receipt, Results results) {}

  /** Runs what a receipt is of, as far as the policy still reports it. */
  static Again again(LoadlineCommand top, PolicyRun run, Engine engine, Receipt receipt) {
    PolicyRun.Ready ready = run.ready(top, new Timings(top), List.of());
    List<String> names = receipt.outputs();
    List<Output> outputs =
        ready.policy().outputs().stream()
            .filter(output -> names.contains(PolicyRun.fullName(output)))
            .toList();
    Program program = ready.policy().reporting(outputs);
    Results results =
        EngineStart.of(engine, 1).evaluator().evaluate(program, ready.snapshot(), ready.params());
    return new Again(Receipt.of(Version.ofBuild(), ready.policy(), results), results);
  }
}
