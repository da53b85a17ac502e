package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.evidence.Check;
import org.loadline.evidence.Solvency;

/** Checks a statement of solvency: runs the policy on the book again, with the secret. */
record VerifyingSolvency(LoadlineCommand top) implements Verifying {
  @Override
  public String kind() {
    return Solvency.KIND;
  }

  @Override
  public List<Check> signature(ObjectNode document, VerifyCommand.Given given) {
    return List.of(Verifying.ifSigned(document, given.key()));
  }

  @Override
  public List<Check> checks(ObjectNode document, VerifyCommand.Given given) {
    Optional<Solvency> read = Solvency.of(document);
    if (read.isEmpty()) {
      return List.of(
          new Check("form", Check.Finding.BROKEN, "it is no statement that could be written"));
    }
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("form", Check.Finding.HOLDS, "its sums could be"));
    if (given.now().isEmpty() || given.secret().isEmpty()) {
      checks.add(
          new Check(
              "run",
              Check.Finding.UNCHECKED,
              "name the policy, the snapshot and the secret that it is of"));
      return checks;
    }
    Solvency said = read.get();
    byte[] secret = Owed.secret(given.secret().get());
    PolicyRun run = PolicyRun.of(Path.of(given.now().get()), given.snapshot(), given.params());
    Owed owed = Owed.of(run.ready(top, new Timings(top), List.of()), given.engine());
    checks.addAll(
        said.against(
            owed.state(
                    said.of(), said.met(), said.reserves().map(Solvency.Reserves::output), secret)
                .statement()));
    return checks;
  }
}
