package org.loadline.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.loadline.bound.TypeWords;
import org.loadline.core.Program;
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

/**
 * Plain Java values as values of a policy.
 *
 * <p>What is given is read as the type of its place and as nothing else: a day is no moment, and a
 * truth value no number. Anything else is an {@link IllegalArgumentException} that names the place.
 */
final class PlainValues {
  private static final int NANO_PLACES = 9;

  private PlainValues() {}

  /** A value of a type, for a place that messages call {@code place}. */
  static Value value(Program program, Type type, String place, Object given) {
    Objects.requireNonNull(given, () -> "`" + place + "` is null; `none` is Optional.empty().");
    if (given instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? None.INSTANCE
          : value(program, type, place, optional.orElseThrow());
    }
    Optional<? extends Value> value =
        given instanceof Value already
            ? Optional.of(already).filter(v -> fits(program, type.present(), v))
            : plain(program, type.present(), given);
    return value.orElseThrow(() -> refused(type, place, given));
  }

  /** A value that may be missing or without bound only where its type says so. */
  static Value present(Program program, Type type, String place, Object given) {
    Value value = value(program, type, place, given);
    boolean allowed =
        switch (value) {
          case None none -> type.isOptional();
          case Unlimited unlimited ->
              type.present() instanceof Type.Quantity quantity && quantity.orUnlimited();
          case Exact known -> true;
          case Flag known -> true;
          case Text known -> true;
          case Member known -> true;
          case RowNumber known -> true;
        };
    if (!allowed) {
      throw refused(type, place, value);
    }
    return value;
  }

  private static IllegalArgumentException refused(Type type, String place, Object given) {
    boolean binary = given instanceof Double || given instanceof Float;
    return new IllegalArgumentException(
        "`"
            + given
            + "` cannot be given for `"
            + place
            + "`, which is "
            + TypeWords.of(type)
            + (binary ? "; give a number as BigDecimal, long or text." : "."));
  }

  private static Optional<? extends Value> plain(Program program, Type type, Object given) {
    return switch (type) {
      case Type.Quantity quantity -> number(quantity, given);
      case Type.Flag flag -> flag(given);
      case Type.Text text -> text(given);
      case Type.Date date ->
          switch (given) {
            case LocalDate day -> Optional.of(Exact.of(day.toEpochDay()));
            case String written -> DateText.parse(written).value();
            default -> Optional.empty();
          };
      case Type.Instant instant ->
          switch (given) {
            case Instant moment -> Optional.of(seconds(moment.getEpochSecond(), moment.getNano()));
            case String written -> InstantText.parse(written).value();
            default -> Optional.empty();
          };
      case Type.OfChoice choice -> member(program, choice, given);
      case Type.RowOf row -> Optional.empty();
      case Type.Nothing nothing -> Optional.empty();
      case Type.OrNone never -> Optional.empty();
    };
  }

  private static Optional<? extends Value> number(Type.Quantity type, Object given) {
    boolean time = type.unit().equals(Unit.TIME);
    return switch (given) {
      case BigDecimal number -> Optional.of(Exact.of(number));
      case BigInteger number -> Optional.of(Exact.of(number));
      case Long number -> Optional.of(Exact.of(number));
      case Integer number -> Optional.of(Exact.of(number));
      case Duration duration when time ->
          Optional.of(seconds(duration.getSeconds(), duration.getNano()));
      case String text when text.equals(Unlimited.INSTANCE.toString()) ->
          Optional.of(Unlimited.INSTANCE);
      case String text -> {
        Optional<Exact> number = NumberText.parse(text).value();
        yield number.isPresent() || !time ? number : DurationText.parse(text).value();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Flag> flag(Object given) {
    return switch (given) {
      case Boolean flag -> Optional.of(Flag.of(flag));
      case String text when text.equals("true") || text.equals("false") ->
          Optional.of(Flag.of(text.equals("true")));
      default -> Optional.empty();
    };
  }

  /** Keys are often numbers where they come from; a whole one is its digits. */
  private static Optional<Text> text(Object given) {
    return switch (given) {
      case String text -> Optional.of(new Text(text));
      case Enum<?> word -> Optional.of(new Text(word.name()));
      case Long whole -> Optional.of(new Text(whole.toString()));
      case Integer whole -> Optional.of(new Text(whole.toString()));
      case BigInteger whole -> Optional.of(new Text(whole.toString()));
      default -> Optional.empty();
    };
  }

  private static Optional<Member> member(Program program, Type.OfChoice type, Object given) {
    String name = given instanceof Enum<?> word ? word.name() : given.toString();
    int member = program.choice(type.choice()).members().indexOf(name);
    boolean word = given instanceof Enum<?> || given instanceof String;
    return word && member >= 0 ? Optional.of(new Member(member)) : Optional.empty();
  }

  private static boolean fits(Program program, Type type, Value value) {
    return switch (value) {
      case Exact number ->
          type instanceof Type.Quantity
              || type instanceof Type.Date
              || type instanceof Type.Instant;
      case Unlimited unlimited -> type instanceof Type.Quantity;
      // Whether it may be missing is said of all rows at once, when they are loaded.
      case None none -> true;
      case Flag flag -> type instanceof Type.Flag;
      case Text text -> type instanceof Type.Text;
      case Member(int ordinal) ->
          type instanceof Type.OfChoice(var choice)
              && ordinal < program.choice(choice).members().size();
      case RowNumber row -> type instanceof Type.RowOf;
    };
  }

  private static Exact seconds(long whole, int nanos) {
    return Exact.of(whole).plus(Exact.ofUnscaled(BigInteger.valueOf(nanos), NANO_PLACES));
  }
}
