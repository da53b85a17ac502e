package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Waterfall;
import org.loadline.source.Span;
import org.loadline.values.Flag;

/** Sees that every entry can be come to: nothing stands behind a refusal that always happens. */
final class Reach {
  private final Checker in;

  Reach(Checker in) {
    this.in = in;
  }

  void check(List<Waterfall.Step> steps) {
    Optional<Span> refusal = Optional.empty();
    for (Waterfall.Step step : steps) {
      if (refusal.isPresent()) {
        say(step.span(), refusal.get());
        return;
      }
      Optional<Span> found = refusal(step.entries());
      refusal = step.guard().isEmpty() ? found : Optional.empty();
    }
  }

  /** The first entry that always refuses; says what stands behind it. */
  private Optional<Span> refusal(List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      boolean always =
          entries.get(i) instanceof Entry.Refuse refuse
              && refuse.when().filter(w -> !isAlways(w)).isEmpty();
      if (always) {
        if (i + 1 < entries.size()) {
          say(entries.get(i + 1).span(), entries.get(i).span());
        }
        return Optional.of(entries.get(i).span());
      }
    }
    return Optional.empty();
  }

  private static boolean isAlways(Expr condition) {
    return condition instanceof Expr.Constant c && c.value().equals(Flag.TRUE);
  }

  private void say(Span behind, Span refusal) {
    in.complaints.say(
        Complaints.filled(
                WaterfallProblem.UNREACHABLE,
                behind,
                "reason",
                "an entry above always refuses",
                "what",
                "its condition")
            .also(refusal, "always refuses"),
        behind);
  }
}
