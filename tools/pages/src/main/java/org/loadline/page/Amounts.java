package org.loadline.page;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.impact.Shift;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Mark;
import org.loadline.page.kit.Phrase;

/** Amounts before and after, in words. */
final class Amounts {
  private Amounts() {}

  /** {@code 12,000 → 13,500 USD}; what stays as it is stands once. */
  static Phrase fromTo(Shift shift, String unit) {
    List<Figure> both = Figure.alike(List.of(shift.before(), shift.after()), "");
    Phrase from =
        shift.isChanged()
            ? Phrase.of(both.get(0)).plain(" → ").number(both.get(1))
            : Phrase.of(both.get(0));
    return unit.isEmpty() ? from : from.plain(" " + unit);
  }

  /** By how much, with a sign; {@code no change} of nothing. */
  static Phrase change(Shift shift, String unit) {
    return shift.isChanged()
        ? Phrase.of(Figure.change(shift.change(), unit))
        : Phrase.of("no change");
  }

  /** By how much of the old amount, with a sign; empty if that was zero or nothing changed. */
  static Optional<String> relative(Shift shift) {
    return shift.isChanged()
        ? shift.relative().map(r -> Figure.percent(r, true))
        : Optional.empty();
  }

  /** Which way it is tighter that a total rises or falls; nothing if it does not say. */
  static Phrase direction(Optional<Output.Role> role, Shift shift) {
    if (role.isEmpty() || !shift.isChanged()) {
      return Phrase.NOTHING;
    }
    boolean rises = shift.change().signum() > 0;
    boolean tighter = rises == (role.get() == Output.Role.REQUIREMENT);
    return tighter ? Phrase.of(Mark.TIGHTER, "tighter") : Phrase.of(Mark.LOOSER, "looser");
  }
}
