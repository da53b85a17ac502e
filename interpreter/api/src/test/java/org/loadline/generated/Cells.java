package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Every value of some results, as texts that are equal only if the values are. */
record Cells(List<Cell> cells) {

  /** One value; {@code outcome} is the value, or the fault with its words. */
  record Cell(String output, String row, boolean fault, String outcome) {
    @Override
    public String toString() {
      return output + (row.isEmpty() ? "" : " of " + row) + ": " + outcome;
    }
  }

  static Cells of(Results results) {
    List<Cell> cells = new ArrayList<>();
    for (OutputColumn column : results.columns()) {
      Optional<EntityRef> owner = column.output().owner();
      for (int row = 0; row < column.size(); row++) {
        String identity = owner.isPresent() ? results.snapshot().identity(owner.get(), row) : "";
        String name = column.output().name();
        cells.add(
            switch (column.outcome(row)) {
              case Outcome.Known(Value value) -> new Cell(name, identity, false, text(value));
              case Outcome.Faulted(Fault fault) ->
                  new Cell(name, identity, true, words(fault, results.snapshot()));
            });
      }
    }
    return new Cells(List.copyOf(cells));
  }

  /** A value to its last digit: a fraction as its two numbers. */
  static String text(Value value) {
    return value instanceof Exact number && number.toDecimal().isEmpty()
        ? number.numerator() + " / " + number.denominator()
        : value.toString();
  }

  /** One cell that says what was thrown. */
  static Cells thrown(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith("org.loadline")) {
        where += " from " + element;
        break;
      }
    }
    return new Cells(List.of(new Cell("thrown", "", false, failure + where)));
  }

  /** The first cell that differs; where both fault, only if the words count. */
  Optional<Difference> firstDifference(Cells other, boolean words) {
    if (cells.size() != other.cells.size()) {
      return Optional.of(new Difference(first(), other.first()));
    }
    for (int i = 0; i < cells.size(); i++) {
      Cell a = cells.get(i);
      Cell b = other.cells.get(i);
      boolean bothFault = a.fault() && b.fault() && a.output().equals(b.output());
      if (!a.equals(b) && (words || !bothFault)) {
        return Optional.of(new Difference(a, b));
      }
    }
    return Optional.empty();
  }

  private Cell first() {
    return cells.isEmpty() ? new Cell("", "", false, "no cells") : cells.getFirst();
  }

  /** One cell and what became of it twice. */
  record Difference(Cell first, Cell second) {
    @Override
    public String toString() {
      return "  " + first + "\n  " + second;
    }
  }

  private static String words(Fault fault, Snapshot snapshot) {
    String row =
        fault.row().map(r -> r.entity() + " " + snapshot.identity(r.entity(), r.row())).orElse("");
    return fault.what().code().code()
        + " "
        + fault.what().message()
        + " "
        + fault.what().hint()
        + " "
        + fault.what().values()
        + " at "
        + fault.what().span().place()
        + " in "
        + fault.definition().map(Object::toString).orElse("")
        + " of "
        + row;
  }
}
