package org.loadline.bound;

import java.util.List;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.DateText;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.NumberText;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** A value of a key as a cell says it. */
record KeyText(Type type, boolean percent, List<String> members) {
  private static final Exact HUNDRED = Exact.of(100);

  String of(Value value) {
    return switch (value) {
      case Exact number -> number(number);
      case Member member -> members.get(member.ordinal());
      case Text text ->
          text.value().matches("[A-Za-z_][A-Za-z0-9_]*")
              ? text.value()
              : "\"" + text.value() + "\"";
      default -> value.toString();
    };
  }

  private String number(Exact number) {
    return switch (type.present()) {
      case Type.Date date -> DateText.format(number);
      case Type.Instant instant -> InstantText.format(number);
      case Type.Quantity quantity when quantity.unit().equals(Unit.TIME) ->
          DurationText.format(number);
      default ->
          percent ? NumberText.format(number.times(HUNDRED)) + "%" : NumberText.format(number);
    };
  }
}
