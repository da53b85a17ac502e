package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * One lookup in a table in regions: finds the region of the keys, and reads what the table gives
 * there from constants.
 *
 * <p>Numbers that are fractions share one divisor all over the table if it is not large, so that
 * they can be summed; otherwise each region has its own.
 */
final class RegionLookup {
  private static final BigInteger LARGE = BigInteger.valueOf(1_000_000_000);

  private final Terms terms;
  private final List<Term> keys;
  private final boolean own;

  RegionLookup(Terms terms, List<Term> keys, boolean own) {
    this.terms = terms;
    this.keys = keys;
    this.own = own;
  }

  Term row(RegionTables.Made<Integer> table) {
    return grouped(
        table,
        Kind.INDEX,
        rows -> chosen(place(table), rows, row -> new RowNumber(row), Kind.INDEX));
  }

  Term number(RegionTables.Made<Polynomial> table) {
    Optional<Exact> common = common(table);
    return grouped(
        table,
        Kind.NUMBER,
        results -> {
          Term place = place(table);
          Term sum = sum(place, results, common);
          return common
              .map(c -> terms.arithmetic(new Shape.Divide(sum, terms.number(c), false)))
              .orElseGet(
                  () -> terms.arithmetic(new Shape.Divide(sum, divisors(place, results), false)));
        });
  }

  private Term divisors(Term place, List<Optional<Polynomial>> results) {
    return chosen(place, results, RegionLookup::divisor, Kind.NUMBER);
  }

  private Term sum(Term place, List<Optional<Polynomial>> results, Optional<Exact> common) {
    TreeSet<Integer> products = new TreeSet<>(List.of(0));
    results.forEach(r -> r.ifPresent(p -> products.addAll(p.factors().keySet())));
    List<Term> summands = new ArrayList<>();
    for (int product : products) {
      Term summand =
          chosen(
              place,
              results,
              p -> p.factor(product).times(common.orElseGet(() -> divisor(p))),
              Kind.NUMBER);
      for (int key = 0; key < keys.size(); key++) {
        if ((product >> key & 1) != 0) {
          summand = terms.arithmetic(new Shape.Multiply(keys.get(key), summand));
        }
      }
      summands.add(summand);
    }
    return summands.stream().reduce((a, b) -> terms.arithmetic(new Shape.Add(a, b))).orElseThrow();
  }

  /** What makes every factor of the table a decimal; empty if it is large. */
  private static Optional<Exact> common(RegionTables.Made<Polynomial> table) {
    BigInteger common = BigInteger.ONE;
    for (List<Optional<Polynomial>> results : table.groups().values()) {
      for (Polynomial result : results.stream().flatMap(Optional::stream).toList()) {
        BigInteger divisor = divisor(result).numerator();
        common = common.multiply(divisor.divide(common.gcd(divisor)));
        if (common.compareTo(LARGE) > 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Exact.of(common));
  }

  /** The least whole number that makes all factors decimals. */
  private static Exact divisor(Polynomial polynomial) {
    BigInteger common = BigInteger.ONE;
    for (Exact factor : polynomial.factors().values()) {
      BigInteger rest = factor.denominator();
      for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
        while (rest.mod(prime).signum() == 0) {
          rest = rest.divide(prime);
        }
      }
      common = common.multiply(rest.divide(common.gcd(rest)));
    }
    return Exact.of(common);
  }

  private <T> Term chosen(
      Term place, List<Optional<T>> results, Function<T, Value> value, Kind kind) {
    List<Optional<Value>> values = new ArrayList<>();
    results.forEach(r -> values.add(r.map(value)));
    return terms.make(new Shape.Chosen(place, values, own), kind);
  }

  /** The regions of all axes as one place. */
  private Term place(RegionTables.Made<?> table) {
    return table.axes().entrySet().stream()
        .map(
            axis ->
                new Axis(
                    terms.make(
                        new Shape.Region(keys.get(axis.getKey()), axis.getValue().points()),
                        Kind.INDEX),
                    axis.getValue().count()))
        .reduce(
            (left, right) ->
                new Axis(
                    terms.make(
                        new Shape.Cell(left.place(), right.place(), right.count()), Kind.INDEX),
                    left.count() * right.count()))
        .orElseThrow()
        .place();
  }

  private record Axis(Term place, int count) {}

  /** A decision on the keys that are no axes; every key is looked at before any fails. */
  private <T> Term grouped(
      RegionTables.Made<T> table, Kind kind, Function<List<Optional<T>>, Term> leaf) {
    Term found = group(table, kind, List.of(), leaf);
    if (table.others().isEmpty()) {
      return found;
    }
    Term known =
        keys.stream()
            .map(terms::known)
            .reduce((a, b) -> terms.flag(new Shape.Both(a, b)))
            .orElseThrow();
    return terms.make(new Shape.If(known, found, terms.fail(false)), kind);
  }

  private <T> Term group(
      RegionTables.Made<T> table,
      Kind kind,
      List<Optional<Value>> choice,
      Function<List<Optional<T>>, Term> leaf) {
    int at = choice.size();
    if (at == table.others().size()) {
      List<Optional<T>> results = Objects.requireNonNull(table.groups().get(choice));
      return results.stream().allMatch(Optional::isEmpty) ? terms.fail(own) : leaf.apply(results);
    }
    Term key = keys.get(table.others().get(at));
    Term found = group(table, kind, with(choice, Optional.empty()), leaf);
    List<Value> named =
        table.groups().keySet().stream().flatMap(c -> c.get(at).stream()).distinct().toList();
    for (Value value : named) {
      Term here = group(table, kind, with(choice, Optional.of(value)), leaf);
      found = terms.make(new Shape.If(same(key, value), here, found), kind);
    }
    return found;
  }

  private static List<Optional<Value>> with(List<Optional<Value>> choice, Optional<Value> next) {
    return Stream.concat(choice.stream(), Stream.of(next)).toList();
  }

  private Term same(Term key, Value value) {
    return switch (value) {
      case Flag(boolean holds) -> holds ? key : terms.flag(new Shape.Not(key));
      default -> terms.flag(new Shape.Same(key, terms.constant(value, Kind.INDEX)));
    };
  }
}
