package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.impact.Bearing;
import org.loadline.impact.Bearing.Absorbed;
import org.loadline.impact.Bearing.Loss;
import org.loadline.impact.Bearing.Moved;
import org.loadline.impact.Impact;
import org.loadline.impact.Shift;
import org.loadline.page.chart.Bars;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** Who bears the losses when the waterfalls run. */
final class PlanLosses {
  private final Impact impact;

  PlanLosses(Impact impact) {
    this.impact = impact;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Bearing bearing : impact.bearings()) {
      blocks.add(new Block.Said(rows(bearing)));
      bearing.loss().ifPresent(loss -> blocks.add(isNothing(loss) ? none(loss) : loss(loss)));
      if (!bearing.moved().isEmpty()) {
        blocks.add(new Block.Folded("What moves, step by step", List.of(moved(bearing))));
      }
    }
    return blocks;
  }

  private static boolean isNothing(Loss loss) {
    return loss.loss().before().signum() == 0 && loss.loss().after().signum() == 0;
  }

  private static Block none(Loss loss) {
    return new Block.Said(
        Phrase.of("No ").code(loss.fact()).plain(" comes about under either policy."));
  }

  private static Phrase rows(Bearing bearing) {
    Bearing.Rows before = bearing.before();
    Bearing.Rows after = bearing.after();
    List<String> counts = new ArrayList<>();
    counts.add(both("over the line", before.over(), after.over()));
    counts.add(both("served", before.served(), after.served()));
    if (before.refused() + after.refused() > 0) {
      counts.add(both("refused", before.refused(), after.refused()));
    }
    if (before.faulted() + after.faulted() > 0) {
      counts.add(both("undone by a fault", before.faulted(), after.faulted()));
    }
    if (before.unserved() + after.unserved() > 0) {
      counts.add(both("not to be judged", before.unserved(), after.unserved()));
    }
    return Phrase.of("When ")
        .code(bearing.waterfall())
        .plain(" runs, rows of " + bearing.entity() + ": " + String.join("; ", counts) + ".")
        .plain(stopped(before.stopped(), after.stopped()));
  }

  private static String stopped(boolean before, boolean after) {
    if (before == after) {
      return before ? " It stops early under both policies." : "";
    }
    return " It stops early under the " + (after ? "new" : "old") + " policy.";
  }

  private static String both(String what, int before, int after) {
    String old = Figure.count(before);
    return what + " " + (before == after ? old : old + " → " + Figure.count(after));
  }

  private static Block loss(Loss loss) {
    Sheet sheet =
        Sheet.of(
            Phrase.of("Who bears ").code(loss.fact()).plain(PlanCauses.unit(loss.unit())),
            Column.words("borne by"),
            Column.drawings("old over new"),
            Column.numbers("old"),
            Column.numbers("new"),
            Column.numbers("change"),
            Column.numbers(""));
    Bars bars = new Bars(List.of(loss.loss().before(), loss.loss().after()));
    for (Absorbed step : loss.steps()) {
      sheet = sheet.row(row(bars, Phrase.of("step ").code(step.step()), step.amount()));
    }
    sheet = sheet.row(row(bars, Phrase.of("left: ").code(loss.remainder()), loss.left()));
    sheet = sheet.row(row(bars, Phrase.NOTHING.strong("the whole loss"), loss.loss()));
    return new Block.Table(sheet);
  }

  private static List<Cell> row(Bars bars, Phrase who, Shift shift) {
    List<Figure> both = Figure.alike(List.of(shift.before(), shift.after()), "");
    return List.of(
        Cell.of(who),
        Cell.of(bars.pair(shift.before(), shift.after())),
        Cell.of(both.get(0)),
        Cell.of(both.get(1)),
        Cell.of(Amounts.change(shift, "")),
        Cell.of(Amounts.relative(shift).orElse("")));
  }

  private static Block moved(Bearing bearing) {
    Sheet sheet =
        Sheet.of(
            Phrase.of("What moves when ").code(bearing.waterfall()).plain(" runs"),
            Column.words("step"),
            Column.words("entry"),
            Column.words("from"),
            Column.words("to"),
            Column.numbers("old → new"),
            Column.numbers("entries"));
    for (Moved moved : bearing.moved()) {
      sheet =
          sheet.row(
              Cell.of(Phrase.ofCode(moved.step())),
              Cell.of(moved.entry()),
              Cell.of(Phrase.ofCode(moved.from())),
              Cell.of(Phrase.ofCode(moved.to())),
              Cell.of(
                  moved
                      .amount()
                      .map(amount -> Amounts.fromTo(amount, moved.unit()))
                      .orElse(Phrase.of("in units of rows"))),
              Cell.of(both("", moved.entriesBefore(), moved.entriesAfter()).strip()));
    }
    return new Block.Table(sheet);
  }
}
