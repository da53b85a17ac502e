package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.FactRef;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;
import org.loadline.values.Value;

/**
 * What a term does with its operands.
 *
 * <p>{@code own}: the operation stands on the left of an {@code else} that answers for it; when it
 * fails, that {@code else} is taken, otherwise it is a fault.
 */
public sealed interface Shape {
  record Constant(Value value) implements Shape {}

  /** The current element of a loop. */
  record Variable(int depth, Domain domain) implements Shape {}

  /** A cell of a column; the row is absent for system inputs and facts of the whole. */
  record Read(ColumnKey column, Optional<Term> row, boolean own) implements Shape {}

  record Negate(Term operand) implements Shape {}

  record Abs(Term operand) implements Shape {}

  record Sign(Term operand) implements Shape {}

  record Add(Term left, Term right) implements Shape {}

  record Subtract(Term left, Term right) implements Shape {}

  record Multiply(Term left, Term right) implements Shape {}

  record Divide(Term left, Term right, boolean own) implements Shape {}

  record Remainder(Term left, Term right, boolean own) implements Shape {}

  /** The lesser or, if {@code greatest}, the greater of two; the left one if they are equal. */
  record Choose(boolean greatest, Term left, Term right) implements Shape {}

  /** A function whose value is a decimal of 18 places. */
  record Function(Builtin builtin, List<Term> arguments, boolean own) implements Shape {}

  /** {@code places}: the step is a number of decimal places. */
  record Round(Rounding rounding, boolean places, Term step, Term operand) implements Shape {}

  record RoundRoot(Rounding rounding, boolean places, Term step, Term operand, boolean own)
      implements Shape {}

  /** Of numbers, or of places in an order. */
  record Compare(Comparison comparison, Term left, Term right) implements Shape {}

  /** Of flags or places. */
  record Same(Term left, Term right) implements Shape {}

  record IsNone(Term operand) implements Shape {}

  record IsUnlimited(Term operand) implements Shape {}

  record And(Term left, Term right) implements Shape {}

  /** Both hold; both are worked out. */
  record Both(Term left, Term right) implements Shape {}

  record Or(Term left, Term right) implements Shape {}

  record Not(Term operand) implements Shape {}

  record If(Term condition, Term yes, Term no) implements Shape {}

  record Else(Term left, Term right) implements Shape {}

  /** False only if a condition is known not to hold: one that fails is undecided. */
  record Undecided(Term condition) implements Shape {}

  /** A fact without parameters that the reference evaluator works out. */
  record AskedFact(FactRef fact, Optional<Term> row, Type type, WhyAsked why) implements Shape {}

  /** Always fails: a condition that does not hold, a row that must not be used. */
  record Fail(boolean own) implements Shape {}

  /** What an aggregate keeps of the values of its body. */
  enum Total {
    SUM,
    MIN,
    MAX,
    COUNT,
    ANY,
    ALL
  }

  record Loop(Total total, List<Term> variables, Optional<Term> filter, Term body, boolean own)
      implements Shape {}

  /** The variable's first value with the least or greatest measure. */
  record Pick(Term variable, Optional<Term> filter, boolean greatest, Term measure, boolean own)
      implements Shape {}

  /**
   * The first of the points from, from + step, … up to {@code to} that satisfies a condition, or
   * the last. The condition is no operand: it is worked out with the point, from piece to piece.
   *
   * @param span its text
   */
  record Search(
      boolean last,
      Term variable,
      Term from,
      Term to,
      Term step,
      Term condition,
      boolean own,
      Span span)
      implements Shape {}

  /** A place as the whole number that it is, at most {@code most}. */
  record Ordinal(Term place, int most) implements Shape {}

  /**
   * What a filter keeps of a variable's elements, in the order of some keys and at last of
   * identity. Fails if the filter or a key fails for any of them.
   */
  record Order(Term variable, Optional<Term> filter, List<Key> keys) implements Shape {
    public Order {
      keys = List.copyOf(keys);
    }
  }

  /** What elements are ranked by; texts go by their letters. */
  record Key(Term value, boolean descending, boolean text) {}

  /**
   * Values that are carried over an order, and what they stood at before each of its elements. One
   * that cannot be worked out is a failure of itself alone.
   */
  record Scan(Term order, Term variable, List<Carried> carried) implements Shape {
    public Scan {
      carried = List.copyOf(carried);
    }
  }

  /** What a value of a scan stood at before an element, or after its turn. */
  record Earlier(Term scan, Term value, Term element, boolean after) implements Shape {}

  /**
   * The same, of a scan that is under way.
   *
   * @param at the element that the scan has come to, which stands beyond the other
   */
  record Hitherto(Term at, Term value, Term element, boolean after) implements Shape {}

  /** The first element of an order, or the last. */
  record End(Domain.Ranked rows, boolean last, boolean own) implements Shape {}

  /** 1 for the first element of an order; fails if an element is not among them. */
  record Place(Domain.Ranked rows, Term element, boolean own) implements Shape {}

  /**
   * Values that are carried over the elements of a variable; it comes to the first of them. {@code
   * goOn} is tested before each element, and ends it.
   */
  record Fold(Term variable, Optional<Term> filter, Optional<Term> goOn, List<Carried> carried)
      implements Shape {
    public Fold {
      carried = List.copyOf(carried);
    }
  }

  /**
   * Values that are carried on while {@code goOn} holds; it comes to the first of them. Fails by
   * itself if {@code goOn} still holds after {@code most} turns.
   */
  record Repeat(Term most, Term goOn, List<Carried> carried, boolean own) implements Shape {
    public Repeat {
      carried = List.copyOf(carried);
    }
  }

  /** A value that is carried: what it starts from, and what becomes of it at each turn. */
  record Carried(Term variable, Term start, Term next) {}

  record FindRow(
      EntityRef entity, Optional<Term> parent, List<Integer> fields, List<Term> keys, boolean own)
      implements Shape {}

  /**
   * A row by one lower bound.
   *
   * @param byRows the same, row after row: for data whose bounds cannot be halved. No operand, as
   *     it is seldom worked out; empty for rows of the text, too many to be tried
   */
  record Lookup(
      TableRef table, Optional<Term> owner, List<Term> keys, boolean own, Optional<Term> byRows)
      implements Shape {}

  /**
   * A charge by slices.
   *
   * @param byRow the same, from the row in which the key ends; for data whose offsets are known
   * @param byRows the same, row after row: for other data. No operand, as it is seldom worked out;
   *     empty for rows of the text
   */
  record Marginal(
      TableRef table,
      Optional<Term> owner,
      List<Term> keys,
      int column,
      boolean own,
      Optional<Term> byRow,
      Optional<Term> byRows)
      implements Shape {}

  /** A number that the reference evaluator looks up: in a written table beyond what is cut up. */
  record Interpolated(
      TableRef table, Optional<Term> owner, List<Term> keys, int column, boolean own)
      implements Shape {}

  /**
   * Where a number lies among points that rise: {@code 2i + 1} at point {@code i}, {@code 2i} below
   * it and above the one before.
   */
  record Region(Term key, List<Exact> points) implements Shape {
    public Region {
      points = List.copyOf(points);
    }
  }

  /**
   * A row that a world adds, known wherever it stands: it is no row of the snapshot, and is never
   * worked out itself.
   *
   * @param number how many rows of the entity were added before
   * @param values what its fields are set to
   */
  record Added(EntityRef entity, int number, List<Integer> fields, List<Term> values)
      implements Shape {
    public Added {
      fields = List.copyOf(fields);
      values = List.copyOf(values);
    }
  }

  /** Two places as one: {@code row} times {@code size}, and {@code column}. */
  record Cell(Term row, Term column, int size) implements Shape {}

  /** The constant that stands at a place; a failure if none does. */
  record Chosen(Term place, List<Optional<Value>> values, boolean own) implements Shape {
    public Chosen {
      values = List.copyOf(values);
    }
  }
}
