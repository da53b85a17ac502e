package org.loadline.page;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.impact.Shift;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Mark;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** Amounts before and after, in words. */
final class Amounts {
  private static final Exact MOST = Exact.of(10);

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

  /**
   * By how much of the old amount, with a sign; empty if nothing changed, or if the old amount was
   * zero or so small that nobody could picture the share.
   */
  static Optional<String> relative(Shift shift) {
    return shift
        .relative()
        .filter(r -> r.signum() != 0 && r.abs().compareTo(MOST) < 0)
        .map(r -> Figure.percent(r, true));
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
