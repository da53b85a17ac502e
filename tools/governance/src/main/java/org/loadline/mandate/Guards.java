package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.Wording;
import org.loadline.mandate.Judging.Judged;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * What the limits of the old policy make of a proposal: which changed params and cells take effect,
 * and as what.
 *
 * <p>Limits speak of values. {@code changes} are the changed params and cells, in the order of the
 * difference; {@code loosened} are changes of limits themselves, by which nothing of the proposal
 * is judged; {@code others} is everything else that changed, which no limit can speak of.
 */
public record Guards(
    Difference difference, List<Guarded> changes, List<Change> loosened, List<Change> others) {
  public Guards {
    changes = List.copyOf(changes);
    loosened = List.copyOf(loosened);
    others = List.copyOf(others);
  }

  /** Judges every change of a proposal. */
  public static Guards of(Difference difference, History history) {
    List<Governed> governed = new ArrayList<>();
    List<Change> loosened = new ArrayList<>();
    List<Change> others = new ArrayList<>();
    for (Change change : difference.changes()) {
      Optional<Governed> one = Governed.of(change, difference.before());
      if (one.isPresent()) {
        governed.add(one.get());
      } else if (change.edit() instanceof Edit.ParamLimits
          || change.edit() instanceof Edit.ColumnLimits) {
        loosened.add(change);
      } else {
        others.add(change);
      }
    }
    List<Guarded> alone = governed.stream().map(one -> alone(one, history)).toList();
    Groups groups = new Groups(Governed.links(difference.before()), governed, alone);
    return new Guards(difference, groups.held(), loosened, others);
  }

  /** What its limits make of one change. */
  static Guarded alone(Governed one, History history) {
    Change change = one.change();
    String before = change.before().map(Wording::line).orElse("");
    String after = change.after().map(Wording::line).orElse("");
    if (one.move().isEmpty()) {
      Value nothing = None.INSTANCE;
      return new Guarded(
          change,
          one.name(),
          Verdict.ALLOWED,
          nothing,
          nothing,
          nothing,
          nothing,
          before,
          after,
          after,
          after,
          List.of());
    }
    Move move = one.move().get();
    Measure measure = Measure.of(move.type(), before + after);
    Judged judged =
        Judging.judge(
            one.name(), move.from(), move.to(), move.withinBefore(), move.rule(), history, measure);
    String was = text(measure, move.from(), before);
    String asked = text(measure, move.to(), after);
    String effective =
        judged.effective().equals(move.to()) ? asked : text(measure, judged.effective(), was);
    return new Guarded(
        change,
        one.name(),
        judged.verdict(),
        move.from(),
        move.to(),
        judged.effective(),
        judged.effective(),
        was,
        asked,
        effective,
        effective,
        judged.reasons());
  }

  private static String text(Measure measure, Value value, String written) {
    return value instanceof Exact || value instanceof Unlimited || value instanceof None
        ? measure.value(value)
        : written;
  }

  /** Whether every change takes effect as it was asked. */
  public boolean isAllowed() {
    return changes.stream().allMatch(c -> c.verdict() == Verdict.ALLOWED);
  }

  /** Whether every limit could be checked. */
  public boolean isChecked() {
    return changes.stream().allMatch(Guarded::isChecked);
  }

  /** What becomes of a change; empty if no limit can speak of it. */
  public Optional<Guarded> of(Change change) {
    return changes.stream().filter(c -> c.change().id().equals(change.id())).findFirst();
  }

  /** The new policy with the values that take effect instead of those that were asked. */
  public Program effective() {
    return new Effective(difference.after()).with(changes);
  }
}
