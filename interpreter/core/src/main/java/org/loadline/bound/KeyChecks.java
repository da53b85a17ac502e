package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.loadline.model.Table.CellRule;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;

/**
 * Checks what the rows of a table take, over all keys together: a row that never applies, two rows
 * for one value, values without a row.
 */
final class KeyChecks {
  private static final int MOST_PROPOSED = 3;

  private final DiagnosticSink sink;

  KeyChecks(DiagnosticSink sink) {
    this.sink = sink;
  }

  /**
   * The rows of a table, or the heads of a grid's rows or columns; {@code what} says which. {@code
   * template} holds the names of the columns of a row that is proposed.
   */
  record Subject(
      String table,
      Span span,
      String what,
      List<ReadColumn> keys,
      List<Span> rows,
      List<String> template) {
    Subject {
      keys = List.copyOf(keys);
      rows = List.copyOf(rows);
      template = List.copyOf(template);
    }
  }

  void check(Subject subject, List<Axis> axes, boolean mirrored, TableProblem missing) {
    Optional<Coverage> known = Coverage.of(axes);
    if (known.isEmpty()) {
      tooLarge(subject);
      return;
    }
    Coverage coverage = known.get();
    boolean sound = true;
    for (int row = 0; row < subject.rows().size(); row++) {
      List<Axis.Stretch> box = box(subject, axes, row);
      Coverage.Taken taken = coverage.take(row, box);
      sound &= !reported(subject, axes, coverage, row, taken);
    }
    if (mirrored) {
      for (int row = 0; row < subject.rows().size(); row++) {
        sound &= !reportedTwice(subject, axes, coverage, row);
      }
    }
    if (coverage.isTooMuch()) {
      tooLarge(subject);
    } else if (sound) {
      reportMissing(subject, axes, coverage, mirrored, missing);
    }
  }

  /**
   * Takes the other side of a pair too; the same pair in another row, turned round, is reported.
   */
  private boolean reportedTwice(Subject subject, List<Axis> axes, Coverage coverage, int row) {
    List<Axis.Stretch> turned = box(subject, axes, row).reversed();
    Coverage.Taken taken = coverage.take(row, turned);
    if (taken.fresh() == taken.places() || !isExact(subject, row)) {
      return false;
    }
    int first = coverage.taker(coverage.firstShared(row, turned));
    if (first >= row || !isExact(subject, first)) {
      return false;
    }
    new Saying(sink, TableProblem.SAME_KEY, subject.rows().get(row))
        .with("what", subject.what())
        .with("key", words(axes, turned))
        .also(subject.rows().get(first), "this one comes first")
        .send();
    return true;
  }

  private void tooLarge(Subject subject) {
    new Saying(sink, TableProblem.TOO_LARGE, subject.span()).with("table", subject.table()).send();
  }

  private static List<Axis.Stretch> box(Subject subject, List<Axis> axes, int row) {
    return IntStream.range(0, axes.size())
        .mapToObj(key -> axes.get(key).stretch(subject.keys().get(key).cells().get(row)))
        .toList();
  }

  private boolean reported(
      Subject subject, List<Axis> axes, Coverage coverage, int row, Coverage.Taken taken) {
    if (taken.fresh() == taken.places()) {
      return false;
    }
    Span here = subject.rows().get(row);
    if (taken.fresh() > 0 && !isExplicit(subject, row)) {
      return false;
    }
    int shared = coverage.firstShared(row, box(subject, axes, row));
    int first = coverage.taker(shared);
    Span there = subject.rows().get(first);
    if (taken.fresh() > 0) {
      new Saying(sink, TableProblem.OVERLAP, here)
          .with("what", subject.what())
          .with("line", there.line())
          .with("keys", words(axes, coverage.box(shared)))
          .also(there, "this one comes first")
          .send();
      return true;
    }
    TableProblem problem =
        isExact(subject, row) && isExact(subject, first)
            ? TableProblem.SAME_KEY
            : isUpward(subject, row) && isUpward(subject, first)
                ? TableProblem.ORDER
                : TableProblem.UNREACHABLE;
    Saying saying = new Saying(sink, problem, here).with("what", subject.what());
    if (problem == TableProblem.ORDER) {
      saying.with("line", there.line());
    } else if (problem == TableProblem.SAME_KEY) {
      saying.with("key", words(axes, box(subject, axes, row)));
    }
    saying.also(there, "this one comes first").send();
    return true;
  }

  /** Whether the row says itself where it begins, so that it does not rely on the rows above. */
  private static boolean isExplicit(Subject subject, int row) {
    return subject.keys().stream()
        .map(key -> key.cells().get(row))
        .noneMatch(
            cell ->
                cell instanceof CellRule.Below
                    || cell instanceof CellRule.UpTo
                    || cell instanceof CellRule.Otherwise);
  }

  private static boolean isExact(Subject subject, int row) {
    return subject.keys().stream()
        .allMatch(key -> key.cells().get(row) instanceof CellRule.Exactly);
  }

  private static boolean isUpward(Subject subject, int row) {
    return subject.keys().stream()
        .map(key -> key.cells().get(row))
        .anyMatch(cell -> cell instanceof CellRule.Below || cell instanceof CellRule.UpTo);
  }

  private void reportMissing(
      Subject subject, List<Axis> axes, Coverage coverage, boolean mirrored, TableProblem problem) {
    List<List<Axis.Stretch>> missing = new ArrayList<>();
    for (List<Axis.Stretch> box : coverage.missing(2 * MOST_PROPOSED + 1)) {
      // Where either side will do, one is proposed.
      if (!mirrored || !missing.contains(box.reversed())) {
        missing.add(box);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    List<String> rows = new ArrayList<>();
    missing.stream().limit(MOST_PROPOSED).forEach(box -> rows.add(proposal(subject, axes, box)));
    String more = missing.size() > MOST_PROPOSED ? " and more" : "";
    new Saying(sink, problem, subject.span())
        .with("table", subject.table())
        .with("keys", words(axes, missing.getFirst()))
        .with("rows", String.join(" and ", rows) + more)
        .send();
  }

  private static String words(List<Axis> axes, List<Axis.Stretch> box) {
    return IntStream.range(0, axes.size())
        .mapToObj(key -> axes.get(key).words(box.get(key)))
        .collect(Collectors.joining(" with "));
  }

  private static String proposal(Subject subject, List<Axis> axes, List<Axis.Stretch> box) {
    List<String> cells = new ArrayList<>();
    for (String place : subject.template()) {
      int key =
          IntStream.range(0, subject.keys().size())
              .filter(k -> subject.keys().get(k).name().equals(place))
              .findFirst()
              .orElse(-1);
      cells.add(key < 0 ? "…" : axes.get(key).cell(box.get(key)));
    }
    return cells.size() == 1
        ? "`" + cells.getFirst() + "`"
        : "`| " + String.join(" | ", cells) + " |`";
  }
}
