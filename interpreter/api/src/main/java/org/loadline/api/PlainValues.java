package org.loadline.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;
import org.loadline.values.DateText;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Plain Java values as values of a policy. */
final class PlainValues {
  private static final int NANO_PLACES = 9;

  private PlainValues() {}

  /** A value of a type; one that cannot be one is an {@link IllegalArgumentException}. */
  static Value value(Program program, Type type, Object given) {
    return switch (given) {
      case Value value -> value;
      case Optional<?> optional ->
          optional.isEmpty() ? None.INSTANCE : value(program, type, optional.get());
      case BigDecimal number -> Exact.of(number);
      case BigInteger number -> Exact.of(number);
      case Long number -> Exact.of(number);
      case Integer number -> Exact.of(number);
      case Boolean flag -> Flag.of(flag);
      case Instant instant -> seconds(instant.getEpochSecond(), instant.getNano());
      case Duration duration -> seconds(duration.getSeconds(), duration.getNano());
      case LocalDate date -> Exact.of(date.toEpochDay());
      case Enum<?> member -> text(program, type, member.name());
      case String text -> text(program, type, text);
      default ->
          throw new IllegalArgumentException(
              "A value of a policy is no "
                  + given.getClass().getSimpleName()
                  + "; give a number as BigDecimal, long or text.");
    };
  }

  private static Exact seconds(long whole, int nanos) {
    return Exact.of(whole).plus(Exact.ofUnscaled(BigInteger.valueOf(nanos), NANO_PLACES));
  }

  private static Value text(Program program, Type type, String text) {
    return switch (type.present()) {
      case Type.Quantity quantity -> number(text);
      case Type.Date date -> read(DateText.parse(text), text);
      case Type.Instant instant -> read(InstantText.parse(text), text);
      case Type.OfChoice(ChoiceRef choice) -> member(program, choice, text);
      default -> new Text(text);
    };
  }

  private static Value number(String text) {
    if (text.equals(Unlimited.INSTANCE.toString())) {
      return Unlimited.INSTANCE;
    }
    return NumberText.parse(text)
        .value()
        .orElseGet(() -> read(DurationText.parse(text), text));
  }

  private static Value member(Program program, ChoiceRef choice, String text) {
    int member = program.choice(choice).members().indexOf(text);
    if (member < 0) {
      throw new IllegalArgumentException("`" + text + "` is none of " + choice.name() + ".");
    }
    return new Member(member);
  }

  private static Exact read(Reading reading, String text) {
    return reading
        .value()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + text + "` cannot be read as what it stands for."));
  }
}
