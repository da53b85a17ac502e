package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.reference.Written.exact;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Rows;
import org.loadline.data.FaultProblem;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;
import org.loadline.values.Rounding;

/** `else` answers for the outermost operation on its left, and for nothing below it. */
class ElseTest {
  private final Written w = new Written("a / b else c");
  private final Expr seven = w.num("7");

  private void answers(Expr left) {
    assertEquals(exact("7"), w.of(w.orElse(left, seven)));
  }

  private void passes(Expr left, FaultProblem problem) {
    assertEquals(problem, w.fault(w.orElse(left, seven)).what().code());
  }

  @Test
  void aDivisorOfZeroIsTheOwnFailureOfAQuotient() {
    answers(w.divide(w.num("1"), w.num("0")));
    answers(w.divide(w.num("0"), w.num("0")));
    answers(w.divide(w.num("-1"), w.num("0")));
    answers(w.apply(Builtin.REMAINDER, w.num("1"), w.num("0")));
  }

  @Test
  void aFaultInsideAnOperandPassesThrough() {
    passes(w.divide(w.bang(), w.num("2")), FaultProblem.DIVISION_BY_ZERO);
    passes(w.divide(w.num("2"), w.bang()), FaultProblem.DIVISION_BY_ZERO);
    passes(w.add(w.bang(), w.num("2")), FaultProblem.DIVISION_BY_ZERO);
    passes(w.apply(Builtin.LN, w.bang()), FaultProblem.DIVISION_BY_ZERO);
  }

  @Test
  void aValueIsKeptAndNoneIsAnswered() {
    assertEquals(exact("1"), w.of(w.orElse(w.num("1"), w.bang())));
    answers(w.none());
  }

  @Test
  void aRoundingWordHasTheFailureOfWhatItRounds() {
    answers(w.round(Rounding.FLOOR, w.bang(), w.num("0.1")));
    answers(w.round(Rounding.FLOOR, w.sqrt(w.num("-1")), w.num("0.1")));
    passes(
        w.round(Rounding.FLOOR, w.divide(w.bang(), w.num("1")), w.num("0.1")),
        FaultProblem.DIVISION_BY_ZERO);
    passes(w.round(Rounding.FLOOR, w.num("1"), w.num("0")), FaultProblem.STEP_NOT_POSITIVE);
    passes(w.round(Rounding.FLOOR, w.num("1"), w.bang()), FaultProblem.DIVISION_BY_ZERO);
  }

  @Test
  void asNumberHasTheFailureOfWhatIsInside() {
    answers(new Expr.AsNumber(Type.NUMBER, w.span(), w.bang()));
  }

  @Test
  void elseHasTheFailureOfItsRightSide() {
    answers(w.orElse(w.none(), w.bang()));
    assertEquals(exact("7"), w.of(w.orElse(w.orElse(w.bang(), w.bang()), seven)));
  }

  @Test
  void functionsFailOutsideTheirDomain() {
    answers(w.apply(Builtin.LN, w.num("0")));
    answers(w.apply(Builtin.POWER, w.num("-2"), w.num("0.5")));
    answers(w.apply(Builtin.EXP, w.num("5000")));
  }

  @Test
  void aDecisionHasNoFailureOfItsOwn() {
    passes(w.decide(w.flag(true), w.bang(), w.num("1")), FaultProblem.DIVISION_BY_ZERO);
  }

  @Test
  void selectionsOfNoRowsFailAndSumsDoNot() {
    ChoiceRef kind = w.maker.choice("kind", "x", "y");
    Rows members = new Rows.Members(kind);
    for (Expr.Aggregate.Kind selects :
        List.of(Expr.Aggregate.Kind.MIN, Expr.Aggregate.Kind.MAX, Expr.Aggregate.Kind.MEAN)) {
      answers(w.aggregate(selects, 1, members, w.flag(false), w.num("1")));
      passes(
          w.aggregate(selects, 1, members, w.flag(true), w.bang()), FaultProblem.DIVISION_BY_ZERO);
    }
    answers(w.pick(1, members, false, w.flag(false), w.num("1"), new Type.OfChoice(kind)));
    assertEquals(
        exact("0"),
        w.of(w.aggregate(Expr.Aggregate.Kind.SUM, 1, members, w.flag(false), w.num("1"))));
  }

  @Test
  void aFactsOwnFaultPassesThrough() {
    Fact fact = w.define("a", Optional.empty(), w.bang());
    passes(w.fact(fact, Optional.empty()), FaultProblem.DIVISION_BY_ZERO);
  }
}
