package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberFound;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Slots;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;
import org.loadline.values.Functions;
import org.loadline.values.Unlimited;

/** Makes the operations of numbers. */
final class NumberLowering {
  private static final Exact FUNCTION_STEP = Exact.ofUnscaled(BigInteger.ONE, Functions.PLACES);

  /** In steps of a function: a number has at most 512 places above and below its line. */
  private static final BigInteger GREATEST_LOGARITHM =
      BigInteger.valueOf(2_400).multiply(BigInteger.TEN.pow(Functions.PLACES));

  private final Lowering lowering;
  private final Arithmetic arithmetic;
  private final RoundingLowering rounding;

  NumberLowering(Lowering lowering) {
    this.lowering = lowering;
    this.arithmetic = lowering.arithmetic();
    this.rounding = new RoundingLowering(arithmetic);
  }

  NumberOp lower(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Exact value) -> arithmetic.constant(value);
      case Shape.Constant(Unlimited value) -> arithmetic.mark(false);
      case Shape.Constant constant -> throw notNumber(term);
      case Shape.Read read -> lowering.cells().number(read);
      case Shape.Negate(Term operand) -> arithmetic.magnitude(number(operand), false);
      case Shape.Abs(Term operand) -> arithmetic.magnitude(number(operand), true);
      case Shape.Sign(Term operand) -> arithmetic.sign(number(operand));
      case Shape.Add(Term left, Term right) -> arithmetic.add(number(left), number(right));
      case Shape.Subtract(Term left, Term right) ->
          arithmetic.subtract(number(left), number(right));
      case Shape.Multiply(Term left, Term right) ->
          arithmetic.multiply(number(left), number(right));
      case Shape.Divide(Term left, Term right, boolean own) ->
          arithmetic.divide(number(left), number(right), own);
      case Shape.Remainder(Term left, Term right, boolean own) ->
          arithmetic.remainder(number(left), number(right), own);
      case Shape.Choose(boolean greatest, Term left, Term right) ->
          arithmetic.choose(greatest, number(left), number(right));
      case Shape.Function(var builtin, List<Term> arguments, boolean own) ->
          rounding.onScale(
              new Calculation.Function(
                  builtin, own, arguments.stream().map(a -> arithmetic.plain(number(a))).toList()),
              Optional.of(FUNCTION_STEP),
              range(builtin));
      case Shape.Round(var way, boolean places, Term step, Term operand) ->
          rounding.round(way, places, number(step), constant(step), number(operand));
      case Shape.RoundRoot(var way, boolean places, Term step, Term operand, boolean own) ->
          rounding.root(way, places, number(step), constant(step), number(operand), own);
      case Shape.If(Term condition, Term yes, Term no) ->
          decision(lowering.flag(condition), number(yes), number(no));
      case Shape.Else(Term left, Term right) -> otherwise(number(left), number(right));
      case Shape.Marginal lookup -> lowering.tables().marginal(lookup);
      case Shape.Interpolated lookup -> lowering.tables().interpolated(lookup);
      case Shape.Chosen chosen -> RegionLowering.number(lowering, chosen);
      case Shape.AskedFact asked -> lowering.askedFacts().number(asked);
      case Shape.Loop loop -> throw new IllegalStateException("a loop is kept before it is read");
      case Shape.Fold fold -> throw new IllegalStateException("a fold is kept before it is read");
      case Shape.Repeat r -> throw new IllegalStateException("a repeat is kept before it is read");
      case Shape.Ordinal(Term place, int most) ->
          new NumberRead.OfPlace(lowering.index(place), lowering.frame().slot(), most);
      case Shape.Place place -> lowering.orders().place(place);
      case Shape.Earlier earlier -> lowering.scans().number(term);
      case Shape.Hitherto hitherto -> lowering.scans().number(term);
      case Shape.Scan scan -> throw notNumber(term);
      case Shape.Order order -> throw notNumber(term);
      case Shape.End end -> throw notNumber(term);
      case Shape.Search search -> search(search, term);
      case Shape.Undecided undecided -> throw notNumber(term);
      case Shape.Fail fail -> throw notNumber(term);
      case Shape.Variable variable -> throw notNumber(term);
      case Shape.Compare compare -> throw notNumber(term);
      case Shape.Same same -> throw notNumber(term);
      case Shape.IsNone none -> throw notNumber(term);
      case Shape.IsUnlimited unlimited -> throw notNumber(term);
      case Shape.And and -> throw notNumber(term);
      case Shape.Both both -> throw notNumber(term);
      case Shape.Or or -> throw notNumber(term);
      case Shape.Not not -> throw notNumber(term);
      case Shape.Pick pick -> throw notNumber(term);
      case Shape.FindRow find -> throw notNumber(term);
      case Shape.Lookup lookup -> throw notNumber(term);
      case Shape.Region region -> throw notNumber(term);
      case Shape.Cell cell -> throw notNumber(term);
      case Shape.Added added -> throw notNumber(term);
    };
  }

  private NumberOp search(Shape.Search search, Term term) {
    List<Term> variables = term.free().stream().filter(v -> !isCarried(v)).toList();
    List<Term> carried = term.free().stream().filter(NumberLowering::isCarried).toList();
    return new NumberFound.Search(
        search,
        arithmetic.plain(number(search.from())),
        arithmetic.plain(number(search.to())),
        arithmetic.plain(number(search.step())),
        variables,
        variables.stream().map(lowering::variable).toList(),
        carried,
        carried.stream().map(lowering.values()::of).toList());
  }

  private static boolean isCarried(Term variable) {
    return variable.shape() instanceof Shape.Variable(int depth, Domain.Carried carried);
  }

  /** Where a function's values lie, in its steps. */
  private Interval range(Builtin builtin) {
    return switch (builtin) {
      case NORMAL_CDF -> new Interval(BigInteger.ZERO, BigInteger.TEN.pow(Functions.PLACES));
      case LN -> new Interval(GREATEST_LOGARITHM.negate(), GREATEST_LOGARITHM);
      default -> arithmetic.effort().widestRange();
    };
  }

  private static IllegalStateException notNumber(Term term) {
    return new IllegalStateException("not a number: " + term.shape());
  }

  private NumberOp number(Term term) {
    return lowering.number(term);
  }

  private static Optional<Exact> constant(Term term) {
    return term.shape() instanceof Shape.Constant(Exact value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private NumberOp decision(FlagOp condition, NumberOp yes, NumberOp no) {
    Arithmetic.Agreed agreed = arithmetic.agree(List.of(yes, no));
    NumberForm form = arithmetic.joined(agreed);
    return new NumberChoice.If(
        form,
        lowering.frame().slots(form, form.isMarked()),
        condition,
        agreed.numbers().get(0),
        agreed.numbers().get(1));
  }

  private NumberOp otherwise(NumberOp left, NumberOp right) {
    Arithmetic.Agreed agreed = arithmetic.agree(List.of(left, right));
    NumberForm joined = arithmetic.joined(agreed);
    NumberForm form = joined.marked(right.form().orNone(), joined.orUnlimited());
    Slots trial =
        lowering.frame().slots(agreed.width(), !agreed.exact() && left.form().isFraction(), true);
    return new NumberChoice.Else(
        form,
        lowering.frame().slots(form, form.isMarked()),
        trial,
        agreed.numbers().get(0),
        agreed.numbers().get(1));
  }
}
