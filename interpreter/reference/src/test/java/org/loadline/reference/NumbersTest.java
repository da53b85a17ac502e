package org.loadline.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.reference.Written.exact;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Fact;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.ProgramMaker;
import org.loadline.model.Type;
import org.loadline.values.Flag;
import org.loadline.values.Rounding;
import org.loadline.values.Unlimited;

class NumbersTest {
  private final Written w = new Written("cash / debt");

  @Test
  void sumsProductsAndQuotientsNeverRound() {
    assertEquals(exact("1/3"), w.of(w.divide(w.num("1"), w.num("3"))));
    assertEquals(
        exact("1"),
        w.of(w.arithmetic(Operation.MULTIPLY, w.divide(w.num("1"), w.num("3")), w.num("3"))));
    assertEquals(exact("0.3"), w.of(w.add(w.num("0.1"), w.num("0.2"))));
    assertEquals(exact("85"), w.of(w.arithmetic(Operation.LESS, w.num("100"), w.num("0.15"))));
  }

  @Test
  void aChainOfTenThousandTermsDoesNotOverflow() {
    Expr sum = w.num("0");
    Expr all = w.flag(true);
    Expr any = w.flag(false);
    for (int i = 0; i < 10_000; i++) {
      sum = w.add(sum, w.num("0.1"));
      all = w.and(all, w.flag(true));
      any = w.or(any, w.flag(i == 9_999));
    }
    assertEquals(exact("1000"), w.of(sum));
    assertEquals(Flag.TRUE, w.of(all));
    assertEquals(Flag.TRUE, w.of(any));
  }

  @Test
  void aChainOfTenThousandFactsDoesNotOverflow() {
    Fact fact = w.define("f0", Optional.empty(), w.num("0"));
    for (int i = 1; i <= 10_000; i++) {
      fact = w.define("f" + i, Optional.empty(), w.add(w.fact(fact, Optional.empty()), w.num("1")));
    }
    assertEquals(exact("10000"), w.of(w.fact(fact, Optional.empty())));
  }

  @Test
  void deepFormulasInDeepFactsDoNotOverflow() {
    Fact fact = w.define("f0", Optional.empty(), w.num("1"));
    for (int i = 1; i <= 200; i++) {
      Expr deep = w.fact(fact, Optional.empty());
      for (int nested = 0; nested < 500; nested++) {
        deep = new Expr.Negate(Type.NUMBER, w.span(), deep);
      }
      fact = w.define("f" + i, Optional.empty(), deep);
    }
    assertEquals(exact("1"), w.of(w.fact(fact, Optional.empty())));
  }

  @Test
  void comparingIsExactAndUnlimitedIsAboveEveryNumber() {
    Expr unlimited = w.value(ProgramMaker.USD_OR_UNLIMITED, Unlimited.INSTANCE);
    Expr third = w.divide(w.num("1"), w.num("3"));
    assertEquals(
        Flag.TRUE, w.of(w.compare(Comparison.BELOW, w.num("0.333333333333333333"), third)));
    assertEquals(
        Flag.TRUE,
        w.of(w.compare(Comparison.EQUAL, w.divide(w.num("1"), w.num("2")), w.num("0.50"))));
    assertEquals(Flag.TRUE, w.of(w.compare(Comparison.ABOVE, unlimited, w.num("1e400"))));
    assertEquals(Flag.TRUE, w.of(w.compare(Comparison.EQUAL, unlimited, unlimited)));
    assertEquals(exact("5"), w.of(w.apply(Builtin.MIN, unlimited, w.num("5"))));
    assertEquals(exact("5"), w.of(w.apply(Builtin.CLAMP, unlimited, w.num("1"), w.num("5"))));
  }

  @Test
  void aRoundingWordRoundsOnceToItsStep() {
    Expr twoThirds = w.divide(w.num("2"), w.num("3"));
    assertEquals(exact("0.6"), w.of(w.round(Rounding.FLOOR, twoThirds, w.num("0.2"))));
    assertEquals(exact("0.67"), w.of(w.places(Rounding.HALF_EVEN, twoThirds, w.num("2"))));
    assertEquals(exact("100"), w.of(w.places(Rounding.CEIL, twoThirds, w.num("-2"))));
    assertEquals(exact("1.41"), w.of(w.places(Rounding.FLOOR, w.sqrt(w.num("2")), w.num("2"))));
  }

  @Test
  void aStepThatIsNotPositiveAndPlacesOutOfRangeFault() {
    assertEquals(
        FaultProblem.STEP_NOT_POSITIVE,
        w.fault(w.round(Rounding.FLOOR, w.num("1"), w.num("-1"))).what().code());
    for (String places : new String[] {"513", "-65", "0.5"}) {
      assertEquals(
          FaultProblem.PLACES_OUT_OF_RANGE,
          w.fault(w.places(Rounding.FLOOR, w.num("1"), w.num(places))).what().code());
    }
  }

  @Test
  void moreDigitsThanTheLimitFault() {
    Expr large = w.num("1e300");
    assertEquals(
        FaultProblem.TOO_MANY_DIGITS,
        w.fault(w.arithmetic(Operation.MULTIPLY, large, large)).what().code());
    assertEquals(
        FaultProblem.TOO_MANY_DIGITS,
        w.fault(new Expr.WholePower(Type.NUMBER, w.span(), w.num("1e-10"), 52)).what().code());
  }

  @Test
  void aFaultNamesTheValuesOfItsParts() {
    Expr cash = new Expr.Constant(ProgramMaker.USD, w.maker.at("cash"), exact("12.5"));
    Expr debt = new Expr.Constant(ProgramMaker.USD, w.maker.at("debt"), exact("0"));
    Fault fault = w.fault(w.divide(cash, debt));
    assertEquals("`cash / debt` divides by zero.", fault.what().message());
    assertEquals("12.5 USD", fault.what().values().get("cash"));
    assertEquals("0 USD", fault.what().related().get(1).text());
  }

  @Test
  void remainderHasTheSignOfItsFirst() {
    assertEquals(exact("-1"), w.of(w.apply(Builtin.REMAINDER, w.num("-7"), w.num("3"))));
  }
}
