package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.evidence.Certificate;
import org.loadline.evidence.Check;
import org.loadline.mandate.Mandated;

/** Checks a certificate: whether it is of these texts, and whether its clauses come out again. */
record VerifyingCertificate(LoadlineCommand top) implements Verifying {
  @Override
  public String kind() {
    return Certificate.KIND;
  }

  @Override
  public List<Check> checks(ObjectNode document, VerifyCommand.Given given) {
    Optional<Certificate> read = Certificate.of(document);
    if (read.isEmpty()) {
      return List.of(
          new Check("form", Check.Finding.BROKEN, "it is no certificate that could be written"));
    }
    Certificate certificate = read.get();
    Optional<Mandating> mandating = given.against().map(file -> Mandating.of(top, file));
    List<Check> checks =
        new ArrayList<>(
            certificate.hashes(
                given.now().map(policy -> Mandating.alone(top, policy)),
                given.old().map(policy -> Mandating.alone(top, policy)),
                mandating.map(Mandating::hash)));
    boolean sameSides = given.old().isPresent() == certificate.before().isPresent();
    if (mandating.isEmpty() || given.now().isEmpty() || !sameSides) {
      checks.add(
          new Check(
              "clauses",
              Check.Finding.UNCHECKED,
              "name the policies and the envelope that it is of"));
    } else {
      Mandated after = mandating.get().policy(given.now().get());
      Optional<Mandated> before = given.old().map(mandating.get()::policy);
      checks.addAll(certificate.again(mandating.get().held(after, before, certificate.history())));
    }
    return checks;
  }
}
