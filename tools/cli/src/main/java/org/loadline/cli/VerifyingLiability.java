package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.evidence.Check;
import org.loadline.evidence.LiabilityProof;
import org.loadline.evidence.Solvency;

/** Checks that what is owed to one row is in a statement, which may be signed. */
record VerifyingLiability() implements Verifying {
  @Override
  public String kind() {
    return LiabilityProof.KIND;
  }

  /** What is signed is the statement. */
  @Override
  public List<Check> signature(ObjectNode document, VerifyCommand.Given given) {
    if (given.receipt().isEmpty()) {
      return List.of();
    }
    Check signed = Verifying.ifSigned(EvidenceFile.read(given.receipt().get()), given.key());
    return List.of(new Check("signature of the statement", signed.finding(), signed.says()));
  }

  @Override
  public List<Check> checks(ObjectNode document, VerifyCommand.Given given) {
    Optional<LiabilityProof> read = LiabilityProof.of(document);
    if (read.isEmpty()) {
      return List.of(
          new Check("form", Check.Finding.BROKEN, "it is no proof that could be written"));
    }
    LiabilityProof proof = read.get();
    List<Check> checks = new ArrayList<>();
    checks.add(proof.leads());
    given.root().ifPresent(root -> checks.add(proof.under(root)));
    given
        .receipt()
        .ifPresent(
            file ->
                checks.add(
                    proof.in(
                        Solvency.of(EvidenceFile.read(file))
                            .orElseThrow(() -> EvidenceFile.none(file, "it is no statement")))));
    if (given.root().isEmpty() && given.receipt().isEmpty()) {
      checks.add(
          new Check(
              "statement",
              Check.Finding.UNCHECKED,
              "name the statement with `--receipt`, or a root that you know with `--root`"));
    }
    return checks;
  }
}
