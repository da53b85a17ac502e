package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.loadline.diff.Edit;
import org.loadline.impact.Impact;
import org.loadline.impact.Sensitivity;
import org.loadline.impact.Sensitivity.Point;
import org.loadline.page.chart.Course;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;
import org.loadline.values.Exact;

/** What other values of a param would give. */
final class PlanCourses {
  private final Impact impact;

  PlanCourses(Impact impact) {
    this.impact = impact;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Sensitivity sensitivity : impact.sensitivities()) {
      if (sensitivity.points().size() > 1) {
        blocks.add(new Block.Beside(figures(sensitivity)));
      }
      blocks.add(new Block.Folded("The same in numbers", List.of(table(sensitivity))));
    }
    return blocks;
  }

  private List<Block> figures(Sensitivity sensitivity) {
    Course.Marks marks = marks(sensitivity.param());
    Point first = sensitivity.points().getFirst();
    List<Block> figures = new ArrayList<>();
    for (int at = 0; at < first.over().size(); at++) {
      int line = at;
      String name = first.over().get(at).waterfall();
      Course course = course(sensitivity, p -> Exact.of(p.over().get(line).rows()));
      figures.add(new Block.Drawing(course.figure("rows over the line of " + name, "", marks)));
    }
    for (int at = 0; at < first.totals().size(); at++) {
      int total = at;
      Course course = course(sensitivity, p -> p.totals().get(total).value());
      String unit = first.totals().get(at).unit();
      figures.add(new Block.Drawing(course.figure(first.totals().get(at).name(), unit, marks)));
    }
    return figures;
  }

  private static Course course(Sensitivity sensitivity, Function<Point, Exact> height) {
    return new Course(
        sensitivity.param(),
        sensitivity.unit(),
        sensitivity.points().stream().map(Point::value).toList(),
        sensitivity.points().stream().map(height).toList());
  }

  private Course.Marks marks(String param) {
    return impact.difference().changes().stream()
        .filter(change -> change.subject().name().equals(param))
        .map(change -> change.edit())
        .filter(Edit.ParamValue.class::isInstance)
        .map(Edit.ParamValue.class::cast)
        .findFirst()
        .map(e -> new Course.Marks(number(e.before().value()), number(e.after().value())))
        .orElse(new Course.Marks(Optional.empty(), Optional.empty()));
  }

  private static Optional<Exact> number(org.loadline.values.Value value) {
    return value instanceof Exact number ? Optional.of(number) : Optional.empty();
  }

  private static Block table(Sensitivity sensitivity) {
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
      cells.add(Cell.of(Figure.of(point.value(), sensitivity.unit())));
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
