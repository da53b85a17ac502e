package org.loadline.generated;

import java.util.List;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;

/**
 * An input as declared: {@code type} as seen from its own row, {@code declared} the text after its
 * name and colon. {@code broken} per cent of its cells cannot be read.
 */
record Column(
    String name,
    Type type,
    List<ChoiceRef> family,
    String declared,
    Values values,
    int digits,
    int broken) {

  /** The same, all of whose cells can be read. */
  Column unbroken() {
    return new Column(name, type, family, declared, values, digits, 0);
  }

  /** What its cells hold. */
  sealed interface Values {
    /** Whole numbers with {@code places} places, of at most {@code bits} bits. */
    record Numbers(int bits, int places, boolean signed, int zeros) implements Values {}

    /** Whole steps: the snapshot multiplies them. */
    record Steps(int bits, boolean signed, int zeros) implements Values {}

    /** Seconds since 1970, or days. */
    record Times(boolean days) implements Values {}

    record Members(int count) implements Values {}

    record Flags() implements Values {}

    record Texts() implements Values {}
  }
}
