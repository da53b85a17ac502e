package org.loadline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A product of units with whole exponents, such as USD/base of position.market.
 *
 * <p>Factors are sorted and none has the exponent zero, so equal units are equal records. A unit of
 * a row has the path of its row as owner. Time is the unit {@link #TIME}, counted in seconds.
 */
public record Unit(List<Factor> factors) {
  public static final Unit ONE = new Unit(List.of());
  public static final Unit TIME = of("time", Optional.empty());

  /** One unit, the row it belongs to if any, and its exponent. */
  public record Factor(String name, Optional<RowPath> owner, int exponent) {
    private String sortKey() {
      return name + " " + owner.map(RowPath::toString).orElse("") + " " + owner.hashCode();
    }
  }

  public Unit {
    factors = List.copyOf(factors);
  }

  public static Unit of(String name, Optional<RowPath> owner) {
    return new Unit(List.of(new Factor(name, owner, 1)));
  }

  public Unit times(Unit other) {
    return combine(other, 1);
  }

  public Unit dividedBy(Unit other) {
    return combine(other, -1);
  }

  public Unit power(int exponent) {
    return normal(
        factors.stream().map(f -> new Factor(f.name, f.owner, f.exponent * exponent)).toList());
  }

  /** The unit whose square this is, if it has one. */
  public Optional<Unit> squareRoot() {
    if (factors.stream().anyMatch(f -> f.exponent % 2 != 0)) {
      return Optional.empty();
    }
    return Optional.of(
        normal(factors.stream().map(f -> new Factor(f.name, f.owner, f.exponent / 2)).toList()));
  }

  /** This unit with the paths that start at {@code root} started at {@code start} instead. */
  public Unit rebase(int root, RowPath start) {
    return normal(
        factors.stream()
            .map(f -> new Factor(f.name, f.owner.map(o -> o.rebase(root, start)), f.exponent))
            .toList());
  }

  /** Whether a factor belongs to a row that is reached from the given variable. */
  public boolean mentions(int root) {
    return factors.stream().anyMatch(f -> f.owner.filter(o -> o.root() == root).isPresent());
  }

  public boolean isOne() {
    return factors.isEmpty();
  }

  private Unit combine(Unit other, int sign) {
    List<Factor> all = new ArrayList<>(factors);
    other.factors.forEach(f -> all.add(new Factor(f.name, f.owner, sign * f.exponent)));
    return normal(all);
  }

  private static Unit normal(List<Factor> factors) {
    Map<String, Factor> merged = new TreeMap<>();
    for (Factor factor : factors) {
      merged.merge(
          factor.sortKey(), factor, (a, b) -> new Factor(a.name, a.owner, a.exponent + b.exponent));
    }
    return new Unit(
        merged.values().stream()
            .filter(f -> f.exponent != 0)
            .sorted(Comparator.comparing(Factor::sortKey))
            .toList());
  }

  /** As people read it: {@code USD/base}, {@code 1/time}; empty for a plain number. */
  @Override
  public String toString() {
    return text(false);
  }

  /** With the rows that its parts belong to: {@code USD/base of position.market}. */
  public String withOwners() {
    return text(true);
  }

  private String text(boolean owners) {
    StringBuilder above = new StringBuilder();
    StringBuilder below = new StringBuilder();
    for (Factor factor : factors) {
      StringBuilder side = factor.exponent > 0 ? above : below;
      if (!side.isEmpty()) {
        side.append(factor.exponent > 0 ? "*" : "/");
      }
      side.append(factor.name);
      int exponent = Math.abs(factor.exponent);
      if (exponent > 1) {
        side.append('^').append(exponent);
      }
      if (owners) {
        factor.owner.ifPresent(o -> side.append(" of ").append(o));
      }
    }
    if (below.isEmpty()) {
      return above.toString();
    }
    return (above.isEmpty() ? "1" : above) + "/" + below;
  }
}
