package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Value;

/** What every lookup begins with: the rows of the owner, and the keys. */
final class TableRows {
  private final Formulas formulas;
  private final Evaluation evaluation;
  private final PathFormulas paths;

  /** One lookup under way: its table, the rows that may take it, its keys and their values. */
  record Asked(
      Expr operation,
      Table table,
      List<RowAt> rows,
      List<Expr> keys,
      List<Value> values,
      Frame frame) {
    /** The same with the two keys exchanged. */
    Asked exchanged() {
      return new Asked(operation, table, rows, keys, values.reversed(), frame);
    }

    boolean symmetric() {
      return table.symmetric() && values.size() == 2;
    }
  }

  TableRows(Formulas formulas, Evaluation evaluation, PathFormulas paths) {
    this.formulas = formulas;
    this.evaluation = evaluation;
    this.paths = paths;
  }

  /**
   * Works out the owner, then the keys; then reads the key columns of all its rows, whichever of
   * them will take the keys: a bound that cannot be read leaves no telling.
   */
  Asked ask(Expr operation, TableRef ref, Optional<Expr> owner, List<Expr> keys, Frame frame) {
    Table table = evaluation.program().table(ref);
    Snapshot snapshot = evaluation.snapshot();
    List<RowAt> rows = new ArrayList<>();
    if (owner.isPresent()) {
      int row = paths.reference(operation, owner.get(), frame).index();
      Snapshot.RowRange range = snapshot.children(table.rows(), table.owner().orElseThrow(), row);
      IntStream.range(0, range.size())
          .forEach(i -> rows.add(new RowAt(table.rows(), range.row(i))));
    } else {
      IntStream.range(0, snapshot.rowCount(table.rows()))
          .forEach(i -> rows.add(new RowAt(table.rows(), i)));
    }
    List<Value> values = new ArrayList<>();
    keys.forEach(key -> values.add(formulas.value(key, frame)));
    Asked asked = new Asked(operation, table, rows, keys, values, frame);
    rows.forEach(row -> readKeys(asked, row));
    return asked;
  }

  private void readKeys(Asked asked, RowAt row) {
    for (Table.Key key : asked.table().keys()) {
      switch (key.match()) {
        case Table.Match.ByCell cells -> {}
        case Table.Match.Equal(int field) -> cell(asked, row, field);
        case Table.Match.FromBound(int field) -> cell(asked, row, field);
      }
    }
  }

  Value cell(Asked asked, RowAt row, int field) {
    return paths.cell(row, field, 0, asked.operation().span(), asked.frame());
  }

  /** Where a row starts: no bound is below every number. */
  Optional<Exact> lowerBound(Asked asked, RowAt row, int field) {
    Value bound = cell(asked, row, field);
    return bound == None.INSTANCE ? Optional.empty() : Optional.of((Exact) bound);
  }

  /** Whether a row takes a key by a written cell or by equality; bounds come later. */
  boolean takes(Asked asked, RowAt row, int key) {
    Value value = asked.values().get(key);
    return switch (asked.table().keys().get(key).match()) {
      case Table.Match.ByCell(var cells) -> Brackets.takes(cells.get(row.row()), value);
      case Table.Match.Equal(int field) -> cell(asked, row, field).equals(value);
      case Table.Match.FromBound bound -> true;
    };
  }

  Exact limited(Asked asked, Exact result) {
    return NumberFormulas.limited(asked.operation(), asked.frame(), result, evaluation.words());
  }

  /** The lookup's own failure. */
  Failure failure(Asked asked, FaultProblem code) {
    Diagnostic.Builder said =
        evaluation
            .words()
            .at(code, asked.operation().span(), PathFormulas.parts(asked.keys(), asked.values()))
            .with("table", asked.table().ref().name())
            .with("key", paths.keyText(asked.keys(), asked.values()));
    return Failure.own(asked.operation(), evaluation.words().fault(said, asked.frame()));
  }
}
