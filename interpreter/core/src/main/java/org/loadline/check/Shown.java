package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.loadline.core.Expr;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * What tests have shown: names and paths that are there, that are finite, and rows that are one.
 *
 * <p>It is sound because a fact does not change while it is read. A test hidden in another fact
 * shows nothing.
 */
record Shown(Set<String> present, Set<String> finite, List<SameRow> same) {
  static final Shown NOTHING = new Shown(Set.of(), Set.of(), List.of());

  /** Two paths that lead to one row; {@code from} is written as {@code to}. */
  record SameRow(RowPath from, RowPath to) {
    static SameRow of(RowPath a, RowPath b) {
      int order = Integer.compare(a.root(), b.root());
      if (order == 0) {
        order = Integer.compare(a.references().size(), b.references().size());
      }
      if (order == 0) {
        order = a.references().toString().compareTo(b.references().toString());
      }
      return order <= 0 ? new SameRow(b, a) : new SameRow(a, b);
    }
  }

  Shown {
    present = Set.copyOf(present);
    finite = Set.copyOf(finite);
    same = List.copyOf(same);
  }

  boolean isNothing() {
    return present.isEmpty() && finite.isEmpty() && same.isEmpty();
  }

  Shown and(Shown other) {
    if (other.isNothing()) {
      return this;
    }
    Set<String> allPresent = new HashSet<>(present);
    allPresent.addAll(other.present);
    Set<String> allFinite = new HashSet<>(finite);
    allFinite.addAll(other.finite);
    List<SameRow> allSame = new ArrayList<>(same);
    allSame.addAll(other.same);
    return new Shown(allPresent, allFinite, allSame);
  }

  /** What holds after a condition came out as {@code outcome}. */
  static Shown by(Expr condition, boolean outcome) {
    return switch (condition) {
      case Expr.IsNone test when outcome == test.negated() ->
          ofKey(test.operand(), k -> new Shown(Set.of(k), Set.of(), List.of()));
      case Expr.IsUnlimited test when outcome == test.negated() ->
          ofKey(test.operand(), k -> new Shown(Set.of(), Set.of(k), List.of()));
      case Expr.Same test when outcome != test.negated() -> sameRows(test);
      case Expr.Not not -> by(not.operand(), !outcome);
      case Expr.And and when outcome -> by(and.left(), true).and(by(and.right(), true));
      case Expr.Or or when !outcome -> by(or.left(), false).and(by(or.right(), false));
      default -> NOTHING;
    };
  }

  /** What the types of values say that stand for the reads with some keys. */
  static Shown ofTypes(Map<String, Expr> values) {
    Set<String> present = new HashSet<>();
    Set<String> finite = new HashSet<>();
    values.forEach(
        (key, value) -> {
          if (!value.type().isOptional()) {
            present.add(key);
          }
          if (value.type().present() instanceof Type.Quantity q && !q.orUnlimited()) {
            finite.add(key);
          }
        });
    return new Shown(present, finite, List.of());
  }

  private static Shown ofKey(Expr operand, Function<String, Shown> shown) {
    return PathKey.of(operand).map(shown).orElse(NOTHING);
  }

  private static Shown sameRows(Expr.Same test) {
    if (test.left().type() instanceof Type.RowOf a
        && test.right().type() instanceof Type.RowOf b
        && !a.path().equals(b.path())) {
      return new Shown(Set.of(), Set.of(), List.of(SameRow.of(a.path(), b.path())));
    }
    return NOTHING;
  }

  /** A read whose value a test has shown to be there, typed so. */
  Expr narrowed(Expr read) {
    if (present.isEmpty() && finite.isEmpty()) {
      return read;
    }
    boolean maybe = read.type() instanceof Type.OrNone;
    boolean endless = read.type().present() instanceof Type.Quantity q && q.orUnlimited();
    if (!maybe && !endless) {
      return read;
    }
    return PathKey.of(read).map(key -> Retyping.as(read, narrowed(read.type(), key))).orElse(read);
  }

  private Type narrowed(Type type, String key) {
    Type known = present.contains(key) ? type.present() : type;
    if (finite.contains(key) && known instanceof Type.Quantity q) {
      return new Type.Quantity(q.unit(), q.form(), false);
    }
    return known;
  }

  /** Only which rows are one. */
  Shown ofRows() {
    return new Shown(Set.of(), Set.of(), same);
  }

  /** Whether a test has shown that a read is not {@code none}; it may be tested again. */
  boolean isPresent(Expr read) {
    return PathKey.of(read).filter(present::contains).isPresent();
  }

  /** Whether a test has shown that a read is not {@code unlimited}. */
  boolean isFinite(Expr read) {
    return PathKey.of(read).filter(finite::contains).isPresent();
  }

  /** A unit with the paths that are known to be one written as one. */
  Unit merged(Unit unit) {
    return same.isEmpty() ? unit : Paths.mapped(unit, this::merged);
  }

  RowPath merged(RowPath path) {
    RowPath current = path;
    for (int round = 0; round <= same.size(); round++) {
      for (SameRow pair : same) {
        RowPath before = current;
        current =
            Paths.after(before, pair.from())
                .map(rest -> Paths.follow(pair.to(), rest))
                .orElse(before);
      }
    }
    return current;
  }
}
