package org.loadline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.loadline.evidence.Check;

/** Checks documents of one kind, all but their signature. */
interface Verifying {
  /** What documents say under `kind`. */
  String kind();

  /** Whether one that is not signed is worth something: others can work out what it says. */
  default boolean mayBeUnsigned() {
    return false;
  }

  /** What could be checked with what was given, in the order in which it is said. */
  List<Check> checks(ObjectNode document, VerifyCommand.Given given);
}
