package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.data.RowAt;
import org.loadline.diff.Difference;
import org.loadline.reference.Derivation;
import org.loadline.reference.Evaluation;
import org.loadline.reference.Explanation;

/** Why a value is another: how it came to be under both policies, where the two ways differ. */
final class Causes {
  private static final Derivation.Limits LIMITS = new Derivation.Limits(16, 200);

  private final Explanation before;
  private final Explanation after;
  private final Culprits culprits;

  Causes(OneRun before, OneRun after, Difference difference) {
    this.before = explanation(before);
    this.after = explanation(after);
    this.culprits = new Culprits(difference);
  }

  private static Explanation explanation(OneRun run) {
    return new Explanation(new Evaluation(run.program(), run.snapshot(), run.params()));
  }

  List<Mover.Cause> of(Output was, int oldRow, Output is, int row) {
    Derivation old = before.fact(was.fact(), was.owner().map(o -> new RowAt(o, oldRow)), LIMITS);
    Derivation now = after.fact(is.fact(), is.owner().map(o -> new RowAt(o, row)), LIMITS);
    List<Mover.Cause> causes = new ArrayList<>();
    compare(Optional.of(old), Optional.of(now), 0, causes);
    return causes;
  }

  /** Adds what differs between two derivations of one thing, of which one may be missing. */
  private void compare(
      Optional<Derivation> old, Optional<Derivation> now, int depth, List<Mover.Cause> causes) {
    if (old.isPresent() && now.isPresent() && isSame(old.get(), now.get())) {
      return;
    }
    int place = causes.size();
    if (old.isPresent() && now.isPresent()) {
      List<Derivation> left = new ArrayList<>(old.get().parts());
      for (Derivation part : now.get().parts()) {
        Optional<Derivation> match = left.stream().filter(p -> isOneThing(p, part)).findFirst();
        match.ifPresent(left::remove);
        compare(match, Optional.of(part), depth + 1, causes);
      }
      left.forEach(part -> compare(Optional.of(part), Optional.empty(), depth + 1, causes));
    }
    boolean leaf = causes.size() == place;
    Derivation told = now.or(() -> old).orElseThrow();
    Optional<Culprits.Culprit> culprit = culprits.of(old, now, leaf);
    causes.add(
        place,
        new Mover.Cause(
            depth,
            told.label(),
            old.map(Derivation::shown).orElse(""),
            now.map(Derivation::shown).orElse(""),
            note(old, now),
            culprit.map(Culprits.Culprit::change),
            culprit
                .map(Culprits.Culprit::place)
                .orElse(told.place().source().name() + ":" + told.place().line())));
  }

  private static boolean isOneThing(Derivation old, Derivation now) {
    return old.kind() == now.kind() && old.label().equals(now.label());
  }

  /** Whether a value is the same and came to be in the same way, as far as it is told. */
  private static boolean isSame(Derivation old, Derivation now) {
    return old.shown().equals(now.shown())
        && old.formula().equals(now.formula())
        && Culprits.withoutPlaces(old.note()).equals(Culprits.withoutPlaces(now.note()))
        && old.parts().size() == now.parts().size()
        && areSame(old.parts(), now.parts());
  }

  private static boolean areSame(List<Derivation> old, List<Derivation> now) {
    for (int i = 0; i < old.size(); i++) {
      if (!isSame(old.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String note(Optional<Derivation> old, Optional<Derivation> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return "";
    }
    if (!old.get().formula().equals(now.get().formula())) {
      return now.get().formula() + ", before " + old.get().formula();
    }
    String was = Culprits.withoutPlaces(old.get().note());
    String is = Culprits.withoutPlaces(now.get().note());
    return was.equals(is) ? "" : is + ", before " + was;
  }
}
