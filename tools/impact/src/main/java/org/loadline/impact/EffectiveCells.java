package org.loadline.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.diff.Edit;
import org.loadline.diff.Wording;
import org.loadline.mandate.Guarded;
import org.loadline.mandate.Guards;
import org.loadline.mandate.Verdict;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Decimal;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;
import org.loadline.values.Exact;

/**
 * Tables of a new policy with the cells that take effect where limits do not let them be as asked.
 */
final class EffectiveCells {
  private EffectiveCells() {}

  /** All pieces, of which only such tables are others. */
  static Map<String, Piece> in(Map<String, Piece> pieces, Guards guards) {
    Map<String, Piece> effective = new LinkedHashMap<>(pieces);
    for (Guarded one : guards.changes()) {
      Optional<Span> at = one.change().after().map(Wording::span);
      if (one.verdict() != Verdict.ALLOWED
          && one.change().edit() instanceof Edit.Cell
          && at.isPresent()) {
        literal(one, at.get())
            .ifPresent(cell -> effective.replaceAll((key, piece) -> with(piece, cell)));
      }
    }
    return effective;
  }

  /** A decimal as a cell says it; whatever else a cell may hold has no limit to be cut back to. */
  private static Optional<Cell> literal(Guarded one, Span span) {
    Optional<BigDecimal> decimal =
        one.effective() instanceof Exact number ? number.toDecimal() : Optional.empty();
    return decimal.map(
        value ->
            new Cell.Scalar(
                new Expression.NumberLiteral(Decimal.of(value), Optional.empty(), span), span));
  }

  private static Piece with(Piece piece, Cell cell) {
    return piece.holds(cell.span())
            && piece.declaration() instanceof Declaration.Table table
            && table.body() instanceof TableBody.Written written
        ? new Piece(piece.key(), piece.module(), with(table, written, cell), piece.whole())
        : piece;
  }

  private static Declaration.Table with(
      Declaration.Table table, TableBody.Written written, Cell cell) {
    List<TableRow> rows = new ArrayList<>();
    for (TableRow row : written.rows()) {
      List<Cell> cells = new ArrayList<>(row.cells());
      cells.replaceAll(c -> isAt(c.span(), cell.span()) ? cell : c);
      rows.add(new TableRow(cells, row.span()));
    }
    return new Declaration.Table(
        table.name(),
        table.gridType(),
        table.shape(),
        new TableBody.Written(written.header(), rows, written.grid(), written.span()),
        table.replaces(),
        table.doc(),
        table.span());
  }

  private static boolean isAt(Span cell, Span wording) {
    return cell.source() == wording.source()
        && cell.start() <= wording.start()
        && wording.end() <= cell.end();
  }
}
