package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;
import org.loadline.syntax.TableShape;

/** Shapes tables, grids and the rows of tests and examples. */
final class TableBuilder {
  /** A header and the rows below it. */
  record Rows(List<HeaderCell> header, List<TableRow> rows) {}

  private final Reader reader;
  private final LiteralReader literals;

  TableBuilder(Reader reader, LiteralReader literals) {
    this.reader = reader;
    this.literals = literals;
  }

  Declaration table(TableDeclarationContext context) {
    Rows rows = rows(context.rowBlock());
    Span span = reader.span(context);
    return new Declaration.Table(
        reader.name(context.table),
        Optional.empty(),
        shape(context.tableKeys(), context.tableWord()),
        new TableBody.Written(rows.header(), rows.rows(), false, span(context.rowBlock())),
        context.REPLACE() != null,
        reader.doc(context),
        span);
  }

  Declaration grid(GridDeclarationContext context) {
    Rows rows = rows(context.rowBlock());
    return new Declaration.Table(
        reader.name(context.grid),
        reader.optionalType(context.type()),
        shape(context.tableKeys(), context.tableWord()),
        new TableBody.Written(rows.header(), rows.rows(), true, span(context.rowBlock())),
        false,
        reader.doc(context),
        reader.span(context));
  }

  Declaration fromSnapshot(SnapshotTableContext context) {
    return new Declaration.Table(
        reader.name(context.table),
        Optional.empty(),
        shape(context.tableKeys(), context.tableWord()),
        new TableBody.FromSnapshot(
            reader.optionalName(context.owner), reader.name(context.rows), reader.span(context)),
        false,
        reader.doc(context),
        reader.span(context));
  }

  private Span span(RowBlockContext context) {
    return reader.span(context);
  }

  private TableShape shape(@Nullable TableKeysContext keys, List<TableWordContext> words) {
    List<TableShape.TableKey> shaped = new ArrayList<>();
    if (keys != null) {
      for (TableKeyContext key : keys.tableKey()) {
        shaped.add(
            new TableShape.TableKey(
                reader.name(key.name()), reader.optionalType(key.type()), reader.span(key)));
      }
    }
    Set<TableShape.Word> said = words.stream().map(TableBuilder::word).collect(Collectors.toSet());
    return new TableShape(shaped, said);
  }

  private static TableShape.Word word(TableWordContext context) {
    return switch (context.getStart().getType()) {
      case RiskParser.MARGINAL -> TableShape.Word.MARGINAL;
      case RiskParser.LINEAR -> TableShape.Word.LINEAR;
      case RiskParser.CLAMP -> TableShape.Word.CLAMP;
      default -> TableShape.Word.SYMMETRIC;
    };
  }

  // ---- Rows

  Rows rows(RowBlockContext context) {
    if (context.row().isEmpty() && !reader.saidWithin(context)) {
      reader.report(SyntaxProblem.NO_ROWS, context);
    }
    return rows(context.row());
  }

  Rows rows(List<RowContext> contexts) {
    List<RowContext> whole = contexts.stream().filter(row -> row.exception == null).toList();
    if (whole.isEmpty()) {
      return new Rows(List.of(), List.of());
    }
    List<HeaderCell> header = cells(whole.getFirst()).stream().map(this::header).toList();
    List<TableRow> rows = new ArrayList<>();
    for (RowContext row : whole.subList(1, whole.size())) {
      rows.add(row(row, header.size()));
    }
    return new Rows(header, rows);
  }

  /** The cells between bars; what the last bar must be followed by is nothing. */
  private List<CellContext> cells(RowContext context) {
    List<CellContext> cells = context.cell();
    if (cells.getLast() instanceof EmptyCellContext && cells.size() > 1) {
      return cells.subList(0, cells.size() - 1);
    }
    int start = context.getStart().getStartIndex();
    int line = reader.problems().source().line(start);
    int end = start + reader.problems().source().lineText(line).length();
    if (!reader.problems().saidWithin(start, end)) {
      reader.report(SyntaxProblem.UNCLOSED_ROW, context);
    }
    return cells.size() > 1 ? cells : List.of();
  }

  private TableRow row(RowContext context, int columns) {
    List<CellContext> written = context.cell();
    boolean closed = written.getLast() instanceof EmptyCellContext;
    if (!closed && written.size() == columns + 1) {
      reader.report(SyntaxProblem.AFTER_ROW, written.getLast());
      written = written.subList(0, columns);
    } else {
      written = cells(context);
    }
    return new TableRow(written.stream().map(this::cell).toList(), reader.span(context));
  }

  private HeaderCell header(CellContext context) {
    Span span = reader.span(context);
    if (context instanceof TypedCellContext typed) {
      String name = typed.name().getText();
      return new HeaderCell(
          name,
          Optional.of(reader.type(typed.type())),
          new Cell.Words(name, reader.span(typed.name())),
          span);
    }
    Cell cell = cell(context);
    String text =
        switch (cell) {
          case Cell.Words words -> words.text();
          case Cell.Scalar(Expression.TextLiteral literal, _) -> literal.value();
          default -> span.text();
        };
    return new HeaderCell(text, Optional.empty(), cell, span);
  }

  private Cell cell(CellContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case BoundCellContext it when it.high != null ->
          new Cell.Between(bound(it.low), bound(it.high), span);
      case BoundCellContext it -> new Cell.Scalar(bound(it.low), span);
      case BelowCellContext it -> new Cell.Below(bound(it.bound()), span);
      case UpToCellContext it -> new Cell.UpTo(bound(it.bound()), span);
      case FromCellContext it when it.high != null ->
          new Cell.FromBelow(bound(it.low), bound(it.high), span);
      case FromCellContext it -> new Cell.From(bound(it.low), span);
      case TextCellContext it -> new Cell.Scalar(literals.text(it.STRING().getSymbol()), span);
      case OtherSideCellContext _ -> new Cell.OtherSide(span);
      case WordsCellContext it -> words(it, span);
      case TypedCellContext it -> {
        reader.report(SyntaxProblem.TYPE_IN_ROW, it);
        yield new Cell.Words(it.name().getText(), span);
      }
      default -> {
        reader.report(SyntaxProblem.EMPTY_CELL, blanksBefore(span));
        yield new Cell.Scalar(new Expression.Unreadable(span), span);
      }
    };
  }

  /** The blanks up to a place: what there is of a cell that holds nothing. */
  private static Span blanksBefore(Span place) {
    int start = place.start();
    String text = place.source().text();
    while (place.start() == place.end() && start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    return place.source().span(start, place.end());
  }

  private static Cell words(WordsCellContext context, Span span) {
    String text =
        context.word().stream().map(WordContext::getText).collect(Collectors.joining(" "));
    return switch (text) {
      case "none" -> new Cell.Scalar(new Expression.NoneLiteral(span), span);
      case "true" -> new Cell.Scalar(new Expression.FlagLiteral(true, span), span);
      case "false" -> new Cell.Scalar(new Expression.FlagLiteral(false, span), span);
      case "otherwise" -> new Cell.Otherwise(span);
      default -> new Cell.Words(text, span);
    };
  }

  private Expression bound(BoundContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case NumberBoundContext it ->
          literals.number(it.NUMBER().getSymbol(), it.unitName(), negative(it.sign), span);
      case PercentBoundContext it ->
          literals.percent(it.PERCENT().getSymbol(), negative(it.sign), span);
      case DateBoundContext it -> literals.date(it.DATE().getSymbol());
      case InstantBoundContext it -> literals.instant(it.INSTANT().getSymbol());
      default -> new Expression.Unreadable(span);
    };
  }

  private static boolean negative(@Nullable Token sign) {
    return sign != null && sign.getType() == RiskParser.MINUS;
  }
}
