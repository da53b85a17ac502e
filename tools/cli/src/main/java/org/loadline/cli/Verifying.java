package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.loadline.evidence.Check;
import org.loadline.evidence.Signed;

/** Checks documents of one kind, all but their signature. */
interface Verifying {
  /** What documents say under `kind`. */
  String kind();

  /** What is known of who signed it. */
  default List<Check> signature(ObjectNode document, VerifyCommand.Given given) {
    return List.of(Signed.check(document, given.key()));
  }

  /** The same of what need not be signed: others can work out what it says. */
  static Check ifSigned(ObjectNode document, Optional<PublicKey> key) {
    return key.isEmpty() && !document.has("signature")
        ? new Check("signature", Check.Finding.UNCHECKED, "it is not signed")
        : Signed.check(document, key);
  }

  /** What could be checked with what was given, in the order in which it is said. */
  List<Check> checks(ObjectNode document, VerifyCommand.Given given);
}
