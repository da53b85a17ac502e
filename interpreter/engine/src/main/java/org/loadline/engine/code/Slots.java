package org.loadline.engine.code;

import java.util.ArrayList;
import java.util.List;
import org.loadline.engine.plan.Width;

/**
 * The slots of a frame in which a number stands, the lowest word first.
 *
 * @param number the first of its words; -1 if it stands nowhere
 * @param divisor the first of its divisor's; -1 if it has none
 * @param mark -1 if it is always there and never a failure
 */
public record Slots(Width width, int number, int divisor, int mark) {
  /** None for a number, and none beside it. */
  public static Slots none(Width width) {
    return new Slots(width, -1, -1, -1);
  }

  /** All of them. */
  public List<Integer> all() {
    int words = width == Width.QUAD ? 4 : 2;
    List<Integer> all = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      all.add(number + word);
      if (divisor >= 0) {
        all.add(divisor + word);
      }
    }
    if (mark >= 0) {
      all.add(mark);
    }
    return all;
  }
}
