package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.meaning.Subject;
import org.loadline.model.ChangeRule;
import org.loadline.model.ColumnRule;
import org.loadline.model.Table;
import org.loadline.values.Value;

/** What was done to a table: how it is looked up, its columns, its rows, its cells. */
final class TableEdits {
  private final Subject subject;
  private final Side before;
  private final Side after;
  private final List<Draft> drafts = new ArrayList<>();

  private TableEdits(Subject subject, Side before, Side after) {
    this.subject = subject;
    this.before = before;
    this.after = after;
  }

  static List<Draft> of(Subject subject, Side before, Side after) {
    TableEdits edits = new TableEdits(subject, before, after);
    edits.table();
    return edits.drafts;
  }

  private void table() {
    Optional<Sheet> old = Sheet.of(before, subject.name());
    Optional<Sheet> now = Sheet.of(after, subject.name());
    if (!form(before).equals(form(after)) || old.isPresent() != now.isPresent()) {
      add(new Edit.TableForm(), head(before), head(after));
    }
    if (old.isPresent() && now.isPresent()) {
      columns(old.get(), now.get());
      rows(old.get(), now.get());
    }
    limits();
  }

  /** The line above the rows. */
  private Optional<Wording> head(Side side) {
    return side.wording(subject)
        .map(
            w -> {
              int brace = w.span().text().indexOf('{');
              return brace < 0
                  ? w
                  : new Wording(w.span().source().span(w.span().start(), w.span().start() + brace));
            });
  }

  private String form(Side side) {
    Table table = side.table(subject.name());
    String owner =
        table.owner().isPresent()
            ? side.program().entity(table.rows()).fields().get(table.owner().getAsInt()).name()
            : "";
    List<String> keys =
        table.keys().stream()
            .map(k -> k.name() + ": " + TypeName.of(k.type()) + " " + match(side, table, k))
            .toList();
    boolean written = side.program().entity(table.rows()).written();
    return String.join(
        "; ",
        written ? "" : table.rows().name(),
        owner,
        keys.toString(),
        table.mode().name(),
        table.clamp() + " " + table.symmetric() + " " + table.grid());
  }

  private static String match(Side side, Table table, Table.Key key) {
    return switch (key.match()) {
      case Table.Match.ByCell m -> "";
      case Table.Match.FromBound m ->
          "from " + side.program().entity(table.rows()).fields().get(m.field()).name();
      case Table.Match.Equal m ->
          "is " + side.program().entity(table.rows()).fields().get(m.field()).name();
    };
  }

  private void columns(Sheet old, Sheet now) {
    for (Sheet.Column column : old.columns()) {
      if (now.column(column.name()).isEmpty()) {
        add(new Edit.ColumnRemoved(column.name()), Optional.empty(), Optional.empty());
      }
    }
    for (Sheet.Column column : now.columns()) {
      Optional<Sheet.Column> was = old.column(column.name());
      if (was.isEmpty()) {
        add(new Edit.ColumnAdded(column.name()), Optional.empty(), Optional.empty());
      } else if (!was.get().typeName().equals(column.typeName())) {
        add(
            new Edit.ColumnType(column.name(), was.get().typeName(), column.typeName()),
            was.get().field().map(f -> new Wording(f.span())),
            column.field().map(f -> new Wording(f.span())));
      }
    }
  }

  private void rows(Sheet old, Sheet now) {
    List<String> identity = Sheet.identity(old, now);
    List<String> oldNames = names(old, identity);
    List<String> newNames = names(now, identity);
    Matching matching = Matching.byName(oldNames, newNames);
    if (identity.isEmpty() || identity.stream().anyMatch(c -> isRange(now, c))) {
      matching = matching.andBetween(oldNames.size(), newNames.size());
    }
    for (int i = 0; i < oldNames.size(); i++) {
      if (!matching.pairs().containsKey(i)) {
        add(
            new Edit.RowRemoved(new Edit.Row(oldNames.get(i), i + 1)),
            Optional.of(whole(old.lines().get(i))),
            Optional.empty());
      }
    }
    for (int j = 0; j < newNames.size(); j++) {
      int place = j;
      Optional<Integer> from =
          matching.pairs().entrySet().stream()
              .filter(e -> e.getValue() == place)
              .map(e -> e.getKey())
              .findFirst();
      Edit.Row row = new Edit.Row(newNames.get(j), j + 1);
      if (from.isEmpty()) {
        add(new Edit.RowAdded(row), Optional.empty(), Optional.of(whole(now.lines().get(j))));
        continue;
      }
      if (matching.moved().contains(from.get())) {
        add(
            new Edit.RowMoved(new Edit.Row(oldNames.get(from.get()), from.get() + 1), row),
            Optional.of(whole(old.lines().get(from.get()))),
            Optional.of(whole(now.lines().get(j))));
      }
      cells(old, now, old.lines().get(from.get()), now.lines().get(j), row);
    }
  }

  /** Whether a key is found by ranges: a bound that moves leaves the row the same. */
  private static boolean isRange(Sheet sheet, String column) {
    return sheet.column(column).filter(c -> c.key() && c.field().isEmpty()).isPresent();
  }

  private static List<String> names(Sheet sheet, List<String> identity) {
    return IntStream.range(0, sheet.lines().size())
        .mapToObj(
            i -> identity.isEmpty() ? "row " + (i + 1) : sheet.name(sheet.lines().get(i), identity))
        .toList();
  }

  private static Wording whole(Sheet.Line line) {
    return new Wording(
        line.boxes().getFirst().wording().span().to(line.boxes().getLast().wording().span()));
  }

  private void cells(Sheet old, Sheet now, Sheet.Line from, Sheet.Line to, Edit.Row row) {
    for (int i = 0; i < old.columns().size(); i++) {
      Sheet.Column was = old.columns().get(i);
      Optional<Sheet.Column> is = now.column(was.name());
      if (is.isEmpty() || !is.get().typeName().equals(was.typeName())) {
        continue;
      }
      Sheet.Box a = from.box(i);
      Sheet.Box b = to.box(now.columns().indexOf(is.get()));
      if (!a.means(b)) {
        Optional<Move> move =
            a.rule().isPresent()
                ? Optional.empty()
                : a.value().flatMap(x -> b.value().map(y -> move(was, is.get(), x, y)));
        add(
            new Edit.Cell(row, was.name(), move),
            Optional.of(a.wording()),
            Optional.of(b.wording()));
      }
    }
  }

  private static Move move(Sheet.Column was, Sheet.Column is, Value from, Value to) {
    return new Move(
        is.type(),
        from,
        to,
        was.rule().flatMap(ColumnRule::within),
        is.rule().flatMap(ColumnRule::within),
        was.rule().map(ColumnRule::change).orElse(ChangeRule.FREE));
  }

  private void limits() {
    Table old = before.table(subject.name());
    Table now = after.table(subject.name());
    before.program().entity(old.rows()).fields().stream()
        .map(f -> f.name())
        .filter(name -> after.program().entity(now.rows()).field(name).isPresent())
        .forEach(name -> limit(name, rule(before, old, name), rule(after, now, name)));
  }

  private void limit(String column, Optional<ColumnRule> was, Optional<ColumnRule> is) {
    boolean same =
        Limits.same(was.flatMap(ColumnRule::within), is.flatMap(ColumnRule::within))
            && was.map(ColumnRule::change)
                .orElse(ChangeRule.FREE)
                .equals(is.map(ColumnRule::change).orElse(ChangeRule.FREE));
    if (!same) {
      add(
          new Edit.ColumnLimits(column, was, is),
          before.text().limits(subject.name(), column),
          after.text().limits(subject.name(), column));
    }
  }

  private static Optional<ColumnRule> rule(Side side, Table table, String column) {
    return side.program()
        .entity(table.rows())
        .field(column)
        .flatMap(f -> side.rule(table, f.index()));
  }

  private void add(Edit edit, Optional<Wording> was, Optional<Wording> is) {
    drafts.add(new Draft(subject, edit, was, is));
  }
}
