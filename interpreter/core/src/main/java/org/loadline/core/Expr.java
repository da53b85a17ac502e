package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Rounding;
import org.loadline.values.Value;

/**
 * A typed formula. Evaluation is from left to right; a branch not taken is not evaluated; an
 * aggregate evaluates every row that its filter keeps.
 */
public sealed interface Expr {
  Type type();

  /** The text that it came from. */
  Span span();

  /** A value known from the text; numbers have their percentages and units worked in. */
  record Constant(Type type, Span span, Value value) implements Expr {}

  /** A slot of the frame: the row, a parameter, the variable of an aggregate. */
  record Local(Type type, Span span, int slot, String name) implements Expr {}

  /** A param. */
  record ParamValue(Type type, Span span, ParamRef param) implements Expr {}

  /** A system input. */
  record SystemValue(Type type, Span span, InputRef input) implements Expr {}

  /**
   * A field of a row: an input, a key, a reference, or a column of a written table.
   *
   * <p>{@code family} holds one choice member for each parameter of a column family, none
   * otherwise. A row that is {@code none} is the path's own failure.
   */
  record FieldOf(Type type, Span span, Expr row, EntityRef entity, int field, List<Expr> family)
      implements Expr {
    public FieldOf {
      family = List.copyOf(family);
    }
  }

  /**
   * A fact: of a row, or of the whole; with its arguments, if it has parameters.
   *
   * <p>Arguments are evaluated when the fact reads them. The fact's own faults pass through.
   */
  record FactOf(Type type, Span span, Optional<Expr> row, FactRef fact, List<Expr> arguments)
      implements Expr {
    public FactOf {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * The row of an entity that has the given key, among the children of {@code parent} if there is
   * one. {@code fields} are the fields that the keys must equal; with a parent, the reference that
   * leads to it stands before them. Fails if there is no such row.
   */
  record RowWithKey(
      Type type,
      Span span,
      EntityRef entity,
      Optional<Expr> parent,
      List<Integer> fields,
      List<Expr> keys)
      implements Expr {
    public RowWithKey {
      fields = List.copyOf(fields);
      keys = List.copyOf(keys);
    }
  }

  /** The first row of a table that takes the keys. Fails if there is none. */
  record Lookup(Type type, Span span, TableRef table, Optional<Expr> owner, List<Expr> keys)
      implements Expr {
    public Lookup {
      keys = List.copyOf(keys);
    }
  }

  /** A column of a marginal table: the sum of cell times slice over [0, key]. */
  record Marginal(
      Type type, Span span, TableRef table, Optional<Expr> owner, List<Expr> keys, int column)
      implements Expr {
    public Marginal {
      keys = List.copyOf(keys);
    }
  }

  /** A column of a linear table: exact at its points, the straight line between two. */
  record Interpolated(
      Type type, Span span, TableRef table, Optional<Expr> owner, List<Expr> keys, int column)
      implements Expr {
    public Interpolated {
      keys = List.copyOf(keys);
    }
  }

  /** {@code -x}. */
  record Negate(Type type, Span span, Expr operand) implements Expr {}

  /** {@code a + b}, {@code a - b}, {@code a * b}; {@code a less p} is {@code a * (1 - p)}. */
  record Arithmetic(Type type, Span span, Operation operation, Expr left, Expr right)
      implements Expr {
    /** The operations that always have a value. */
    public enum Operation {
      ADD,
      SUBTRACT,
      MULTIPLY,
      LESS
    }
  }

  /** {@code a / b}, an exact fraction. Fails if b is zero. */
  record Divide(Type type, Span span, Expr left, Expr right) implements Expr {}

  /** {@code power(x, n)} with a literal whole n from 0 to 64: a product. */
  record WholePower(Type type, Span span, Expr operand, int exponent) implements Expr {}

  /** A function of the language: see {@link Builtin}. */
  record Apply(Type type, Span span, Builtin builtin, List<Expr> arguments) implements Expr {
    public Apply {
      arguments = List.copyOf(arguments);
    }
  }

  /** A rounding word; the operand is rounded once from its exact value. */
  record Round(Type type, Span span, Rounding rounding, StepSize step, Expr operand)
      implements Expr {}

  /** The exact square root; stands directly under {@link Round} only. Fails below zero. */
  record SquareRoot(Type type, Span span, Expr operand) implements Expr {}

  /** {@code x as number}: the same value without its unit. */
  record AsNumber(Type type, Span span, Expr operand) implements Expr {}

  /** A comparison of numbers, moments, days or choices of one kind; fractions by cross product. */
  record Compare(Type type, Span span, Comparison comparison, Expr left, Expr right)
      implements Expr {
    public enum Comparison {
      EQUAL,
      NOT_EQUAL,
      BELOW,
      AT_MOST,
      ABOVE,
      AT_LEAST
    }
  }

  /** {@code a is b} for choices, rows, texts, flags; two rows are the same if they are one row. */
  record Same(Type type, Span span, boolean negated, Expr left, Expr right) implements Expr {}

  /** {@code x is none}. The operand's missing value is tested, not its faults. */
  record IsNone(Type type, Span span, boolean negated, Expr operand) implements Expr {}

  /** {@code x is unlimited}. */
  record IsUnlimited(Type type, Span span, boolean negated, Expr operand) implements Expr {}

  /** {@code a in x .. y}, both ends included. */
  record InRange(Type type, Span span, boolean negated, Expr operand, Expr from, Expr to)
      implements Expr {}

  /** {@code a in { x, y }}. */
  record Among(Type type, Span span, boolean negated, Expr operand, List<Value> members)
      implements Expr {
    public Among {
      members = List.copyOf(members);
    }
  }

  /** {@code a and b}; b only if a holds. */
  record And(Type type, Span span, Expr left, Expr right) implements Expr {}

  /** {@code a or b}; b only if a does not hold. */
  record Or(Type type, Span span, Expr left, Expr right) implements Expr {}

  /** {@code not a}. */
  record Not(Type type, Span span, Expr operand) implements Expr {}

  /**
   * The value of the first arm whose condition holds; without {@code otherwise} one always does.
   */
  record Decision(Type type, Span span, List<Arm> arms, Optional<Expr> otherwise) implements Expr {
    public Decision {
      arms = List.copyOf(arms);
    }

    public record Arm(Expr condition, Expr value, Span span) {}
  }

  /** {@code a else b}: b if a fails by itself (see LANGUAGE rules on `else`) or is {@code none}. */
  record Else(Type type, Span span, Expr left, Expr right) implements Expr {}

  /** A value worked out over rows. */
  record Aggregate(
      Type type,
      Span span,
      Kind kind,
      List<Binder> binders,
      Optional<Expr> filter,
      Expr body,
      Optional<Expr> weight)
      implements Expr {
    /**
     * What is worked out. {@code COUNT} counts the rows kept (its body is a flag constant); {@code
     * WEIGHTED_MEAN} is the sum of body times weight over the sum of weights. The means, {@code
     * MIN} and {@code MAX} fail without rows; {@code SUM} is 0, {@code ANY} false, {@code ALL}
     * true.
     */
    public enum Kind {
      SUM,
      MIN,
      MAX,
      COUNT,
      ANY,
      ALL,
      MEAN,
      WEIGHTED_MEAN;

      /** Whether it fails without rows. */
      public boolean needsRows() {
        return switch (this) {
          case MIN, MAX, MEAN, WEIGHTED_MEAN -> true;
          case SUM, COUNT, ANY, ALL -> false;
        };
      }
    }

    public Aggregate {
      binders = List.copyOf(binders);
    }
  }

  /** {@code the x in xs where C with least E}: the first such row in the order of identity. */
  record Pick(
      Type type, Span span, Binder binder, Optional<Expr> filter, boolean greatest, Expr measure)
      implements Expr {}

  /** {@code (E given …)}: the body in a world with these changes. */
  record Given(Type type, Span span, Expr body, List<Change> changes) implements Expr {
    public Given {
      changes = List.copyOf(changes);
    }
  }

  /** {@code first(xs)}, {@code last(xs)}: fails if there is none. */
  record End(Type type, Span span, boolean last, Rows rows) implements Expr {}

  /** {@code place(x, xs)}: 1 for the first element; fails if {@code x} is not among them. */
  record Place(Type type, Span span, Expr element, Rows rows) implements Expr {}

  /**
   * {@code fold}: values that are carried over the elements of a collection; what it comes to is
   * the first of them. {@code goOn} is tested before each element, and ends it.
   */
  record Fold(
      Type type,
      Span span,
      List<Carried> carried,
      Binder binder,
      Optional<Expr> filter,
      Optional<Expr> goOn,
      List<Part> parts)
      implements Expr {
    public Fold {
      carried = List.copyOf(carried);
      parts = List.copyOf(parts);
    }
  }

  /**
   * {@code first x in a .. b by step such that C}: the first of a, a + step, … up to b that
   * satisfies C, or the last. Fails if none does.
   */
  record Search(
      Type type,
      Span span,
      boolean last,
      int slot,
      String name,
      Expr from,
      Expr to,
      Expr step,
      Expr condition)
      implements Expr {}

  /**
   * {@code repeat}: values that are carried on while {@code goOn} holds; what it comes to is the
   * first of them. Fails if {@code goOn} still holds after {@code most} times.
   */
  record Repeat(Type type, Span span, Expr most, List<Carried> carried, Expr goOn, List<Part> parts)
      implements Expr {
    public Repeat {
      carried = List.copyOf(carried);
      parts = List.copyOf(parts);
    }
  }

  /** A value that is carried: what it starts from, and what becomes of it at each turn. */
  record Carried(int slot, String name, Type type, Expr start, Expr next) {}

  /** A part of one turn that has a name, worked out when it is read. */
  record Part(int slot, String name, Expr value) {}

  /** A variable that takes each element of a collection in turn; later ones may use earlier. */
  record Binder(int slot, String name, Rows rows, Span span) {}
}
