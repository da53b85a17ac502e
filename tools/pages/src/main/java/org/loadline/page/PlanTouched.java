package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.impact.Crossing;
import org.loadline.impact.Crossing.Crossed;
import org.loadline.impact.Impact;
import org.loadline.impact.Outcomes;
import org.loadline.impact.RowCount;
import org.loadline.impact.Total;
import org.loadline.page.chart.OutcomeMatrix;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** Whom it touches: rows that come out otherwise, come to another outcome, or cross a line. */
final class PlanTouched {
  private static final int NAMES = 8;

  private final Impact impact;
  private final PlanStory story;

  PlanTouched(Impact impact, PlanStory story) {
    this.impact = impact;
    this.story = story;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Crossing crossing : impact.crossings()) {
      blocks.addAll(crossed(crossing, crossing.newly(), " come over the line of "));
      blocks.addAll(crossed(crossing, crossing.noLonger(), " are no longer over the line of "));
    }
    for (Outcomes outcomes : impact.outcomes()) {
      blocks.add(outcomes(outcomes));
    }
    if (!impact.rows().isEmpty()) {
      blocks.add(rows());
    }
    return blocks;
  }

  private Block outcomes(Outcomes outcomes) {
    return outcomes.moved() > 0
        ? new Block.Table(OutcomeMatrix.of(outcomes))
        : new Block.Said(
            Phrase.of("No row of " + outcomes.entity() + " comes to another ")
                .code(outcomes.name())
                .plain("."));
  }

  private List<Block> crossed(Crossing crossing, Crossed crossed, String come) {
    if (crossed.count() == 0) {
      return List.of();
    }
    Phrase who =
        Phrase.NOTHING
            .strong(Figure.count(crossed.count()) + " " + story.plural(crossing.entity()))
            .plain(come)
            .code(crossing.waterfall())
            .plain(
                " (old "
                    + Figure.count(crossing.over())
                    + ", new "
                    + Figure.count(crossing.overAfter())
                    + " in all): ");
    int unnamed = crossed.count() - crossed.first().size();
    Phrase names = Phrase.names(crossed.first(), NAMES);
    int more = unnamed + Math.max(0, crossed.first().size() - NAMES);
    Phrase named =
        more == 0
            ? names
            : Phrase.names(
                    crossed.first().subList(0, Math.min(NAMES, crossed.first().size())), NAMES)
                .plain(" and " + Figure.count(more) + " more");
    Phrase totals =
        crossed.totals().isEmpty()
            ? Phrase.NOTHING
            : Phrase.of("Together: ").then(totals(crossed.totals())).plain(".");
    return List.of(new Block.Said(Phrase.sentences(who.then(named).plain("."), totals)));
  }

  private static Phrase totals(List<Total> totals) {
    List<Phrase> all = new ArrayList<>();
    for (Total total : totals) {
      Phrase name = Phrase.ofCode(total.name()).plain(" ");
      total.shift().ifPresent(shift -> all.add(name.then(Amounts.fromTo(shift, total.unit()))));
    }
    return Phrase.listed(all, all.size());
  }

  private Block rows() {
    Sheet sheet =
        Sheet.of(
            Phrase.of("Rows that come out otherwise in anything that both policies report"),
            Column.words("rows of"),
            Column.numbers("all"),
            Column.numbers("as before"),
            Column.numbers("otherwise"),
            Column.numbers("with a fault, old"),
            Column.numbers("with a fault, new"));
    for (RowCount row : impact.rows()) {
      sheet =
          sheet.row(
              Cell.of(Phrase.ofCode(row.entity())),
              Cell.of(Figure.count(row.rows())),
              Cell.of(Figure.count(row.unchanged())),
              Cell.of(Figure.count(row.changed())),
              Cell.of(Figure.count(row.faultsBefore())),
              Cell.of(Figure.count(row.faultsAfter())));
    }
    return new Block.Table(sheet);
  }
}
