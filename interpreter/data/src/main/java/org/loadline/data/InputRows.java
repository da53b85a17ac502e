package org.loadline.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Int128;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * The rows of one entity as they are read, or the one row of system inputs.
 *
 * <p>Rows are numbered from 0 as they are added; a cell that is never put is absent. A number is
 * given as a quantity, or as whole steps of a field with a step. Moments are seconds, days are days
 * since 1970-01-01. {@code member} is the place in a column family, 0 otherwise. Not for several
 * threads.
 */
public final class InputRows {
  private final Optional<Entity> entity;
  private final List<Field> fields;
  private final List<List<CellStore>> columns = new ArrayList<>();
  private int size;

  InputRows(Optional<Entity> entity, List<Field> fields, List<Integer> members) {
    this.entity = entity;
    this.fields = fields;
    for (int count : members) {
      List<CellStore> family = new ArrayList<>();
      for (int member = 0; member < count; member++) {
        family.add(new CellStore());
      }
      columns.add(family);
    }
  }

  public int size() {
    return size;
  }

  /** Adds a row whose cells are absent, and returns its number. */
  public int add() {
    return add(1);
  }

  /** Adds rows whose cells are absent, and returns the number of the first. */
  public int add(int count) {
    int first = size;
    size = Math.addExact(size, count);
    return first;
  }

  /** Rows of the same entity, none yet: for another thread to fill, and then to be added here. */
  public InputRows part() {
    return new InputRows(entity, fields, columns.stream().map(List::size).toList());
  }

  /** Adds the rows of a {@link #part}, and returns the number of the first. */
  public int add(InputRows part) {
    int first = size;
    for (int field = 0; field < columns.size(); field++) {
      for (int member = 0; member < members(field); member++) {
        column(field, member).append(part.column(field, member));
      }
    }
    size = Math.addExact(size, part.size);
    return first;
  }

  /** Makes room for about that many rows. */
  public void reserve(int rows) {
    columns.forEach(family -> family.forEach(column -> column.reserve(rows)));
  }

  /**
   * Puts a value that is not a reference by identity: an {@link Exact} is a quantity, a {@link
   * RowNumber} the number of an input row of the entity referred to.
   */
  public void put(int row, int field, int member, Value value) {
    CellStore column = column(field, member);
    switch (value) {
      case Exact number -> column.exact(row, number);
      case Text text -> column.text(row, text.value());
      case Member choice -> column.index(row, choice.ordinal());
      case Flag flag -> column.index(row, flag.value() ? 1 : 0);
      case RowNumber reference -> column.index(row, reference.index());
      case None none -> column.mark(row, CellKind.NONE);
      case Unlimited unlimited -> column.mark(row, CellKind.UNLIMITED);
    }
  }

  /** Puts the quantity {@code unscaled / 10^scale}. */
  public void putDecimal(int row, int field, int member, long unscaled, int scale) {
    column(field, member).decimal(row, unscaled, scale);
  }

  /** Puts an index: an input row of the entity referred to, a member, or a flag as 0 or 1. */
  public void putIndex(int row, int field, int member, int index) {
    column(field, member).index(row, index);
  }

  /** Puts the quantity {@code unscaled / 10^scale}. */
  public void putDecimal(int row, int field, int member, Int128 unscaled, int scale) {
    column(field, member).decimal(row, unscaled, scale);
  }

  /** Puts a whole number of the field's steps. */
  public void putSteps(int row, int field, int member, Int128 count) {
    column(field, member).steps(row, count);
  }

  /** Puts a whole number of the field's steps. */
  public void putSteps(int row, int field, int member, long count) {
    column(field, member).steps(row, count);
  }

  /** Puts a whole number of the field's steps. */
  public void putSteps(int row, int field, int member, BigInteger count) {
    column(field, member).steps(row, count);
  }

  /**
   * Puts a reference by the identity of its row: the values of {@link Entity#identity()}, each
   * reference among them by the values of its own identity, the parent's first. The key alone will
   * do where no two rows share it.
   */
  public void putReference(int row, int field, List<Value> identity) {
    column(field, 0).identity(row, identity);
  }

  /**
   * Marks a cell that could not be read: {@code value} is what stands there, {@code code} says what
   * is wrong with it; its prose may name {@code field}, {@code value}, {@code entity} and the names
   * in {@code named}.
   */
  public void putUnreadable(
      int row,
      int field,
      int member,
      String value,
      DiagnosticCode code,
      Map<String, String> named) {
    column(field, member).unreadable(row, problem(row, field, value, code, named));
  }

  /** Puts {@code unscaled / 10^scale} in every row from {@code first} on. */
  public void putDecimals(int first, int field, int member, long[] unscaled, int scale) {
    CellStore column = column(field, member);
    for (int i = 0; i < unscaled.length; i++) {
      column.decimal(first + i, unscaled[i], scale);
    }
  }

  /** Puts whole numbers of steps in every row from {@code first} on. */
  public void putSteps(int first, int field, int member, long[] counts) {
    CellStore column = column(field, member);
    for (int i = 0; i < counts.length; i++) {
      column.steps(first + i, counts[i]);
    }
  }

  /**
   * Puts indices in every row from {@code first} on: input rows of the entity referred to, members,
   * or flags as 0 and 1.
   */
  public void putIndices(int first, int field, int member, int[] indices) {
    CellStore column = column(field, member);
    for (int i = 0; i < indices.length; i++) {
      column.index(first + i, indices[i]);
    }
  }

  /** Puts texts in every row from {@code first} on. */
  public void putTexts(int first, int field, int member, List<String> texts) {
    CellStore column = column(field, member);
    for (int i = 0; i < texts.size(); i++) {
      column.text(first + i, texts.get(i));
    }
  }

  /** What the host hands back of states is {@code none} where it hands nothing back. */
  void startStates() {
    for (Field field : fields) {
      if (field.role().isHandedBack()) {
        CellStore column = column(field.index(), 0);
        for (int row = 0; row < size; row++) {
          if (column.is(row, CellKind.ABSENT)) {
            column.mark(row, CellKind.NONE);
          }
        }
      }
    }
  }

  /** A column as long as there are rows. */
  CellStore column(int field, int member) {
    CellStore column = columns.get(field).get(member);
    column.grow(size);
    return column;
  }

  int members(int field) {
    return columns.get(field).size();
  }

  List<Field> fields() {
    return fields;
  }

  /** The entity; system inputs have none. */
  Entity entity() {
    return entity.orElseThrow();
  }

  Optional<EntityRef> entityRef() {
    return entity.map(Entity::ref);
  }

  InputProblem problem(
      int row, int field, String value, DiagnosticCode code, Map<String, String> named) {
    Field column = fields.get(field);
    Diagnostic.Builder what = Diagnostic.of(code, column.span());
    what.with("entity", entity.map(Entity::name).orElse("system"));
    what.with("field", column.name());
    named.forEach(what::with);
    what.with("value", value);
    return new InputProblem(entityRef(), row, column.name(), value, what.build());
  }
}
