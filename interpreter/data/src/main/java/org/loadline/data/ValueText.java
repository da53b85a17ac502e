package org.loadline.data;

import org.loadline.core.Program;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.DateText;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Values as people read them: choices and rows by name, moments and durations by the calendar. */
public final class ValueText {
  private ValueText() {}

  /** A value of a type, without its unit. */
  public static String format(Type type, Value value, Program program, Snapshot snapshot) {
    return switch (value) {
      case Exact number -> number(type.present(), number);
      case Text text -> text.value();
      case Flag flag -> flag.toString();
      case None none -> none.toString();
      case Unlimited unlimited -> unlimited.toString();
      case Member member -> program.choice(choice(type)).members().get(member.ordinal());
      case RowNumber row -> snapshot.identity(entity(type), row.index());
    };
  }

  /** A value of a type with its unit: {@code 12.5 USD/base}; durations say theirs anyway. */
  public static String withUnit(Type type, Value value, Program program, Snapshot snapshot) {
    String text = format(type, value, program, snapshot);
    boolean plain =
        value instanceof Exact
            && type.present() instanceof Type.Quantity(Unit unit, var form, var unlimited)
            && !unit.isOne()
            && !unit.equals(Unit.TIME);
    return plain ? text + " " + ((Type.Quantity) type.present()).unit() : text;
  }

  private static String number(Type type, Exact number) {
    return switch (type) {
      case Type.Quantity(Unit unit, var form, var unlimited) ->
          unit.equals(Unit.TIME) ? DurationText.format(number) : NumberText.format(number);
      case Type.Date date -> DateText.format(number);
      case Type.Instant instant -> InstantText.format(number);
      case Type.Flag other -> NumberText.format(number);
      case Type.Text other -> NumberText.format(number);
      case Type.OfChoice other -> NumberText.format(number);
      case Type.RowOf other -> NumberText.format(number);
      case Type.Nothing other -> NumberText.format(number);
      case Type.OrNone other -> NumberText.format(number);
    };
  }

  private static ChoiceRef choice(Type type) {
    if (type.present() instanceof Type.OfChoice(ChoiceRef choice)) {
      return choice;
    }
    throw new IllegalArgumentException("a member of no choice: " + type);
  }

  private static EntityRef entity(Type type) {
    if (type.present() instanceof Type.RowOf(EntityRef entity, var path)) {
      return entity;
    }
    throw new IllegalArgumentException("a row of no entity: " + type);
  }
}
