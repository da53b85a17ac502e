package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.Exact;
import org.loadline.values.FunctionResult;
import org.loadline.values.Functions;
import org.loadline.values.Value;

/** Arithmetic and the functions of the language. Every result is held to the limit of digits. */
final class NumberFormulas {
  private final Formulas formulas;
  private final FaultWords words;

  NumberFormulas(Formulas formulas, FaultWords words) {
    this.formulas = formulas;
    this.words = words;
  }

  /**
   * A chain of operations leans to the left; it is walked, since it may be longer than the stack.
   */
  Value arithmetic(Expr.Arithmetic whole, Frame frame) {
    List<Expr.Arithmetic> chain = new ArrayList<>();
    Expr at = whole;
    while (at instanceof Expr.Arithmetic link) {
      chain.add(link);
      at = link.left();
    }
    Exact result = formulas.number(at, frame);
    for (Expr.Arithmetic link : chain.reversed()) {
      Exact left = result;
      Exact right = formulas.number(link.right(), frame);
      result =
          limited(
              link,
              frame,
              switch (link.operation()) {
                case ADD -> left.plus(right);
                case SUBTRACT -> left.minus(right);
                case MULTIPLY -> left.times(right);
                case LESS -> left.times(Exact.ONE.minus(right));
              });
    }
    return result;
  }

  Value divide(Expr.Divide e, Frame frame) {
    Exact left = formulas.number(e.left(), frame);
    Exact right = formulas.number(e.right(), frame);
    if (right.signum() == 0) {
      throw own(e, FaultProblem.DIVISION_BY_ZERO, frame, List.of(e.left(), e.right()), left, right);
    }
    return limited(e, frame, left.dividedBy(right));
  }

  Value wholePower(Expr.WholePower e, Frame frame) {
    return limited(e, frame, formulas.number(e.operand(), frame).power(e.exponent()));
  }

  Value apply(Expr.Apply e, Frame frame) {
    List<Value> arguments = new ArrayList<>();
    e.arguments().forEach(argument -> arguments.add(formulas.value(argument, frame)));
    Value first = arguments.getFirst();
    return switch (e.builtin()) {
      case ABS -> ((Exact) first).abs();
      case SIGN -> Exact.of(((Exact) first).signum());
      case MIN -> arguments.stream().reduce(Ranking::least).orElseThrow();
      case MAX -> arguments.stream().reduce(Ranking::greatest).orElseThrow();
      case CLAMP -> Ranking.least(Ranking.greatest(first, arguments.get(1)), arguments.get(2));
      case REMAINDER -> remainder(e, frame, (Exact) first, (Exact) arguments.get(1));
      case EXP -> function(e, frame, Functions.exp((Exact) first), first);
      case LN -> function(e, frame, Functions.ln((Exact) first), first);
      case POWER ->
          function(
              e,
              frame,
              Functions.power((Exact) first, (Exact) arguments.get(1)),
              first,
              arguments.get(1));
      case NORMAL_CDF -> function(e, frame, Functions.normalCdf((Exact) first), first);
    };
  }

  private Value remainder(Expr.Apply e, Frame frame, Exact left, Exact right) {
    if (right.signum() == 0) {
      throw own(e, FaultProblem.DIVISION_BY_ZERO, frame, e.arguments(), left, right);
    }
    return limited(e, frame, left.remainder(right));
  }

  private Value function(Expr.Apply e, Frame frame, FunctionResult result, Value... arguments) {
    return switch (result) {
      case FunctionResult.Defined(Exact number) -> number;
      case FunctionResult.Undefined undefined ->
          throw own(e, problem(undefined), frame, e.arguments(), arguments);
    };
  }

  private static FaultProblem problem(FunctionResult.Undefined undefined) {
    return switch (undefined) {
      case LOGARITHM_OF_NON_POSITIVE -> FaultProblem.LOGARITHM_OF_NON_POSITIVE;
      case FRACTIONAL_POWER_OF_NEGATIVE -> FaultProblem.FRACTIONAL_POWER_OF_NEGATIVE;
      case NEGATIVE_POWER_OF_ZERO -> FaultProblem.NEGATIVE_POWER_OF_ZERO;
      case TOO_LARGE -> FaultProblem.FUNCTION_TOO_LARGE;
    };
  }

  private Exact limited(Expr e, Frame frame, Exact result) {
    return limited(e, frame, result, words);
  }

  /** A result, unless it has more digits than a number may have. */
  static Exact limited(Expr e, Frame frame, Exact result, FaultWords words) {
    if (result.exceedsLimit()) {
      throw Failure.passing(
          words.fault(words.at(FaultProblem.TOO_MANY_DIGITS, e.span(), List.of()), frame));
    }
    return result;
  }

  private Failure own(
      Expr e, DiagnosticCode code, Frame frame, List<Expr> operands, Value... values) {
    List<FaultWords.Part> parts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      parts.add(FaultWords.Part.of(operands.get(i), values[i]));
    }
    return Failure.own(e, words.fault(words.at(code, e.span(), parts), frame));
  }
}
