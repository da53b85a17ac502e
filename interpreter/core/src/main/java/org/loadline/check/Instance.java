package org.loadline.check;

import org.loadline.core.FactRef;
import org.loadline.model.Type;

/**
 * A definition typed for one list of argument types.
 *
 * <p>{@code type} is as seen from the definition: its row is {@code SELF}, its arguments are its
 * own row variables. {@code fixed}: its denominators come from the text, if those of its arguments
 * do.
 */
record Instance(Defined of, FactRef ref, Type type, boolean fixed) {
  static Instance broken(Defined of) {
    return new Instance(of, new FactRef(-1, of.title()), Open.BROKEN, false);
  }
}
