package org.loadline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.core.Grouping;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/**
 * Makes the rows of groups, group after group, in a snapshot that has all others.
 *
 * <p>Rows of a group stand in the order of identity too: by parent, then by each key. A row whose
 * key has no value belongs to no group; where that would leave it out of a sum, nothing is run.
 */
final class GroupRows {
  private final Program program;
  private final List<InputProblem> problems;
  private final boolean whole;
  private ColumnSnapshot snapshot;

  /**
   * @param whole whether every row must find its group; a test gives only what it needs
   */
  GroupRows(Program program, ColumnSnapshot snapshot, List<InputProblem> problems, boolean whole) {
    this.program = program;
    this.snapshot = snapshot;
    this.problems = problems;
    this.whole = whole;
  }

  ColumnSnapshot made() {
    program.groupings().forEach(this::make);
    return snapshot;
  }

  private void make(Grouping grouping) {
    int rows = snapshot.rowCount(grouping.from());
    Members members = new Members(grouping, rows);
    members.parents();
    members.filter();
    List<@Nullable Value[]> keys = new ArrayList<>();
    for (int key = 0; key < grouping.keys().size(); key++) {
      keys.add(members.key(grouping.keys().get(key)));
    }
    Ids ids = new Ids(members.parents, members.out, rows);
    keys.forEach(ids::refine);
    put(grouping, members, keys, ids);
  }

  /** The rows that are grouped, and those that are in no group. */
  private final class Members {
    private final Grouping grouping;
    private final int rows;
    private final int[] parents;

    /** Rows that `where` leaves out, and rows of which it is not known. */
    private final BitSet out = new BitSet();

    private final BitSet unknown = new BitSet();
    private final Optional<RowFormulas.Rows> formulas;

    Members(Grouping grouping, int rows) {
      this.grouping = grouping;
      this.rows = rows;
      this.parents = new int[rows];
      boolean paths =
          grouping.filter().isEmpty() && grouping.keys().stream().allMatch(GroupRows::isPath);
      this.formulas =
          paths ? Optional.empty() : Optional.of(RowFormulas.atHand().on(program, snapshot));
    }

    void parents() {
      if (grouping.up().isEmpty()) {
        return;
      }
      Column.Indices up =
          (Column.Indices) snapshot.column(grouping.from(), grouping.up().getAsInt(), 0);
      for (int row = 0; row < rows; row++) {
        if (up.marks().isNone(row) || up.marks().isAbsent(row)) {
          out.set(row);
        } else {
          parents[row] = up.indices()[row];
        }
      }
    }

    void filter() {
      if (grouping.filter().isPresent()) {
        for (int row = 0; row < rows; row++) {
          if (!out.get(row)) {
            Optional<Value> kept = value(grouping.filter().get(), row);
            if (kept.isPresent() && !((Flag) kept.get()).value()) {
              out.set(row);
            }
          }
        }
      }
    }

    @Nullable Value[] key(Expr formula) {
      Value[] values = new Value[rows];
      for (int row = 0; row < rows; row++) {
        if (!out.get(row)) {
          int at = row;
          Optional<Value> value = isPath(formula) ? path(formula, row) : value(formula, row);
          value.ifPresent(v -> values[at] = v);
        }
      }
      return values;
    }

    private Optional<Value> value(Expr formula, int row) {
      RowAt at = new RowAt(grouping.from(), row);
      return switch (formulas.orElseThrow().value(formula, grouping.slots(), at)) {
        case Outcome.Known(Value value) -> Optional.of(value);
        case Outcome.Faulted(Fault fault) -> {
          leaveOut(row, fault.what().message());
          yield Optional.empty();
        }
      };
    }

    /** What a path over fields leads to. */
    private Optional<Value> path(Expr formula, int row) {
      if (!(formula instanceof Expr.FieldOf field)) {
        return Optional.of(new RowNumber(row));
      }
      Optional<Value> from = path(field.row(), row);
      if (from.isEmpty()) {
        return from;
      }
      int at = ((RowNumber) from.get()).index();
      Column column = snapshot.column(field.entity(), field.field(), 0);
      if (column.marks().isAbsent(at)) {
        Entity entity = program.entity(field.entity());
        leaveOut(
            row,
            "`"
                + entity.fields().get(field.field()).name()
                + "` of "
                + entity.name()
                + " "
                + snapshot.identity(entity.ref(), at)
                + " has no value.");
        return Optional.empty();
      }
      return Optional.of(column.value(at));
    }

    private void leaveOut(int row, String why) {
      out.set(row);
      unknown.set(row);
      if (whole) {
        Entity entity = program.entity(grouping.from());
        Field member = entity.fields().get(grouping.member());
        problems.add(
            new InputProblem(
                Optional.of(entity.ref()),
                snapshot.inputRow(entity.ref(), row),
                member.name(),
                "",
                org.loadline.source.Diagnostic.of(SnapshotProblem.NO_GROUP, member.span())
                    .with("entity", entity.name())
                    .with("field", member.name())
                    .with("why", why)
                    .build()));
      }
    }
  }

  private static boolean isPath(Expr formula) {
    return switch (formula) {
      case Expr.Local local -> true;
      case Expr.FieldOf field -> field.family().isEmpty() && isPath(field.row());
      default -> false;
    };
  }

  /** Numbers rows by parent and keys: equal numbers are one group, lesser ones come first. */
  private static final class Ids {
    private final BitSet out;
    private int[] of;

    Ids(int[] parents, BitSet out, int rows) {
      this.out = out;
      this.of = Arrays.copyOf(parents, rows);
    }

    void refine(@Nullable Value[] keys) {
      Map<Value, Integer> ranks = new HashMap<>();
      IntStream.range(0, keys.length)
          .filter(row -> !out.get(row))
          .forEach(row -> ranks.putIfAbsent(keys[row], 0));
      List<Value> sorted = new ArrayList<>(ranks.keySet());
      sorted.sort(GroupRows::compare);
      for (int rank = 0; rank < sorted.size(); rank++) {
        ranks.put(sorted.get(rank), rank);
      }
      long[] pairs = new long[of.length];
      for (int row = 0; row < of.length; row++) {
        pairs[row] =
            out.get(row)
                ? -1
                : (long) of[row] * sorted.size() + Objects.requireNonNull(ranks.get(keys[row]));
      }
      of = dense(pairs);
    }

    /** Places among the distinct numbers from zero on; -1 stays. */
    private static int[] dense(long[] numbers) {
      long[] distinct = Arrays.stream(numbers).filter(n -> n >= 0).sorted().distinct().toArray();
      int[] places = new int[numbers.length];
      for (int row = 0; row < numbers.length; row++) {
        places[row] = numbers[row] < 0 ? -1 : Arrays.binarySearch(distinct, numbers[row]);
      }
      return places;
    }

    /** The first row of each group. */
    int[] firsts() {
      int groups = Arrays.stream(of).max().orElse(-1) + 1;
      int[] firsts = new int[groups];
      for (int row = of.length - 1; row >= 0; row--) {
        if (of[row] >= 0 && !out.get(row)) {
          firsts[of[row]] = row;
        }
      }
      return firsts;
    }
  }

  private static int compare(Value left, Value right) {
    return switch (left) {
      case Exact number -> number.compareTo((Exact) right);
      case Text text -> Keys.compareTexts(text.value(), ((Text) right).value());
      case Member member -> Integer.compare(member.ordinal(), ((Member) right).ordinal());
      case RowNumber row -> Integer.compare(row.index(), ((RowNumber) right).index());
      case Flag flag -> Boolean.compare(flag.value(), ((Flag) right).value());
      default -> throw new IllegalArgumentException("not a key: " + left);
    };
  }

  private void put(Grouping grouping, Members members, List<@Nullable Value[]> keys, Ids ids) {
    int[] firsts = ids.firsts();
    Entity group = program.entity(grouping.group());
    List<List<Column>> columns = new ArrayList<>();
    List<ChildRows> children = new ArrayList<>();
    for (Field field : group.fields()) {
      int key = field.index() - (grouping.up().isPresent() ? 1 : 0);
      Column column;
      if (key < 0) {
        column = indices(Arrays.stream(firsts).map(row -> members.parents[row]).toArray());
      } else if (key < keys.size()) {
        column = column(field, keys.get(key), firsts);
      } else {
        // The group that a later grouping puts these rows in: it is filled in there.
        column = indices(new int[firsts.length]);
      }
      columns.add(List.of(column));
      boolean leads = key < keys.size() && field.leadsToRow();
      children.add(
          leads
              ? ChildRows.of((Column.Indices) column, snapshot.rowCount(InputOrder.target(field)))
              : ChildRows.NO_CHILDREN);
    }
    int[] rows = IntStream.range(0, firsts.length).toArray();
    snapshot =
        snapshot.withRows(
            grouping.group(), new ColumnSnapshot.EntityColumns(rows, columns, children));
    Column.Indices member = member(members, ids);
    snapshot =
        snapshot.withReference(
            grouping.from(), grouping.member(), member, ChildRows.of(member, firsts.length));
  }

  private static Column.Indices indices(int[] rows) {
    return new Column.Indices(Column.Indices.Kind.ROW, rows, Marks.NO_MARKS);
  }

  private static Column.Indices member(Members members, Ids ids) {
    BitSet none = (BitSet) members.out.clone();
    none.andNot(members.unknown);
    int[] groups = ids.of.clone();
    members.out.stream().forEach(row -> groups[row] = 0);
    return new Column.Indices(
        Column.Indices.Kind.ROW, groups, Marks.of(none, new BitSet(), members.unknown));
  }

  private static Column column(Field field, @Nullable Value[] values, int[] firsts) {
    CellStore cells = new CellStore();
    cells.grow(firsts.length);
    for (int row = 0; row < firsts.length; row++) {
      switch (values[firsts[row]]) {
        case Exact number -> cells.exact(row, number);
        case Text text -> cells.text(row, text.value());
        case Member member -> cells.index(row, member.ordinal());
        case RowNumber reference -> cells.index(row, reference.index());
        case Flag flag -> cells.index(row, flag.value() ? 1 : 0);
        case null, default -> throw new IllegalStateException("a key is always there");
      }
    }
    int[] same = IntStream.range(0, firsts.length).toArray();
    int[] places =
        IntStream.rangeClosed(
                0,
                Arrays.stream(firsts)
                    .map(row -> values[row] instanceof RowNumber(int reference) ? reference : 0)
                    .max()
                    .orElse(0))
            .toArray();
    return new ColumnMaker(cells, same).make(field, places);
  }
}
