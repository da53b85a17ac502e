package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.data.RowAt;
import org.loadline.reference.Derivation;
import org.loadline.reference.Evaluation;
import org.loadline.reference.Explanation;

/** Why a value is another: how it came to be under both policies, where the two ways differ. */
final class Causes {
  private static final Derivation.Limits LIMITS = new Derivation.Limits(16, 200);

  private final Explanation before;
  private final Explanation after;

  Causes(OneRun before, OneRun after) {
    this.before = explanation(before);
    this.after = explanation(after);
  }

  private static Explanation explanation(OneRun run) {
    return new Explanation(new Evaluation(run.program(), run.snapshot(), run.params()));
  }

  List<Mover.Cause> of(Output was, int oldRow, Output is, int row) {
    Derivation old = before.fact(was.fact(), was.owner().map(o -> new RowAt(o, oldRow)), LIMITS);
    Derivation now = after.fact(is.fact(), is.owner().map(o -> new RowAt(o, row)), LIMITS);
    List<Mover.Cause> causes = new ArrayList<>();
    compare(old, now, 0, causes);
    return causes;
  }

  private static void compare(Derivation old, Derivation now, int depth, List<Mover.Cause> causes) {
    if (isSame(old, now)) {
      return;
    }
    boolean rewritten = !old.formula().equals(now.formula());
    causes.add(
        new Mover.Cause(
            depth,
            now.label(),
            old.shown(),
            now.shown(),
            place(now),
            rewritten ? now.formula() + ", before " + old.formula() : note(old, now)));
    List<Derivation> left = new ArrayList<>(old.parts());
    for (Derivation part : now.parts()) {
      Optional<Derivation> match = left.stream().filter(p -> isOneThing(p, part)).findFirst();
      if (match.isPresent()) {
        left.remove(match.get());
        compare(match.get(), part, depth + 1, causes);
      } else {
        causes.add(
            new Mover.Cause(depth + 1, part.label(), "", part.shown(), place(part), part.note()));
      }
    }
    for (Derivation part : left) {
      causes.add(
          new Mover.Cause(depth + 1, part.label(), part.shown(), "", place(part), part.note()));
    }
  }

  private static boolean isOneThing(Derivation old, Derivation now) {
    return old.kind() == now.kind() && old.label().equals(now.label());
  }

  /** Whether a value is the same and came to be in the same way, as far as it is told. */
  private static boolean isSame(Derivation old, Derivation now) {
    return old.shown().equals(now.shown())
        && old.formula().equals(now.formula())
        && old.note().equals(now.note());
  }

  private static String note(Derivation old, Derivation now) {
    return old.note().equals(now.note()) || old.note().isEmpty() || now.note().isEmpty()
        ? now.note()
        : now.note() + ", before " + old.note();
  }

  private static String place(Derivation at) {
    return at.place().source().name() + ":" + at.place().line();
  }
}
