package org.loadline.snapshot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.InputRows;
import org.loadline.model.Field;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.Int128;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Puts texts into rows, on whatever thread, and says what it finds.
 *
 * <p>Numbers of up to thirty-six digits take a short way, without a text or a number object for
 * each.
 */
abstract class CellInput {
  /** A long holds so many, whichever they are. */
  private static final int MOST_DIGITS = 18;

  private final Form form;
  private final InputRows rows;
  private final CellText cells;

  /** The rows that references lead to, by the field. */
  private final List<Optional<TextIndex.Look>> referred = new ArrayList<>();

  private final boolean indexed;

  CellInput(Form form, InputRows rows, Program program, KnownRows known) {
    this.form = form;
    this.rows = rows;
    this.cells = new CellText(program);
    this.indexed = form.keys(known).isPresent();
    for (Field field : form.fields()) {
      boolean reference = field.role() == Field.Role.REFERENCE;
      referred.add(
          reference
              ? known.of(form.reference(field).target()).map(TextIndex::look)
              : Optional.empty());
    }
  }

  Form form() {
    return form;
  }

  InputRows rows() {
    return rows;
  }

  /** Puts a cell of a field that is no reference. */
  void put(int row, Slot.Cell slot, Slice text) {
    Field field = slot.field();
    if (shortNumber(row, slot, text)) {
      index(field, text, row);
      return;
    }
    switch (cells.read(field, text)) {
      case Cell.Holds(Value value) -> {
        rows.put(row, field.index(), slot.member(), value);
        index(field, text, row);
      }
      case Cell.Steps(BigInteger count) -> rows.putSteps(row, field.index(), slot.member(), count);
      case Cell.Empty empty -> missing(row, slot, CellProblem.EMPTY);
      case Cell.Wrong(var code, var named) ->
          wrong(row, field, slot.member(), slot.name(), text.text(), code, named);
    }
  }

  /** Nothing is given for a cell. */
  void missing(int row, Slot.Cell slot, DiagnosticCode code) {
    if (slot.field().type().isOptional()) {
      rows.put(row, slot.field().index(), slot.member(), None.INSTANCE);
    } else if (!form.isIdentity(slot.field())) {
      wrong(row, slot.field(), slot.member(), slot.name(), "", code, Map.of());
    }
  }

  /** Nothing is given for a reference. */
  void missing(int row, ReferenceForm reference, DiagnosticCode code) {
    Field field = reference.field();
    if (field.type().isOptional()) {
      rows.put(row, field.index(), 0, None.INSTANCE);
    } else if (!form.isIdentity(field)) {
      wrong(row, field, 0, field.name(), "", code, Map.of());
    }
  }

  void put(int row, Field reference, RowNumber parent) {
    rows.put(row, reference.index(), 0, parent);
  }

  /** Puts a reference to rows that one text tells apart. */
  void putReference(int row, ReferenceForm reference, Slice text) {
    int field = reference.field().index();
    Optional<TextIndex.Look> look = referred.get(field);
    int found = look.isPresent() ? look.get().find(text) : TextIndex.NO_ROW;
    boolean none = reference.field().type().isOptional() && text.is("none");
    if (found != TextIndex.NO_ROW && !none) {
      rows.putIndex(row, field, 0, found);
    } else {
      putParts(row, reference, List.of(text));
    }
  }

  /** Puts a reference by its parts, of which an empty one is not given; the key alone will do. */
  void putParts(int row, ReferenceForm reference, List<Slice> parts) {
    Field field = reference.field();
    boolean none =
        field.type().isOptional()
            && parts.stream().allMatch(part -> part.isEmpty() || part.is("none"));
    if (none || parts.stream().allMatch(Slice::isEmpty)) {
      missing(row, reference, CellProblem.EMPTY);
      return;
    }
    int key = reference.key();
    List<Value> identity = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      ReferenceForm.Leaf leaf = reference.leaves().get(part);
      Slice text = parts.get(part);
      switch (cells.identity(leaf.field(), text)) {
        case Cell.Holds(Value value) -> identity.add(value);
        case Cell.Steps steps -> throw new IllegalStateException("steps in an identity");
        case Cell.Empty empty -> {
          boolean keyAlone = key >= 0 && part != key && onlyKey(parts, key);
          if (!keyAlone) {
            wrong(row, field, 0, leaf.name(), "", CellProblem.EMPTY, Map.of());
            return;
          }
        }
        case Cell.Wrong(var code, var named) -> {
          wrong(row, field, 0, leaf.name(), text.text(), code, named);
          return;
        }
      }
    }
    rows.putReference(row, field.index(), identity);
  }

  private static boolean onlyKey(List<Slice> parts, int key) {
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part).isEmpty() == (part == key)) {
        return false;
      }
    }
    return true;
  }

  /** Marks a cell unreadable; {@code name} is what the file calls it. */
  abstract void wrong(
      int row,
      Field field,
      int member,
      String name,
      String value,
      DiagnosticCode code,
      Map<String, String> named);

  /** A key has been read. */
  abstract void key(int row, Slice text);

  private void index(Field field, Slice text, int row) {
    if (indexed && field.role() == Field.Role.KEY) {
      key(row, text);
    }
  }

  /** Puts a number of few digits, if the text is one and the field takes it as it stands. */
  private boolean shortNumber(int row, Slot.Cell slot, Slice text) {
    if (slot.shortWay() == Slot.Short.NEVER || text.length() > MOST_DIGITS * 2 + 2) {
      return false;
    }
    int at = text.length() > 0 && (text.at(0) == '-' || text.at(0) == '+') ? 1 : 0;
    long digits = 0;
    long further = 0;
    int count = 0;
    int point = -1;
    for (; at < text.length(); at++) {
      char c = text.at(at);
      if (c >= '0' && c <= '9') {
        if (count++ < MOST_DIGITS) {
          digits = digits * 10 + (c - '0');
        } else {
          further = further * 10 + (c - '0');
        }
      } else if (c == '.' && point < 0) {
        point = at;
      } else {
        return false;
      }
    }
    boolean steps = slot.shortWay() == Slot.Short.STEPS;
    if (count == 0 || count > MOST_DIGITS * 2 || (steps && point >= 0)) {
      return false;
    }
    boolean negative = text.at(0) == '-';
    int scale = point < 0 ? 0 : text.length() - point - 1;
    if (count <= MOST_DIGITS) {
      put(row, slot, negative ? -digits : digits, scale, steps);
    } else {
      Int128 number =
          Int128.ofProduct(digits, powerOfTen(count - MOST_DIGITS)).plus(Int128.ofLong(further));
      put(row, slot, negative ? number.negate() : number, scale, steps);
    }
    return true;
  }

  private void put(int row, Slot.Cell slot, long number, int scale, boolean steps) {
    if (steps) {
      rows.putSteps(row, slot.field().index(), slot.member(), number);
    } else {
      rows.putDecimal(row, slot.field().index(), slot.member(), number, scale);
    }
  }

  private void put(int row, Slot.Cell slot, Int128 number, int scale, boolean steps) {
    if (steps) {
      rows.putSteps(row, slot.field().index(), slot.member(), number);
    } else {
      rows.putDecimal(row, slot.field().index(), slot.member(), number, scale);
    }
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
