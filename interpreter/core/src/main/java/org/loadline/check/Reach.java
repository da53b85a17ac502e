package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Waterfall;
import org.loadline.source.Span;
import org.loadline.values.Flag;

/**
 * Sees that every entry can be come to: nothing stands behind a refusal that always happens, and no
 * step is for a loss that a step before it moves as a whole.
 */
final class Reach {
  private final Checker in;

  Reach(Checker in) {
    this.in = in;
  }

  void check(List<Waterfall.Step> steps, Optional<Expr> covers) {
    covers.flatMap(PathKey::of).ifPresent(loss -> covered(steps, loss));
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

  /** Remarks steps that only move what is left of a loss when nothing is. */
  private void covered(List<Waterfall.Step> steps, String loss) {
    Optional<Entry> whole = Optional.empty();
    for (Waterfall.Step step : steps) {
      boolean onlyTheLoss =
          !step.entries().isEmpty()
              && step.entries().stream()
                  .allMatch(e -> amount(e).filter(a -> isLoss(a.value(), loss)).isPresent());
      if (whole.isPresent() && onlyTheLoss) {
        in.complaints.say(
            Complaints.filled(WaterfallProblem.NOTHING_LEFT, step.span(), "name", step.name())
                .also(whole.get().span(), "moves all of it, or faults"),
            step.span());
        return;
      }
      if (step.guard().isEmpty() && whole.isEmpty()) {
        whole = step.entries().stream().filter(e -> movesAll(e, loss)).findFirst();
      }
    }
  }

  private static boolean movesAll(Entry entry, String loss) {
    return entry instanceof Entry.Move move
        && isLoss(move.amount().value(), loss)
        && move.amount().atMost().isEmpty()
        && move.amount().step().isEmpty();
  }

  private static boolean isLoss(Expr amount, String loss) {
    return PathKey.of(amount).filter(loss::equals).isPresent();
  }

  private static Optional<Amount> amount(Entry entry) {
    return switch (entry) {
      case Entry.Move e -> Optional.of(e.amount());
      case Entry.Share e -> Optional.of(e.amount());
      case Entry.Cancel e -> Optional.of(e.amount());
      case Entry.Raise e -> Optional.empty();
      case Entry.Set e -> Optional.empty();
      case Entry.Carry e -> Optional.empty();
      case Entry.Create e -> Optional.empty();
      case Entry.Refuse e -> Optional.empty();
      case Entry.ForEach e -> Optional.empty();
      case Entry.Do e -> Optional.empty();
    };
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
