package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * The row variables of a program and what is known about where their references lead.
 *
 * <p>A child bound among the children of x leads back to x: {@code position.account} is x. A path
 * that has such a beginning is shortened, so that equal paths are equal records.
 */
final class Paths {
  private int next = RowPath.SELF + 1;
  private final Map<Integer, Set<Integer>> leansOn = new HashMap<>();
  private final Map<RowPath, RowPath> leadsTo = new HashMap<>();
  private final Map<Named, List<String>> byName = new HashMap<>();

  /** A reference of a row that a fact of this name found. */
  private record Named(String name, String reference) {}

  /** A new row variable, whose row may differ with the variables given. */
  int variable(Set<Integer> others) {
    leansOn.put(next, Set.copyOf(others));
    return next++;
  }

  /** A new path of its own: equal only to itself. */
  RowPath fresh(String name, Set<Integer> others) {
    return new RowPath(variable(others), name, List.of());
  }

  void leads(RowPath from, RowPath to) {
    leadsTo.put(from, to);
  }

  /**
   * Gives a row that was found a name of its own: {@code start} and the name. What is known of its
   * references is known under that name, as far as it leads to where {@code start} begins.
   */
  RowPath named(int found, RowPath start, String name) {
    for (Map.Entry<RowPath, RowPath> known : Map.copyOf(leadsTo).entrySet()) {
      RowPath from = known.getKey();
      RowPath to = shortened(known.getValue());
      if (from.root() == found && from.references().size() == 1 && to.root() == start.root()) {
        byName.put(new Named(name, from.references().getFirst()), to.references());
      }
    }
    return start.then(name);
  }

  /**
   * Takes down that a reference of the row that {@code name} leads to is, wherever that name is
   * followed, what {@code references} lead to.
   */
  void known(String name, String reference, List<String> references) {
    byName.put(new Named(name, reference), List.copyOf(references));
  }

  private RowPath byName(RowPath path) {
    List<String> references = path.references();
    for (int i = 0; i + 1 < references.size(); i++) {
      List<String> known = byName.get(new Named(references.get(i), references.get(i + 1)));
      if (known != null) {
        List<String> all = new ArrayList<>(references.subList(0, i));
        all.addAll(known);
        all.addAll(references.subList(i + 2, references.size()));
        return shortened(new RowPath(path.root(), path.rootName(), all));
      }
    }
    return path;
  }

  RowPath shortened(RowPath path) {
    return byName(fromItsStart(path));
  }

  private RowPath fromItsStart(RowPath path) {
    RowPath current = path;
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 1; i <= current.references().size(); i++) {
        RowPath start =
            new RowPath(current.root(), current.rootName(), current.references().subList(0, i));
        RowPath shorter = leadsTo.get(start);
        if (shorter != null) {
          current = follow(shorter, current.references().subList(i, current.references().size()));
          again = true;
          break;
        }
      }
    }
    return current;
  }

  /** A type as seen from a row reached over {@code start} instead of from the variable itself. */
  Type seenFrom(Type type, int root, RowPath start) {
    return mapped(type, path -> shortened(path.rebase(root, start)));
  }

  /** Whether a unit belongs to a row that differs with a variable. */
  boolean mentions(Unit unit, int root) {
    return unit.factors().stream()
        .flatMap(f -> f.owner().stream())
        .anyMatch(owner -> leans(owner.root(), root));
  }

  boolean leans(int root, int on) {
    return root == on || leansOn.getOrDefault(root, Set.of()).contains(on);
  }

  static RowPath follow(RowPath start, List<String> references) {
    RowPath path = start;
    for (String reference : references) {
      path = path.then(reference);
    }
    return path;
  }

  /** The rest of {@code path} after {@code start}, if it begins with it. */
  static Optional<List<String>> after(RowPath path, RowPath start) {
    int length = start.references().size();
    boolean begins =
        path.root() == start.root()
            && path.references().size() >= length
            && path.references().subList(0, length).equals(start.references());
    return begins
        ? Optional.of(path.references().subList(length, path.references().size()))
        : Optional.empty();
  }

  /** A type with every path in it replaced. */
  static Type mapped(Type type, UnaryOperator<RowPath> change) {
    return switch (type) {
      case Type.Quantity q ->
          new Type.Quantity(mapped(q.unit(), change), q.form(), q.orUnlimited());
      case Type.RowOf row when !Open.isBroken(row) ->
          new Type.RowOf(row.entity(), change.apply(row.path()));
      case Type.OrNone optional -> new Type.OrNone(mapped(optional.of(), change));
      default -> type;
    };
  }

  static Unit mapped(Unit unit, UnaryOperator<RowPath> change) {
    if (unit.factors().stream().allMatch(f -> f.owner().isEmpty())) {
      return unit;
    }
    Unit result = Unit.ONE;
    for (Unit.Factor factor : unit.factors()) {
      Unit one = Unit.of(factor.name(), factor.owner().map(change));
      result = result.times(one.power(factor.exponent()));
    }
    return result;
  }
}
