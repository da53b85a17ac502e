package org.loadline.bound;

import java.util.List;
import java.util.Locale;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Table.Mode;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.TableShape.Word;
import org.loadline.values.Exact;

/** What marginal and linear tables ask of their keys and columns, and {@code clamp} of bounds. */
final class TableForms {
  private final DiagnosticSink sink;

  TableForms(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Whether the words after the keys go together. */
  boolean wordsAgree(Declaration.Table table) {
    boolean both =
        table.shape().words().contains(Word.MARGINAL)
            && table.shape().words().contains(Word.LINEAR);
    if (both) {
      new Saying(sink, TableProblem.TWO_FORMS, table.name().span()).send();
    }
    return !both;
  }

  /** Checks a written table of a form; {@code columns} are those that are no keys. */
  boolean check(
      Declaration.Table table,
      Mode mode,
      List<ReadColumn> keys,
      List<ReadColumn> columns,
      boolean grid) {
    return switch (mode) {
      case ROW -> clamp(table, keys);
      case MARGINAL -> marginal(table, keys) & numbers(table, mode, columns);
      case LINEAR -> linear(table, keys, grid) & numbers(table, mode, columns);
    };
  }

  private boolean clamp(Declaration.Table table, List<ReadColumn> keys) {
    boolean pointless =
        table.shape().words().contains(Word.CLAMP)
            && keys.stream().noneMatch(ReadColumn::hasBounds);
    if (pointless) {
      new Saying(sink, TableProblem.CLAMP_WITHOUT_BOUNDS, table.name().span())
          .with("table", table.name())
          .send();
    }
    return !pointless;
  }

  private boolean marginal(Declaration.Table table, List<ReadColumn> keys) {
    if (keys.size() != 1 || !(keys.getFirst().type() instanceof Type.Quantity)) {
      new Saying(sink, TableProblem.MARGINAL_KEY, table.name().span()).send();
      return false;
    }
    ReadColumn key = keys.getFirst();
    for (int row = 0; row < key.cells().size(); row++) {
      CellRule cell = key.cells().get(row);
      boolean below =
          cell instanceof CellRule.FromBelow range && range.from().signum() < 0
              || cell instanceof CellRule.Between between && between.from().signum() < 0;
      if (cell instanceof CellRule.Exactly || below) {
        Span span = key.places().get(row);
        new Saying(sink, TableProblem.MARGINAL_CELL, span).with("text", Excerpt.of(span)).send();
        return false;
      }
    }
    return true;
  }

  private boolean linear(Declaration.Table table, List<ReadColumn> keys, boolean grid) {
    if (keys.size() != (grid ? 2 : 1)) {
      new Saying(sink, TableProblem.LINEAR_KEYS, table.name().span()).send();
      return false;
    }
    return grid || points(table, keys.getFirst());
  }

  /** Whether the cells of a key are points that go up. */
  boolean points(Declaration.Table table, ReadColumn key) {
    Exact last = Exact.ZERO;
    for (int row = 0; row < key.cells().size(); row++) {
      Span span = key.places().get(row);
      boolean point =
          key.cells().get(row) instanceof CellRule.Exactly exactly
              && exactly.value() instanceof Exact;
      if (!point) {
        new Saying(sink, TableProblem.LINEAR_POINT, span).with("text", Excerpt.of(span)).send();
        return false;
      }
      Exact here = (Exact) ((CellRule.Exactly) key.cells().get(row)).value();
      if (row > 0 && here.compareTo(last) <= 0) {
        new Saying(sink, TableProblem.LINEAR_ORDER, span).with("text", Excerpt.of(span)).send();
        return false;
      }
      last = here;
    }
    if (key.cells().size() < 2) {
      new Saying(sink, TableProblem.LINEAR_FEW, table.name().span()).send();
      return false;
    }
    return true;
  }

  private boolean numbers(Declaration.Table table, Mode mode, List<ReadColumn> columns) {
    boolean some = false;
    for (ReadColumn column : columns) {
      if (column.type().present() instanceof Type.Quantity quantity) {
        boolean plain = !column.type().isOptional() && !quantity.orUnlimited();
        if (!plain) {
          new Saying(sink, TableProblem.NOT_A_NUMBER, column.span())
              .with("column", column.name())
              .with("kind", quantity.orUnlimited() ? "`unlimited`" : "`none`")
              .with("form", mode.name().toLowerCase(Locale.ROOT))
              .send();
          return false;
        }
        some = true;
      }
    }
    if (!some) {
      new Saying(sink, TableProblem.NO_NUMBERS, table.name().span())
          .with("table", table.name())
          .send();
    }
    return some;
  }
}
