package org.loadline.engine.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.core.Fact;

/**
 * A part of a formula with facts and arguments substituted. Equal parts are the same object, so
 * terms are compared by identity; {@code id} grows from operands to what reads them.
 *
 * <p>For those who read a plan, it remembers the first formula and the first fact that it stands
 * for.
 */
public final class Term {
  private final int id;
  private final Shape shape;
  private final Kind kind;
  private final List<Term> free;
  private final List<Term> operands;
  private @Nullable Expr formula;
  private @Nullable Fact fact;

  Term(int id, Shape shape, Kind kind, List<Term> free, List<Term> operands) {
    this.id = id;
    this.shape = shape;
    this.kind = kind;
    this.free = free;
    this.operands = operands;
  }

  public int id() {
    return id;
  }

  public Shape shape() {
    return shape;
  }

  public Kind kind() {
    return kind;
  }

  /** The variables that it depends on, outermost first. */
  public List<Term> free() {
    return free;
  }

  /** The terms that it reads, those under its own variables included. */
  public List<Term> operands() {
    return operands;
  }

  /** The innermost variable that it depends on: where it is worked out. */
  public Optional<Term> home() {
    return free.isEmpty() ? Optional.empty() : Optional.of(free.getLast());
  }

  /** The formula that it was first made for. */
  public Optional<Expr> formula() {
    return Optional.ofNullable(formula);
  }

  /** The fact that it first stood for. */
  public Optional<Fact> fact() {
    return Optional.ofNullable(fact);
  }

  void standsFor(Expr made) {
    if (formula == null && !(shape instanceof Shape.Constant)) {
      formula = made;
    }
  }

  void standsFor(Fact made) {
    if (fact == null && !(shape instanceof Shape.Constant)) {
      fact = made;
    }
  }

  /** How many loops deep a variable stands: 0 for the row of a pass. */
  int depth() {
    return shape instanceof Shape.Variable variable ? variable.depth() : -1;
  }

  /** Among variables as deep as one another: 0 for an element, above it for what is carried. */
  int turn() {
    return shape instanceof Shape.Variable(int depth, Domain.Carried(int place, var type))
        ? place + 1
        : 0;
  }

  @Override
  public String toString() {
    return "#" + id;
  }
}
