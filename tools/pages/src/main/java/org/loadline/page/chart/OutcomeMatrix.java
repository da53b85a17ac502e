package org.loadline.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loadline.impact.Outcomes;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** How rows move between outcomes: a table, shaded where rows come to another outcome. */
public final class OutcomeMatrix {
  private static final int SHADES = 3;

  private final Outcomes outcomes;
  private final int most;

  private OutcomeMatrix(Outcomes outcomes) {
    this.outcomes = outcomes;
    this.most =
        members()
            .flatMap(from -> members().filter(to -> to != from).map(to -> count(from, to)))
            .max()
            .orElse(0);
  }

  public static Sheet of(Outcomes outcomes) {
    return new OutcomeMatrix(outcomes).sheet();
  }

  private Sheet sheet() {
    Phrase caption =
        Phrase.ofCode(outcomes.name())
            .plain(", rows of " + outcomes.entity() + ": from the old outcome (down) to the new")
            .plain(" one (across)");
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("old ↓ new →"));
    outcomes.members().forEach(member -> columns.add(Column.numbers(member)));
    columns.add(Column.numbers("all, old"));
    Sheet sheet = new Sheet(caption, columns, List.of());
    for (int from : members().toArray()) {
      sheet = sheet.row(row(from));
    }
    return sheet.row(totals());
  }

  private List<Cell> row(int from) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(outcomes.members().get(from)));
    members().forEach(to -> cells.add(cell(from, to)));
    cells.add(sum(outcomes.before(from)));
    return cells;
  }

  private Cell cell(int from, int to) {
    int rows = count(from, to);
    String style = from == to ? "stay" : rows == 0 ? "nothing" : "flow-" + shade(rows);
    return new Cell.Said(Phrase.of(Figure.count(rows)), style);
  }

  private int shade(int rows) {
    return 1 + (int) ((long) (rows - 1) * SHADES / most);
  }

  private List<Cell> totals() {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of("all, new"));
    members().forEach(to -> cells.add(sum(outcomes.after(to))));
    cells.add(sum(members().map(outcomes::before).sum()));
    return cells;
  }

  private static Cell sum(int rows) {
    return new Cell.Said(Phrase.of(Figure.count(rows)), "sum");
  }

  private int count(int from, int to) {
    return outcomes.rows().get(from).get(to);
  }

  private IntStream members() {
    return IntStream.range(0, outcomes.members().size());
  }
}
