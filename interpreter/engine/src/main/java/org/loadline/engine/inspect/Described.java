package org.loadline.engine.inspect;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Type;

/**
 * A value of a plan.
 *
 * @param name the fact that it is: {@code position.notional}; empty if it is none
 * @param text its formula, on one line
 * @param type empty for what stands in no formula, such as the charge of a slice
 * @param kept it is read from where it was kept before; its parts stand there
 * @param number how it is carried, if it is a number
 * @param checks what is looked at while it is worked out, lest a result does not fit
 * @param remarks what is special about how it is worked out, as short sentences
 * @param operation whether anything is done for it, beyond reading it
 * @param parts what it is worked out from
 */
public record Described(
    Optional<String> name,
    String text,
    Optional<Type> type,
    boolean kept,
    Optional<Carried> number,
    List<Check> checks,
    List<String> remarks,
    boolean operation,
    List<Described> parts) {
  public Described {
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
    parts = List.copyOf(parts);
  }

  /** A result that may need more bits than it is given. */
  public record Check(int bits, int width) {}

  /** The operations that are done for it. */
  public int operations() {
    int count = operation ? 1 : 0;
    for (Described part : parts) {
      count += part.operations();
    }
    return count;
  }
}
