package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.impact.Crossing;
import org.loadline.impact.Impact;
import org.loadline.impact.RowCount;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.page.chart.Books;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;
import org.loadline.values.Exact;

/** The same change on several books, such as those of many days. */
final class PlanBooks {
  private static final int MOST = 6;

  private final List<Impact> impacts;
  private final List<String> books;

  PlanBooks(List<Impact> impacts) {
    this.impacts = impacts;
    this.books = impacts.stream().map(impact -> PlanStory.book(impact.book())).toList();
  }

  List<Block> blocks() {
    List<Block> figures = new ArrayList<>();
    for (Crossing crossing : impacts.getLast().crossings()) {
      figure("rows over " + crossing.waterfall(), "", over(crossing.waterfall()))
          .ifPresent(figures::add);
    }
    for (Total total : impacts.getLast().totals()) {
      if (figures.size() < MOST) {
        figure(total.name(), total.unit(), totals(total)).ifPresent(figures::add);
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (!figures.isEmpty()) {
      blocks.add(new Block.Beside(figures));
    }
    blocks.add(new Block.Table(table()));
    return blocks;
  }

  /** Only if each book has the number, and it is another on one of them. */
  private Optional<Block> figure(String name, String unit, List<Optional<Shift>> shifts) {
    List<Shift> all = shifts.stream().flatMap(Optional::stream).toList();
    return all.size() < shifts.size() || all.stream().noneMatch(Shift::isChanged)
        ? Optional.empty()
        : Optional.of(new Block.Drawing(Books.figure(name, unit, books, all)));
  }

  private List<Optional<Shift>> over(String waterfall) {
    return impacts.stream()
        .map(
            impact ->
                impact.crossings().stream()
                    .filter(c -> c.waterfall().equals(waterfall))
                    .map(c -> new Shift(Exact.of(c.over()), Exact.of(c.overAfter())))
                    .findFirst())
        .toList();
  }

  private List<Optional<Shift>> totals(Total total) {
    return impacts.stream()
        .map(
            impact ->
                impact.totals().stream()
                    .filter(t -> t.name().equals(total.name()) && t.unit().equals(total.unit()))
                    .flatMap(t -> t.shift().stream())
                    .findFirst())
        .toList();
  }

  private Sheet table() {
    Sheet sheet =
        Sheet.of(
            Phrase.of("Rows on each book"),
            Column.words("book"),
            Column.numbers("newly over a line"),
            Column.numbers("no longer over"),
            Column.numbers("another outcome"),
            Column.numbers("changed"),
            Column.numbers("with a fault"));
    for (int at = 0; at < impacts.size(); at++) {
      Impact impact = impacts.get(at);
      sheet =
          sheet.row(
              Cell.of(Phrase.ofCode(books.get(at))),
              count(impact.crossings().stream().mapToInt(c -> c.newly().count()).sum()),
              count(impact.crossings().stream().mapToInt(c -> c.noLonger().count()).sum()),
              count(impact.outcomes().stream().mapToInt(o -> o.moved()).sum()),
              count(impact.rows().stream().mapToInt(RowCount::changed).sum()),
              count(impact.rows().stream().mapToInt(RowCount::faultsAfter).sum()));
    }
    return sheet;
  }

  private static Cell count(int rows) {
    return Cell.of(Figure.count(rows));
  }
}
