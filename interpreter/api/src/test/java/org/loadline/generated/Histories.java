package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas over series, and statistics of any values. */
final class Histories {
  private final Formulas in;
  private final Draw draw;

  Histories(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** A series that can be read: its text, and what its values are. */
  private record Series(String text, Unit unit, int digits) {}

  private List<Series> all(Scope scope) {
    List<Series> found = new ArrayList<>();
    if (scope.readsInputsOnly()) {
      return found;
    }
    in.world.histories.forEach(h -> found.add(series("", h)));
    for (Scope.Row row : scope.rows()) {
      for (Sheet.History history : row.sheet().histories) {
        found.add(series(row.prefix(), history));
      }
    }
    return found;
  }

  private static Series series(String prefix, Sheet.History history) {
    Type.Quantity type = (Type.Quantity) history.values().type();
    return new Series(prefix + history.name(), type.unit(), history.values().digits());
  }

  Optional<Phrase> amount(Unit unit, Form most, Scope scope) {
    List<Series> found = all(scope);
    if (found.isEmpty() || !World.isWritable(unit)) {
      return Optional.empty();
    }
    Series series = draw.of(found);
    if (unit.equals(Unit.TIME)) {
      return time(series, found, most);
    }
    if (unit.equals(series.unit()) && (!unit.isOne() || draw.chance(60))) {
      return value(series, most, scope);
    }
    if (unit.isOne()) {
      return number(series, most);
    }
    if (unit.equals(series.unit().power(2)) && most == Form.FRACTION) {
      String word = draw.of("population_variance", "sample_variance");
      return Optional.of(made(word + "(" + window(series) + ")", unit, most, series, 3).failing());
    }
    return unit.equals(series.unit().dividedBy(Unit.TIME)) && most == Form.FRACTION && clock()
        ? Optional.of(
            made(
                    "twap_of_cumulative(" + series.text() + ", " + length() + ")",
                    unit,
                    most,
                    series,
                    2)
                .failing())
        : Optional.empty();
  }

  private boolean clock() {
    return in.world.hasClock();
  }

  private String length() {
    return draw.of(
        "1 second", "60 seconds", "90 seconds", "5 minutes", "1 hour", "0 seconds", "2 days");
  }

  /** Some points of a series. */
  private String window(Series series) {
    return switch (draw.below(5)) {
      case 0, 1 -> series.text();
      case 2 -> "last(" + series.text() + ", " + draw.of("0", "1", "2", "3", "20") + ")";
      default -> clock() ? series.text() + " within " + length() : series.text();
    };
  }

  /** Some points, where one thing is made of each: a window by time stands in brackets there. */
  private String part(Series series) {
    String window = window(series);
    return window.contains(" within ") && draw.chance(50) ? "(" + window + ")" : window;
  }

  private Phrase made(String text, Unit unit, Form form, Series series, int times) {
    return Phrase.of(
        text, Level.POSTFIX, in.quantity(unit, form), Math.min(150, series.digits() * times + 8));
  }

  private Optional<Phrase> time(Series series, List<Series> all, Form most) {
    Unit unit = Unit.TIME;
    return Optional.of(
        switch (draw.below(4)) {
          case 0 -> made("sum(gaps(" + part(series) + "))", unit, Form.DECIMAL, series, 1);
          case 1 ->
              made("max(gaps(" + part(series) + "))", unit, Form.DECIMAL, series, 1).failing();
          default -> {
            if (!clock()) {
              yield made("min(gaps(" + part(series) + "))", unit, Form.DECIMAL, series, 1)
                  .failing();
            }
            String other = draw.chance(40) ? ", " + draw.of(all).text() : "";
            yield made("age(" + series.text() + other + ")", unit, Form.DECIMAL, series, 1)
                .failing();
          }
        });
  }

  private Optional<Phrase> value(Series s, Form most, Scope scope) {
    Unit unit = s.unit();
    String window = window(s);
    Form decimal = Form.DECIMAL;
    return Optional.of(
        switch (draw.below(most == Form.FRACTION ? 16 : 11)) {
          case 0 -> made("last(" + s.text() + ")", unit, decimal, s, 1).failing();
          case 1 -> made("first(" + s.text() + ")", unit, decimal, s, 1).failing();
          case 2 -> {
            Phrase moment = in.others.instant(1, scope);
            String text = "(" + s.text() + " at " + moment.at(Level.SUM) + ")";
            yield made(text, unit, decimal, s, 1).failing();
          }
          case 3 -> made(draw.of("max(", "min(") + window + ")", unit, decimal, s, 1).failing();
          case 4 -> made("sum(" + window + ")", unit, decimal, s, 1);
          case 5 -> made("sum(changes(" + part(s) + "))", unit, decimal, s, 1);
          case 6 -> made("max(changes(" + part(s) + "))", unit, decimal, s, 1).failing();
          case 7 -> made("median(" + window + ")", unit, decimal, s, 1).failing();
          case 8 -> {
            String share = draw.of("1%", "10%", "50%", "90%", "100%");
            yield made("nearest_rank(" + window + ", " + share + ")", unit, decimal, s, 1)
                .failing();
          }
          case 9 -> deviation(s, window);
          case 10 -> average(s, scope);
          case 11, 12 -> made("mean(" + window + ")", unit, Form.FRACTION, s, 2).failing();
          case 13 ->
              made("interpolated_percentile(" + window + ", 90%)", unit, Form.FRACTION, s, 2)
                  .failing();
          default ->
              clock()
                  ? made("twap(" + s.text() + ", " + length() + ")", unit, Form.FRACTION, s, 3)
                      .failing()
                  : made("mean(" + window + ")", unit, Form.FRACTION, s, 2).failing();
        });
  }

  private Phrase deviation(Series s, String window) {
    String word = draw.of("sample_deviation", "population_deviation");
    String text = draw.of("ceil", "floor") + "(" + word + "(" + window + ") to 6 places)";
    return made(text, s.unit(), Form.DECIMAL, s, 2).failing();
  }

  /** An average that forgets. */
  private Phrase average(Series s, Scope scope) {
    String value = in.world.name("e");
    String point = in.world.name("m");
    String share = draw.of("10%", "50%", "0.9375");
    String of = draw.chance(50) ? ".value" : "";
    String text =
        "(fold "
            + value
            + " from "
            + in.literals.any(s.unit()).at(Level.SUM)
            + " over "
            + point
            + " in "
            + s.text()
            + ": round("
            + value
            + " * (1 - "
            + share
            + ") + "
            + point
            + of
            + " * "
            + share
            + " to 12 places, half even))";
    return made(text, s.unit(), Form.DECIMAL, s, 1);
  }

  private Optional<Phrase> number(Series s, Form most) {
    Unit one = Unit.ONE;
    return Optional.of(
        switch (draw.below(most == Form.FRACTION ? 7 : 5)) {
          case 0 -> made("count(" + window(s) + ")", one, Form.DECIMAL, s, 0);
          case 1 -> made("sum(log_returns(" + part(s) + "))", one, Form.DECIMAL, s, 0);
          case 2 -> made("count(log_returns(" + part(s) + "))", one, Form.DECIMAL, s, 0);
          case 3 -> {
            String point = in.world.name("m");
            String rounded =
                "round("
                    + point
                    + " to 12 places, half even) for "
                    + point
                    + " in simple_returns("
                    + part(s)
                    + ")";
            yield made(
                    "ceil(population_deviation(" + rounded + ") to 0.0001)",
                    one,
                    Form.DECIMAL,
                    s,
                    1)
                .failing();
          }
          case 4 ->
              made(
                      "floor(sample_deviation(log_returns(" + part(s) + ")) to 8 places)",
                      one,
                      Form.DECIMAL,
                      s,
                      0)
                  .failing();
          default ->
              made(
                      draw.of("max", "min") + "(simple_returns(" + part(s) + "))",
                      one,
                      Form.FRACTION,
                      s,
                      2)
                  .failing();
        });
  }

  Optional<Phrase> condition(Scope scope) {
    List<Series> found = all(scope);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Series series = draw.of(found);
    if (clock() && draw.chance(70)) {
      return Optional.of(
          Phrase.of(series.text() + " older than " + length(), Level.COMPARISON, Type.FLAG, 1));
    }
    String point = in.world.name("m");
    String text =
        draw.of("any(", "all(")
            + point
            + ".value > "
            + (World.isWritable(series.unit()) ? in.literals.any(series.unit()).at(Level.SUM) : "0")
            + " for "
            + point
            + " in "
            + window(series)
            + ")";
    return Optional.of(Phrase.of(text, Level.POSTFIX, Type.FLAG, 1));
  }

  /** What stands in the middle of any values, or how far they spread. */
  Optional<Phrase> statistic(String values, Unit unit, Form most, int digits) {
    Series of = new Series("", unit, digits);
    return switch (draw.below(4)) {
      case 0 -> Optional.of(made("median(" + values + ")", unit, Form.DECIMAL, of, 1).failing());
      case 1 ->
          Optional.of(
              made(
                      "nearest_rank(" + values + ", " + draw.of("0.001%", "33%", "100%") + ")",
                      unit,
                      Form.DECIMAL,
                      of,
                      1)
                  .failing());
      case 2 -> Optional.of(deviation(of, values));
      default ->
          most == Form.FRACTION
              ? Optional.of(
                  made("interpolated_percentile(" + values + ", 70%)", unit, most, of, 2).failing())
              : Optional.empty();
    };
  }
}
