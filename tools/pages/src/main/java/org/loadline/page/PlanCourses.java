package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.loadline.diff.Change;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.impact.Impact;
import org.loadline.impact.Sensitivity;
import org.loadline.impact.Sensitivity.Point;
import org.loadline.mandate.Guarded;
import org.loadline.page.chart.Course;
import org.loadline.page.chart.Course.Along;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** What other values of a param would give. */
final class PlanCourses {
  private final Impact impact;

  PlanCourses(Impact impact) {
    this.impact = impact;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!impact.sensitivities().isEmpty()) {
      blocks.add(
          new Block.Remark(
              Phrase.of("What the new policy gives if one param has another value, all else as it")
                  .plain(" is proposed.")));
    }
    for (Sensitivity sensitivity : impact.sensitivities()) {
      Along along = along(sensitivity);
      if (sensitivity.points().size() > 1) {
        blocks.add(new Block.Beside(figures(sensitivity, along)));
      }
      blocks.add(new Block.Folded("The same in numbers", List.of(table(sensitivity, along))));
    }
    return blocks;
  }

  /** What does not change along the values is left to the table. */
  private static List<Block> figures(Sensitivity sensitivity, Along along) {
    Point first = sensitivity.points().getFirst();
    List<Block> figures = new ArrayList<>();
    for (int at = 0; at < first.over().size(); at++) {
      int line = at;
      Phrase name = Phrase.of("rows over ").code(first.over().get(at).waterfall());
      figure(sensitivity, along, p -> Exact.of(p.over().get(line).rows()), name, "")
          .ifPresent(figures::add);
    }
    for (int at = 0; at < first.totals().size(); at++) {
      int total = at;
      Phrase name = Phrase.ofCode(first.totals().get(at).name());
      String unit = first.totals().get(at).unit();
      figure(sensitivity, along, p -> p.totals().get(total).value(), name, unit)
          .ifPresent(figures::add);
    }
    return figures;
  }

  private static Optional<Block> figure(
      Sensitivity sensitivity,
      Along along,
      Function<Point, Exact> height,
      Phrase name,
      String unit) {
    Course course =
        new Course(
            along,
            sensitivity.points().stream().map(Point::value).toList(),
            sensitivity.points().stream().map(height).toList());
    return course.isFlat()
        ? Optional.empty()
        : Optional.of(new Block.Drawing(course.figure(name, unit)));
  }

  /** The values of the param, if it changes, and whether it is written in percent. */
  private Along along(Sensitivity sensitivity) {
    Optional<Change> change =
        impact.difference().changes().stream()
            .filter(c -> c.subject().name().equals(sensitivity.param()))
            .filter(c -> c.edit() instanceof Edit.ParamValue)
            .findFirst();
    Optional<Move> move = change.map(c -> ((Edit.ParamValue) c.edit()).move());
    return new Along(
        sensitivity.param(),
        sensitivity.unit(),
        change.flatMap(Change::after).filter(w -> w.line().endsWith("%")).isPresent(),
        move.map(Move::from).flatMap(PlanCourses::number),
        change
            .flatMap(impact.guards()::of)
            .map(Guarded::effective)
            .or(() -> move.map(Move::to))
            .flatMap(PlanCourses::number));
  }

  private static Optional<Exact> number(Value value) {
    return value instanceof Exact number ? Optional.of(number) : Optional.empty();
  }

  private static Block table(Sensitivity sensitivity, Along along) {
    Point first = sensitivity.points().getFirst();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.numbers(sensitivity.param()));
    first
        .over()
        .forEach(over -> columns.add(Column.numbers("over the line of " + over.waterfall())));
    first.totals().forEach(total -> columns.add(Column.numbers(total.name())));
    for (Sensitivity.OutcomesAt outcomes : first.outcomes()) {
      outcomes
          .members()
          .forEach(member -> columns.add(Column.numbers(outcomes.name() + ": " + member)));
    }
    Phrase caption =
        Phrase.of("What the new policy gives along the values of ").code(sensitivity.param());
    Sheet sheet = new Sheet(caption, columns, List.of());
    for (Point point : sensitivity.points()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(along.value(point.value())));
      point.over().forEach(over -> cells.add(Cell.of(Figure.count(over.rows()))));
      point.totals().forEach(t -> cells.add(Cell.of(Figure.of(t.value(), t.unit()))));
      for (Sensitivity.OutcomesAt outcomes : point.outcomes()) {
        IntStream.range(0, outcomes.rows().size())
            .forEach(at -> cells.add(Cell.of(Figure.count(outcomes.rows().get(at)))));
      }
      sheet = sheet.row(cells);
    }
    return new Block.Table(sheet);
  }
}
