package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/** A formula as written. Brackets that only group are gone; their span is the inner one's. */
public sealed interface Expression {
  Span span();

  /** {@code 100_000}, {@code 100 USD}, {@code 30 days}, {@code 5 bps}: one of a unit, times it. */
  record NumberLiteral(Decimal value, Optional<Name> unit, Span span) implements Expression {}

  /** {@code 15%}: the value is 0.15. */
  record PercentLiteral(Decimal value, Span span) implements Expression {}

  /** {@code "BTC-PERP"}, with escapes resolved. */
  record TextLiteral(String value, Span span) implements Expression {}

  /** {@code 2026-11-20}. */
  record DateLiteral(java.time.LocalDate value, Span span) implements Expression {}

  /** {@code 2026-11-20T08:00Z}. */
  record InstantLiteral(java.time.Instant value, Span span) implements Expression {}

  /** {@code true}, {@code false}. */
  record FlagLiteral(boolean value, Span span) implements Expression {}

  /** {@code none}. */
  record NoneLiteral(Span span) implements Expression {}

  /** A name alone: a fact, field, param, local, unit, member, {@code unlimited}, … */
  record Reference(Name name) implements Expression {
    @Override
    public Span span() {
      return name.span();
    }
  }

  /** {@code target.name}. */
  record Member(Expression target, Name name, Span span) implements Expression {}

  /**
   * {@code f(a, b: c)}, {@code a.f(x)}, {@code sum(E for x in xs where C)}, {@code sum(xs.y where
   * C)}.
   */
  record Call(Expression target, List<Argument> arguments, Optional<Comprehension> over, Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** An argument; {@code where} and {@code weight} belong to aggregates over a collection. */
  record Argument(
      Optional<Name> label,
      Expression value,
      Optional<Expression> where,
      Optional<Expression> weight,
      Span span) {}

  /** {@code for x in xs, y in ys where C}. */
  record Comprehension(List<Binder> binders, Optional<Expression> where, Span span) {
    public Comprehension {
      binders = List.copyOf(binders);
    }
  }

  /** {@code x in xs}. */
  record Binder(Name name, Expression collection, Span span) {}

  /** {@code marks within 5 minutes}: the points of a series from so long ago until now. */
  record Within(Expression series, Expression duration, Span span) implements Expression {}

  /** {@code marks at t}: the last point of a series that is not after a moment. */
  record AsOf(Expression series, Expression moment, Span span) implements Expression {}

  /** {@code marks older than 90 seconds}. */
  record Older(Expression left, Expression duration, Span span) implements Expression {}

  /** {@code floor(x to step)}, {@code round(x to 6 places, half even)}. */
  record Rounding(Word word, Expression operand, Optional<Step> step, Span span)
      implements Expression {
    /** The rounding words; {@code round} is followed by how ties go. */
    public enum Word {
      FLOOR,
      CEIL,
      TRUNCATE,
      AWAY,
      ROUND_HALF_EVEN,
      ROUND_HALF_UP
    }
  }

  /** {@code -x}. */
  record Negate(Expression operand, Span span) implements Expression {}

  /** {@code not c}. */
  record Not(Expression operand, Span span) implements Expression {}

  /** Two operands and a sign between them. {@code operator} is the sign's own place. */
  record Binary(Operator op, Expression left, Expression right, Span operator, Span span)
      implements Expression {}

  /** The signs between two operands. {@code LESS} is {@code a less 15%}. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    LESS("less"),
    MULTIPLY("*"),
    DIVIDE("/"),
    AND("and"),
    OR("or"),
    EQUAL("="),
    NOT_EQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * {@code a is b}, {@code a is not none}: choices, references, {@code none}, {@code unlimited}.
   */
  record Is(Expression left, boolean negated, Expression right, Span span) implements Expression {}

  /** {@code a in 1 .. 3}, {@code a not in 1 .. 3}. */
  record InRange(Expression left, boolean negated, Range range, Span span) implements Expression {}

  /** {@code a in { x, y }}. */
  record InSet(Expression left, boolean negated, List<Name> members, Span span)
      implements Expression {
    public InSet {
      members = List.copyOf(members);
    }
  }

  /** {@code x as number}. */
  record As(Expression operand, Name kind, Span span) implements Expression {}

  /**
   * {@code a when c | b when d | e otherwise}; without {@code otherwise} the list alone decides.
   */
  record Decision(List<Arm> arms, Optional<Expression> otherwise, Span span) implements Expression {
    public Decision {
      arms = List.copyOf(arms);
    }
  }

  /** {@code value when condition}. */
  record Arm(Expression value, Expression condition, Span span) {}

  /** {@code a else b}. */
  record Else(Expression left, Expression right, Span span) implements Expression {}

  /** {@code the x in xs where C with least E}. */
  record Pick(
      Name name,
      Expression collection,
      Optional<Expression> where,
      boolean greatest,
      Expression measure,
      Span span)
      implements Expression {}

  /** {@code (E given a.x = V where C, p = W)}: the body where some inputs have other values. */
  record Given(Expression body, List<Supposition> changes, Span span) implements Expression {
    public Given {
      changes = List.copyOf(changes);
    }
  }

  /** {@code first x in a .. b by step such that C}, or {@code last x …}. */
  record Search(
      boolean last, Name name, Range range, Expression step, Expression condition, Span span)
      implements Expression {}

  /**
   * {@code xs where C ranked by a descending then b take first n}: rows in an order, which always
   * ends with what rows are known by.
   */
  record Ranked(
      Expression collection,
      Optional<Expression> where,
      List<OrderKey> keys,
      Optional<Expression> most,
      Span span)
      implements Expression {
    public Ranked {
      keys = List.copyOf(keys);
    }
  }

  /** {@code 1 .. 12} where a collection stands: whole numbers, both ends included. */
  record Numbers(Range range, Span span) implements Expression {}

  /** {@code fold a from x, b from y over p in ps where C while D: …}. */
  record Fold(
      List<Carried> carried,
      Name name,
      Expression collection,
      Optional<Expression> where,
      Optional<Expression> goOn,
      List<CarriedOn> items,
      Span span)
      implements Expression {
    public Fold {
      carried = List.copyOf(carried);
      items = List.copyOf(items);
    }
  }

  /** {@code repeat at most n times a from x, b from y while C: …}. */
  record Repeat(
      Expression most, List<Carried> carried, Expression goOn, List<CarriedOn> items, Span span)
      implements Expression {
    public Repeat {
      carried = List.copyOf(carried);
      items = List.copyOf(items);
    }
  }

  /** {@code a from x}: a value that is carried on, and what it starts from. */
  record Carried(Name name, Expression start, Span span) {}

  /** What becomes of a carried value, or a part with a name of its own: {@code a = a + p.size}. */
  record CarriedOn(Name name, Expression value, Span span) {}

  /** Stands where text could not be read; a diagnostic has been given. */
  record Unreadable(Span span) implements Expression {}
}
