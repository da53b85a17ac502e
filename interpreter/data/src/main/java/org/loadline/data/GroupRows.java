package org.loadline.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    GroupMembers members = new GroupMembers(program, snapshot, grouping, problems, whole);
    List<@Nullable Value[]> keys = new ArrayList<>();
    for (int key = 0; key < grouping.keys().size(); key++) {
      keys.add(members.key(grouping.keys().get(key)));
    }
    GroupNumbers numbers = new GroupNumbers(members);
    keys.forEach(numbers::refine);
    put(grouping, members, keys, numbers);
  }

  private void put(
      Grouping grouping, GroupMembers members, List<@Nullable Value[]> keys, GroupNumbers numbers) {
    int[] firsts = numbers.firsts();
    Entity group = program.entity(grouping.group());
    List<List<Column>> columns = new ArrayList<>();
    List<ChildRows> children = new ArrayList<>();
    for (Field field : group.fields()) {
      int key = field.index() - (grouping.up().isPresent() ? 1 : 0);
      Column column;
      if (key < 0) {
        column = indices(Arrays.stream(firsts).map(row -> members.parents()[row]).toArray());
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
    Column.Indices member = member(members, numbers);
    snapshot =
        snapshot.withReference(
            grouping.from(), grouping.member(), member, ChildRows.of(member, firsts.length));
  }

  private static Column.Indices indices(int[] rows) {
    return new Column.Indices(Column.Indices.Kind.ROW, rows, Marks.NO_MARKS);
  }

  private static Column.Indices member(GroupMembers members, GroupNumbers numbers) {
    BitSet none = (BitSet) members.out().clone();
    none.andNot(members.unknown());
    int[] groups = numbers.of().clone();
    members.out().stream().forEach(row -> groups[row] = 0);
    return new Column.Indices(
        Column.Indices.Kind.ROW, groups, Marks.of(none, new BitSet(), members.unknown()));
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
