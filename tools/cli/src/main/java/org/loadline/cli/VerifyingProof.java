package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.evidence.Check;
import org.loadline.evidence.Proof;

/** Checks what a run gave for one row against a receipt, which may be signed, or a root. */
record VerifyingProof() implements Verifying {
  @Override
  public String kind() {
    return Proof.KIND;
  }

  /** What is signed is the receipt. */
  @Override
  public List<Check> signature(ObjectNode document, VerifyCommand.Given given) {
    if (given.receipt().isEmpty()) {
      return List.of();
    }
    ObjectNode receipt = EvidenceFile.read(given.receipt().get());
    Check signed = Verifying.ifSigned(receipt, given.key());
    return List.of(new Check("signature of the receipt", signed.finding(), signed.says()));
  }

  @Override
  public List<Check> checks(ObjectNode document, VerifyCommand.Given given) {
    Optional<Proof> read = Proof.of(document);
    if (read.isEmpty()) {
      return List.of(
          new Check("form", Check.Finding.BROKEN, "it is no proof that could be written"));
    }
    Proof proof = read.get();
    List<Check> checks = new ArrayList<>();
    checks.add(proof.path("row"));
    given.root().ifPresent(root -> checks.add(proof.under(root)));
    given.receipt().ifPresent(file -> checks.add(proof.in(EvidenceFile.receipt(file))));
    if (given.root().isEmpty() && given.receipt().isEmpty()) {
      checks.add(
          new Check(
              "receipt",
              Check.Finding.UNCHECKED,
              "name the receipt with `--receipt`, or a root that you know with `--root`"));
    }
    return checks;
  }
}
