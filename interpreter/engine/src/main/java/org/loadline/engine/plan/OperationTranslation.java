package org.loadline.engine.plan;

import java.util.List;
import java.util.Map;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.StepSize;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Turns numbers, comparisons and decisions into terms, once their operands are terms. */
final class OperationTranslation {
  private final Terms terms;
  private final LoopTranslation.Formulas formulas;

  OperationTranslation(Terms terms, LoopTranslation.Formulas formulas) {
    this.terms = terms;
    this.formulas = formulas;
  }

  private List<Term> all(List<Expr> exprs, Map<Integer, Term> slots) {
    return exprs.stream().map(e -> formulas.term(e, slots, false)).toList();
  }

  /** The condition, or its opposite. */
  Term negated(boolean negated, Shape shape) {
    return negated ? terms.not(terms.flag(shape)) : terms.flag(shape);
  }

  Term arithmetic(Expr.Arithmetic e, Map<Integer, Term> slots) {
    Term left = formulas.term(e.left(), slots, false);
    Term right = formulas.term(e.right(), slots, false);
    return switch (e.operation()) {
      case ADD -> terms.arithmetic(new Shape.Add(left, right));
      case SUBTRACT -> terms.arithmetic(new Shape.Subtract(left, right));
      case MULTIPLY -> terms.arithmetic(new Shape.Multiply(left, right));
      case LESS ->
          terms.arithmetic(
              new Shape.Multiply(
                  left, terms.arithmetic(new Shape.Subtract(terms.number(Exact.ONE), right))));
    };
  }

  /** The first power still reads its operand, and so does power 0: its fault is the power's. */
  Term power(Term operand, int exponent) {
    if (exponent == 0) {
      Term nothing = terms.arithmetic(new Shape.Multiply(operand, terms.number(Exact.ZERO)));
      return terms.arithmetic(new Shape.Add(nothing, terms.number(Exact.ONE)));
    }
    if (exponent == 1) {
      return operand;
    }
    Term half = power(operand, exponent / 2);
    Term square = terms.arithmetic(new Shape.Multiply(half, half));
    return exponent % 2 == 0 ? square : terms.arithmetic(new Shape.Multiply(square, operand));
  }

  Term apply(Expr.Apply e, Map<Integer, Term> slots, boolean own) {
    List<Term> arguments = all(e.arguments(), slots);
    return switch (e.builtin()) {
      case ABS -> terms.arithmetic(new Shape.Abs(arguments.getFirst()));
      case SIGN -> terms.arithmetic(new Shape.Sign(arguments.getFirst()));
      case MIN -> chosen(false, arguments);
      case MAX -> chosen(true, arguments);
      case CLAMP ->
          chosen(
              false,
              List.of(chosen(true, List.of(arguments.get(0), arguments.get(1))), arguments.get(2)));
      case REMAINDER ->
          terms.arithmetic(new Shape.Remainder(arguments.get(0), arguments.get(1), own));
      case EXP, LN, POWER, NORMAL_CDF -> function(e.builtin(), arguments, own);
    };
  }

  private Term function(Builtin builtin, List<Term> arguments, boolean own) {
    return terms.make(new Shape.Function(builtin, arguments, own), Kind.NUMBER);
  }

  private Term chosen(boolean greatest, List<Term> arguments) {
    return arguments.stream().reduce((a, b) -> chosen(greatest, a, b)).orElseThrow();
  }

  /** Of numbers, or of members in the order of their choice. */
  private Term chosen(boolean greatest, Term left, Term right) {
    if (left.kind() == Kind.NUMBER) {
      return terms.make(new Shape.Choose(greatest, left, right), Kind.NUMBER);
    }
    Expr.Compare.Comparison before =
        greatest ? Expr.Compare.Comparison.AT_LEAST : Expr.Compare.Comparison.AT_MOST;
    return terms.make(
        new Shape.If(terms.flag(new Shape.Compare(before, left, right)), left, right), Kind.INDEX);
  }

  Term round(Expr.Round e, Map<Integer, Term> slots, boolean own) {
    boolean places = e.step() instanceof StepSize.Places;
    Term step =
        switch (e.step()) {
          case StepSize.Whole whole -> terms.number(Exact.ONE);
          case StepSize.MultipleOf multiple -> formulas.term(multiple.step(), slots, false);
          case StepSize.Places count -> formulas.term(count.count(), slots, false);
        };
    if (e.operand() instanceof Expr.SquareRoot root) {
      Term radicand = formulas.term(root.operand(), slots, false);
      return terms.make(
          new Shape.RoundRoot(e.rounding(), places, step, radicand, own), Kind.NUMBER);
    }
    Term operand = formulas.term(e.operand(), slots, own);
    return terms.make(new Shape.Round(e.rounding(), places, step, operand), Kind.NUMBER);
  }

  Term inRange(Expr.InRange e, Map<Integer, Term> slots) {
    Term operand = formulas.term(e.operand(), slots, false);
    Term from = formulas.term(e.from(), slots, false);
    Term to = formulas.term(e.to(), slots, false);
    Term above = terms.flag(new Shape.Compare(Expr.Compare.Comparison.AT_MOST, from, operand));
    Term below = terms.flag(new Shape.Compare(Expr.Compare.Comparison.AT_MOST, operand, to));
    return negated(e.negated(), new Shape.Both(above, below));
  }

  Term among(Expr.Among e, Map<Integer, Term> slots) {
    Term operand = formulas.term(e.operand(), slots, false);
    Term found = terms.no();
    for (Value member : e.members()) {
      Term constant = terms.constant(member, operand.kind());
      Shape same =
          operand.kind() == Kind.NUMBER
              ? new Shape.Compare(Expr.Compare.Comparison.EQUAL, operand, constant)
              : new Shape.Same(operand, constant);
      found = terms.flag(new Shape.Or(found, terms.flag(same)));
    }
    return e.negated() ? terms.not(found) : found;
  }

  Term decision(Expr.Decision e, Map<Integer, Term> slots) {
    Kind kind = Kind.of(e.type());
    Term rest =
        e.otherwise().map(o -> formulas.term(o, slots, false)).orElseGet(() -> terms.fail(false));
    for (Expr.Decision.Arm arm : e.arms().reversed()) {
      Term condition = formulas.term(arm.condition(), slots, false);
      Term value = formulas.term(arm.value(), slots, false);
      rest = terms.make(new Shape.If(condition, value, rest), kind);
    }
    return rest;
  }
}
