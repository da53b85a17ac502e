package org.loadline.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * The facts of one entity as typed columns, each with a column of marks behind it.
 *
 * <p>A mark says what the cell cannot: {@code none}, {@code unlimited}, {@code ~} for a fraction
 * rounded to its last place, or the code of the fault for which there is no value.
 */
final class TypedResults {
  private static final int LEAST_PRECISION = 18;
  private static final Exact MILLION = Exact.of(1_000_000);

  private final Results results;

  TypedResults(Results results) {
    this.results = results;
  }

  List<TypedColumn> columns(List<OutputColumn> facts, Function<OutputColumn, String> naming) {
    List<TypedColumn> columns = new ArrayList<>();
    for (OutputColumn fact : facts) {
      String name = naming.apply(fact);
      columns.add(column(name, fact));
      columns.add(new TypedColumn.Texts(name + TableFile.MARK, row -> mark(fact.outcome(row))));
    }
    return columns;
  }

  private TypedColumn column(String name, OutputColumn fact) {
    return switch (fact.output().type().present()) {
      case Type.Quantity(Unit unit, var form, var unlimited) ->
          unit.equals(Unit.TIME) ? texts(name, fact) : decimals(name, fact);
      case Type.Flag flag ->
          new TypedColumn.Flags(
              name,
              row ->
                  value(fact, row)
                      .filter(Flag.class::isInstance)
                      .map(value -> ((Flag) value).value()));
      case Type.Date date -> new TypedColumn.Days(name, row -> whole(number(fact, row)));
      case Type.Instant instant -> moments(name, fact);
      case Type.Text text -> texts(name, fact);
      case Type.OfChoice choice -> texts(name, fact);
      case Type.RowOf reference -> texts(name, fact);
      case Type.Nothing nothing -> texts(name, fact);
      case Type.OrNone optional -> throw new IllegalStateException("`or none` within `or none`");
    };
  }

  private TypedColumn texts(String name, OutputColumn fact) {
    Type type = fact.output().type();
    return new TypedColumn.Texts(
        name,
        row ->
            value(fact, row)
                .filter(value -> !(value instanceof None))
                .map(v -> ValueText.format(type, v, results.program(), results.snapshot())));
  }

  /** Where a moment is finer than millionths or beyond 64 bits, all are texts. */
  private TypedColumn moments(String name, OutputColumn fact) {
    for (int row = 0; row < fact.size(); row++) {
      Optional<Exact> moment = number(fact, row);
      if (moment.isPresent() && whole(moment.map(MILLION::times)).isEmpty()) {
        return texts(name, fact);
      }
    }
    return new TypedColumn.Moments(name, row -> whole(number(fact, row).map(MILLION::times)));
  }

  /** As many places as any of the numbers needs, and digits for the longest of them. */
  private static TypedColumn decimals(String name, OutputColumn fact) {
    int scale = 0;
    int digits = 1;
    for (int row = 0; row < fact.size(); row++) {
      Optional<BigDecimal> decimal = number(fact, row).map(TypedResults::decimal);
      if (decimal.isPresent()) {
        scale = Math.max(scale, decimal.get().scale());
        digits = Math.max(digits, decimal.get().precision() - decimal.get().scale());
      }
    }
    int places = scale;
    int precision = Math.max(LEAST_PRECISION, Math.addExact(digits, scale));
    return new TypedColumn.Decimals(
        name, precision, places, row -> number(fact, row).map(n -> unscaled(n, places)));
  }

  private static BigInteger unscaled(Exact number, int places) {
    return decimal(number).setScale(places).unscaledValue();
  }

  private static BigDecimal decimal(Exact number) {
    return number
        .toDecimal()
        .orElseGet(
            () ->
                Rounding.HALF_EVEN
                    .roundToPlaces(number, NumberText.PLACES)
                    .toDecimal()
                    .orElseThrow());
  }

  private static Optional<Value> value(OutputColumn fact, int row) {
    return fact.outcome(row) instanceof Outcome.Known(Value value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<Exact> number(OutputColumn fact, int row) {
    return fact.outcome(row) instanceof Outcome.Known(Exact number)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static OptionalLong whole(Optional<Exact> number) {
    return number.isPresent()
            && number.get().isWhole()
            && number.get().numerator().bitLength() < Long.SIZE
        ? OptionalLong.of(number.get().longValueExact())
        : OptionalLong.empty();
  }

  private static Optional<String> mark(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Faulted(var fault) -> Optional.of(fault.what().code().code());
      case Outcome.Known(Value value) ->
          switch (value) {
            case None none -> Optional.of(none.toString());
            case Unlimited unlimited -> Optional.of(unlimited.toString());
            case Exact number when number.decimalPlaces().isEmpty() -> Optional.of("~");
            default -> Optional.empty();
          };
    };
  }
}
