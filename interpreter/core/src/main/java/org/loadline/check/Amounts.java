package org.loadline.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Amount;
import org.loadline.core.Expr;
import org.loadline.core.ExprParts;
import org.loadline.core.StepSize;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.WaterfallEntry.Clause;

/** Amounts that entries move: of the unit of both ends, and on the steps of both. */
final class Amounts {
  private final Checker in;
  private final Sweep sweep;

  Amounts(Checker in, Sweep sweep) {
    this.in = in;
    this.sweep = sweep;
  }

  /** An amount that is moved between inputs; empty if something is wrong, which has been said. */
  Optional<Amount> of(
      Expression written,
      List<Clause> clauses,
      List<Inputs.Input> ends,
      Sweep.Standing at,
      Span span) {
    Expr value = fixed(finite(written, at.ofAmount()), at);
    Optional<Expr> cap =
        clauses.stream()
            .filter(Clause.AtMost.class::isInstance)
            .map(c -> limit(((Clause.AtMost) c).cap(), at.scope()))
            .findFirst();
    if (Open.isBroken(value) || cap.filter(Open::isBroken).isPresent()) {
      return Optional.empty();
    }
    Unit unit = ends.getFirst().unit();
    if (!fits(value, ends, at.scope()) || cap.filter(c -> !fits(c, ends, at.scope())).isPresent()) {
      return Optional.empty();
    }
    Expr typed = Retyping.inUnit(value, unit);
    Optional<Expr> capped = cap.map(c -> Retyping.inUnit(c, unit));
    Optional<Clause.InSteps> steps =
        clauses.stream()
            .filter(Clause.InSteps.class::isInstance)
            .map(Clause.InSteps.class::cast)
            .findFirst();
    Optional<StepSize> step = steps.flatMap(c -> step(c, typed, ends, at.scope()));
    if (steps.isPresent() != step.isPresent()) {
      return Optional.empty();
    }
    if (step.isEmpty()
        && !(lies(typed, ends, true) && capped.filter(c -> !lies(c, ends, true)).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount(
            Rebuilding.settled(typed),
            capped.map(Rebuilding::settled),
            step.map(Amounts::settled),
            span));
  }

  /** A number that an entry works out. */
  Expr finite(Expression written, Scope s) {
    return new Depth(in).isBounded(written)
        ? in.fitness.finite(present(in.formulas.check(written, s, Ask.PLAIN)), "an amount")
        : Open.broken(written.span());
  }

  /** A number that may be {@code unlimited}, as the world stands. */
  Expr limit(Expression written, Scope s) {
    return new Depth(in).isBounded(written)
        ? in.fitness.number(present(in.formulas.check(written, s, Ask.PLAIN)), "at most")
        : Open.broken(written.span());
  }

  /** What may be {@code none} even after a test, since the entries between may have changed it. */
  private Expr present(Expr value) {
    return value.type().isOptional()
        ? in.complaints.sayWithHint(
            AnswerProblem.MAY_BE_NONE,
            value.span(),
            "Answer with `else`, or test it in the waterfall's own `when` and `fix` it: an entry"
                + " may have changed what any other test showed.",
            "name",
            Quote.of(value.span()))
        : value;
  }

  /** A formula in which fixed names are what they were. */
  Expr fixed(Expr expr, Sweep.Standing at) {
    return at.fixed().isEmpty() ? expr : replaced(expr, at.fixed());
  }

  private static Expr replaced(Expr expr, Map<String, Expr> fixed) {
    Optional<Expr> known = PathKey.of(expr).map(fixed::get);
    if (known.isPresent()) {
      Expr.Local local = (Expr.Local) known.get();
      return new Expr.Local(expr.type(), expr.span(), local.slot(), local.name());
    }
    return ExprParts.map(expr, part -> replaced(part, fixed));
  }

  boolean fits(Expr value, List<Inputs.Input> ends, Scope s) {
    for (Inputs.Input end : ends) {
      Unit given = Fitness.quantity(value).unit();
      if (in.fitness.same(given, end.unit(), s).isEmpty()) {
        in.complaints.say(
            Complaints.filled(
                    EntryProblem.OTHER_UNIT,
                    value.span(),
                    "text",
                    Quote.of(value.span()),
                    "given",
                    TypeText.of(value.type()),
                    "place",
                    end.text(),
                    "wanted",
                    TypeText.of(end.read().type()))
                .also(end.span(), TypeText.of(end.read().type())),
            value.span());
        return false;
      }
    }
    return true;
  }

  /** Whether two ends have one unit, of one row: what leaves one arrives at the other. */
  boolean conserve(Inputs.Input one, Inputs.Input other, Scope s) {
    if (in.fitness.same(one.unit(), other.unit(), s).isPresent()) {
      return true;
    }
    in.fitness.mismatch(one.read(), other.read(), "flow into one another", other.span());
    return false;
  }

  // ---- Steps

  private Optional<StepSize> step(
      Clause.InSteps clause, Expr value, List<Inputs.Input> ends, Scope s) {
    Optional<StepSize> step = in.roundings.step(clause.step(), value, s);
    for (Inputs.Input end : ends) {
      if (step.isPresent() && !sweep.steps(in).lies(step.get(), end)) {
        in.complaints.say(
            Complaints.filled(
                    EntryProblem.FINER_STEP, clause.span(), "place", end.text(), "step", step(end))
                .also(end.field().span(), "declared here"),
            clause.span());
        return Optional.empty();
      }
    }
    return step;
  }

  /**
   * @param moves whether the entry takes a clause that says steps
   */
  private boolean lies(Expr value, List<Inputs.Input> ends, boolean moves) {
    for (Inputs.Input end : ends) {
      if (!sweep.steps(in).lies(value, end)) {
        in.complaints.say(
            Complaints.filled(
                    EntryProblem.OFF_STEP,
                    value.span(),
                    "text",
                    Quote.of(value.span()),
                    "place",
                    end.text(),
                    "hint",
                    moves
                        ? "Add `, in steps of " + step(end) + "`, or round it."
                        : rounded(value.span(), end))
                .also(end.field().span(), "declared here"),
            value.span());
        return false;
      }
    }
    return true;
  }

  private static String rounded(Span value, Inputs.Input end) {
    return end.field().step().orElseThrow() instanceof StepRule.Fixed
        ? "Round it, as in `floor(" + Quote.of(value) + " to " + step(end) + ")`."
        : "Round it to " + step(end) + " steps.";
  }

  /** The steps of an input as an entry would write them. */
  static String step(Inputs.Input input) {
    return switch (input.field().step().orElseThrow()) {
      case StepRule.Fixed fixed ->
          fixed.step() + (TypeText.plain(input.unit()) ? "" : " " + input.unit());
      case StepRule.ByRow by -> "`" + input.text() + "`'s own";
    };
  }

  static StepSize settled(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> whole;
      case StepSize.MultipleOf of ->
          new StepSize.MultipleOf(Rebuilding.settled(of.step()), of.span());
      case StepSize.Places places ->
          new StepSize.Places(Rebuilding.settled(places.count()), places.span());
    };
  }

  /** Whether a value fits an input that is set: its type, its form and its steps. */
  Optional<Expr> set(Expression written, Inputs.Input input, Sweep.Standing at, String what) {
    Type wanted = input.read().type();
    return value(written, wanted, at, what)
        .filter(
            v ->
                input.field().step().isEmpty()
                    || v.type() instanceof Type.Nothing
                    || !(v.type().present() instanceof Type.Quantity)
                    || lies(v, List.of(input), false));
  }

  /** A value of a type, in which a fraction has no place. */
  Optional<Expr> value(Expression written, Type wanted, Sweep.Standing at, String what) {
    if (!new Depth(in).isBounded(written)) {
      return Optional.empty();
    }
    Expr given = fixed(in.formulas.check(written, at.ofAmount(), Ask.of(wanted)), at);
    if (Open.isBroken(given)) {
      return Optional.empty();
    }
    boolean missing = given.type() instanceof Type.Nothing && wanted.isOptional();
    boolean unlimited =
        given.type().present() instanceof Type.Quantity q
            && q.orUnlimited()
            && !(wanted.present() instanceof Type.Quantity w && w.orUnlimited());
    boolean fits =
        missing
            || (!(given.type().isOptional() && !wanted.isOptional())
                && !unlimited
                && in.fitness.fits(given.type().present(), wanted.present(), at.scope()));
    if (!fits) {
      in.complaints.expected(wanted, given);
      return Optional.empty();
    }
    if (given.type().present() instanceof Type.Quantity q && q.form() == Type.Form.FRACTION) {
      in.complaints.say(TypeProblem.DECIMAL_NEEDED, given.span(), "what", what);
      return Optional.empty();
    }
    return Optional.of(
        Rebuilding.settled(
            wanted.present() instanceof Type.Quantity q
                ? Retyping.inUnit(given, q.unit())
                : given));
  }
}
