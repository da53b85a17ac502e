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
      if (crossing.newly().count() + crossing.noLonger().count() > 0) {
        blocks.addAll(crossed(crossing));
      }
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

  private List<Block> crossed(Crossing crossing) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words(""));
    columns.add(Column.numbers(story.plural(crossing.entity())));
    List<Total> totals =
        (crossing.newly().totals().isEmpty() ? crossing.noLonger() : crossing.newly()).totals();
    totals.forEach(t -> columns.add(Column.numbers(t.name() + unit(t))));
    Phrase caption =
        Phrase.of("Over the line of ")
            .code(crossing.waterfall())
            .plain(": " + Figure.count(crossing.over()) + " under the old policy, ")
            .plain(Figure.count(crossing.overAfter()) + " under the new");
    Sheet sheet = new Sheet(caption, columns, List.of());
    if (crossing.newly().count() > 0) {
      sheet = sheet.row(row("newly over", crossing.newly(), totals));
    }
    if (crossing.noLonger().count() > 0) {
      sheet = sheet.row(row("no longer", crossing.noLonger(), totals));
    }
    Phrase names =
        Phrase.sentences(
            names("Newly over", crossing.newly()), names("No longer", crossing.noLonger()));
    return List.of(new Block.Table(sheet), new Block.Remark(names));
  }

  private static Phrase names(String which, Crossed crossed) {
    if (crossed.count() == 0) {
      return Phrase.NOTHING;
    }
    List<String> named = crossed.first().stream().limit(NAMES).toList();
    int more = crossed.count() - named.size();
    List<Phrase> all = new ArrayList<>(named.stream().map(Phrase::ofCode).toList());
    if (more > 0) {
      all.add(Phrase.of(Figure.count(more) + " more"));
    }
    return Phrase.of(which + ": ").then(Phrase.listed(all, all.size())).plain(".");
  }

  private static String unit(Total total) {
    return total.unit().isEmpty() ? "" : ", " + total.unit();
  }

  private static List<Cell> row(String which, Crossed crossed, List<Total> columns) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Phrase.NOTHING.strong(which)));
    cells.add(Cell.of(Figure.count(crossed.count())));
    for (Total column : columns) {
      cells.add(
          Cell.of(
              crossed.totals().stream()
                  .filter(t -> t.name().equals(column.name()) && t.unit().equals(column.unit()))
                  .flatMap(t -> t.shift().stream())
                  .map(shift -> Amounts.fromTo(shift, ""))
                  .findFirst()
                  .orElse(Phrase.of("–"))));
    }
    return cells;
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
