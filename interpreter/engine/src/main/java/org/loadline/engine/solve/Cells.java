package org.loadline.engine.solve;

import org.loadline.data.Column;
import org.loadline.data.Marks;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Kind;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Reads the cells of a run one by one. */
final class Cells {
  private static final Polynomial[] POWERS = powers();

  private final RunData data;

  Cells(RunData data) {
    this.data = data;
  }

  private static Polynomial[] powers() {
    Polynomial[] powers = new Polynomial[19];
    long power = 1;
    for (int places = 0; places < powers.length; places++) {
      powers[places] = Polynomial.of(power);
      power *= 10;
    }
    return powers;
  }

  Held read(ColumnKey key, int row, Kind kind) {
    return switch (key) {
      case ColumnKey.OfField(var entity, int field, int member) -> {
        if (data.isBroken(entity, row)) {
          throw Failure.FAULT;
        }
        yield cell(data.loaded().snapshot().column(entity, field, member), row, kind);
      }
      case ColumnKey.AsItStands(ColumnKey.OfField(var entity, int field, int member)) ->
          cell(data.loaded().snapshot().column(entity, field, member), row, kind);
      case ColumnKey.OfSystem(var input) -> cell(data.loaded().snapshot().system(input), 0, kind);
      case ColumnKey.OfSoundness(var entity) -> {
        if (data.isBroken(entity, row)) {
          throw Failure.FAULT;
        }
        yield new Held.OfPlace(0);
      }
      case ColumnKey.OfFact(var fact) -> filled(data.column(fact), row, kind);
      case ColumnKey.OfOffset _, ColumnKey.OfStart _ ->
          throw new IllegalArgumentException("made for a pass alone: " + key);
    };
  }

  private Held filled(FactColumn column, int row, Kind kind) {
    return switch (column.mark(row)) {
      case Mark.FAULT -> throw Failure.FAULT;
      case Mark.NONE -> Held.MISSING;
      case Mark.UNLIMITED -> Held.ENDLESS;
      default ->
          switch (kind) {
            case NUMBER -> new Held.OfNumber(Ratio.of(column.number(row)));
            case FLAG -> new Held.OfFlag(column.place(row) != 0);
            case INDEX, ORDER, NOTHING -> new Held.OfPlace(column.place(row));
          };
    };
  }

  private Held cell(Column column, int row, Kind kind) {
    Marks marks = column.marks();
    if (marks.isAbsent(row)) {
      throw Failure.FAULT;
    }
    if (column instanceof Column.Narrow(int scale, long[] unscaled, Marks m)
        && scale >= 0
        && scale < POWERS.length
        && !marks.isNone(row)
        && !marks.isUnlimited(row)) {
      return new Held.OfNumber(new Ratio(Polynomial.of(unscaled[row]), POWERS[scale]));
    }
    return held(column.value(row), kind);
  }

  /** A value as one of a kind. */
  Held held(Value value, Kind kind) {
    return switch (value) {
      case Exact number -> new Held.OfNumber(Ratio.of(number));
      case None none -> kind == Kind.NUMBER ? Held.MISSING : new Held.OfPlace(-1);
      case Unlimited unlimited -> Held.ENDLESS;
      case Flag(boolean holds) ->
          kind == Kind.FLAG ? new Held.OfFlag(holds) : new Held.OfPlace(holds ? 1 : 0);
      case Member(int ordinal) -> new Held.OfPlace(ordinal);
      case RowNumber(int row) -> new Held.OfPlace(row);
      case Text(String text) -> new Held.OfPlace(data.loaded().texts().place(text));
    };
  }
}
