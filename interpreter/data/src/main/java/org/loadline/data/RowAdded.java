package org.loadline.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * A snapshot with one row more. Rows keep their numbers: the new one has the next, and {@link
 * #order} says where it stands. Its own cells are not here: whoever adds it knows them.
 */
public final class RowAdded implements Snapshot {
  private final Snapshot base;
  private final Entity entity;
  private final Map<Integer, Value> cells;
  private final int row;

  /** How many rows stand before the new one. */
  private final int place;

  private final boolean isThere;

  /**
   * @param cells what the fields are that rows are known by, and other fields that are known
   */
  public RowAdded(Snapshot base, EntityRef ref, Map<Integer, Value> cells) {
    this.base = base;
    this.entity = base.program().entity(ref);
    this.cells = Map.copyOf(cells);
    this.row = base.rowCount(ref);
    List<Integer> before = order(base, ref);
    int at = 0;
    while (at < row && compare(before.get(at)) <= 0) {
      at++;
    }
    this.place = at;
    this.isThere = !entity.allowsTwins() && at > 0 && compare(before.get(at - 1)) == 0;
  }

  /** Whether there was a row of this identity already. */
  public boolean isThere() {
    return isThere;
  }

  /** The number of the new row. */
  public int row() {
    return row;
  }

  /** The rows of an entity in the order of identity. */
  public static List<Integer> order(Snapshot snapshot, EntityRef entity) {
    return switch (snapshot) {
      case RowAdded added when added.isOf(entity) -> {
        List<Integer> order = new ArrayList<>(order(added.base, entity));
        order.add(added.place, added.row);
        yield order;
      }
      case RowAdded added -> order(added.base, entity);
      default -> IntStream.range(0, snapshot.rowCount(entity)).boxed().toList();
    };
  }

  private boolean isOf(EntityRef ref) {
    return entity.ref().equals(ref);
  }

  /** An earlier row against the new one. */
  private int compare(int earlier) {
    for (Field field : InputOrder.sortFields(entity)) {
      Value left = cell(base, earlier, field);
      Value right = cells.getOrDefault(field.index(), None.INSTANCE);
      int order =
          field.role() == Field.Role.REFERENCE
              ? Integer.compare(rank(left, field), rank(right, field))
              : compare(left, right);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private Value cell(Snapshot snapshot, int of, Field field) {
    if (snapshot instanceof RowAdded added && added.isOf(entity.ref()) && of == added.row) {
      return added.cells.getOrDefault(field.index(), None.INSTANCE);
    }
    if (snapshot instanceof RowAdded added) {
      return cell(added.base, of, field);
    }
    Column column = snapshot.column(entity.ref(), field.index(), 0);
    return column.marks().isAbsent(of) ? None.INSTANCE : column.value(of);
  }

  private int rank(Value reference, Field field) {
    return reference instanceof RowNumber(int to)
        ? order(base, InputOrder.target(field)).indexOf(to)
        : -1;
  }

  private static int compare(Value left, Value right) {
    return switch (left) {
      case Exact a when right instanceof Exact b -> a.compareTo(b);
      case Text a when right instanceof Text b -> Keys.compareTexts(a.value(), b.value());
      case Member a when right instanceof Member b -> Integer.compare(a.ordinal(), b.ordinal());
      case Flag a when right instanceof Flag b -> Boolean.compare(a.value(), b.value());
      case None _, Unlimited _, RowNumber _, Exact _, Text _, Member _, Flag _ ->
          Boolean.compare(left != None.INSTANCE, right != None.INSTANCE);
    };
  }

  @Override
  public Program program() {
    return base.program();
  }

  @Override
  public int rowCount(EntityRef of) {
    return isOf(of) ? row + 1 : base.rowCount(of);
  }

  @Override
  public Column column(EntityRef of, int field, int member) {
    return base.column(of, field, member);
  }

  @Override
  public Column system(InputRef input) {
    return base.system(input);
  }

  @Override
  public Optional<InputProblem> whyAbsent(EntityRef of, int field, int member, int at) {
    return isOf(of) && at == row ? Optional.empty() : base.whyAbsent(of, field, member, at);
  }

  @Override
  public Optional<InputProblem> whyAbsent(InputRef input) {
    return base.whyAbsent(input);
  }

  @Override
  public int inputRow(EntityRef of, int at) {
    return isOf(of) && at == row ? row : base.inputRow(of, at);
  }

  @Override
  public RowRange children(EntityRef child, int field, int parent) {
    boolean grown = parent >= base.rowCount(parentOf(child, field));
    RowRange before = grown ? new RowRange.Consecutive(0, 0) : base.children(child, field, parent);
    if (!isOf(child) || !new RowNumber(parent).equals(cells.get(field))) {
      return before;
    }
    List<Integer> all = order(base, child);
    List<Integer> first = all.subList(0, place);
    List<Integer> rows = new ArrayList<>();
    IntStream.range(0, before.size())
        .mapToObj(before::row)
        .filter(first::contains)
        .forEach(rows::add);
    rows.add(row);
    IntStream.range(0, before.size())
        .mapToObj(before::row)
        .filter(r -> !first.contains(r))
        .forEach(rows::add);
    return new RowRange.Listed(rows.stream().mapToInt(r -> r).toArray(), 0, rows.size());
  }

  private EntityRef parentOf(EntityRef child, int field) {
    return InputOrder.target(program().entity(child).fields().get(field));
  }

  @Override
  public OptionalInt find(
      EntityRef of, OptionalInt parent, List<Integer> fields, List<Value> values) {
    List<Value> all = new ArrayList<>();
    parent.ifPresent(p -> all.add(new RowNumber(p)));
    all.addAll(values);
    boolean here =
        isOf(of)
            && IntStream.range(0, fields.size())
                .allMatch(i -> all.get(i).equals(cells.get(fields.get(i))));
    boolean known =
        parent.isEmpty()
            || fields.isEmpty()
            || parent.getAsInt() < base.rowCount(parentOf(of, fields.getFirst()));
    OptionalInt found = known ? base.find(of, parent, fields, values) : OptionalInt.empty();
    if (!here || found.isEmpty()) {
      return here ? OptionalInt.of(row) : found;
    }
    return order(base, of).indexOf(found.getAsInt()) < place ? found : OptionalInt.of(row);
  }

  @Override
  public String identity(EntityRef of, int at) {
    return isOf(of) && at == row
        ? String.join("/", identityFields(of, at).values())
        : base.identity(of, at);
  }

  @Override
  public Map<String, String> identityFields(EntityRef of, int at) {
    if (!isOf(of) || at != row) {
      return base.identityFields(of, at);
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (Field field : InputOrder.sortFields(entity)) {
      Value value = cells.getOrDefault(field.index(), None.INSTANCE);
      parts.put(field.name(), ValueText.format(field.type(), value, program(), this));
    }
    return parts;
  }
}
