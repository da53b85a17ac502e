package org.loadline.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.StepSize;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;

/**
 * Sees that a number that is carried from run to run keeps its places.
 *
 * <p>What is made of a last value may be chosen, added to, subtracted from and multiplied by a
 * whole number; after any other product or quotient it would have more places each time, so it must
 * pass through a rounding word before it is carried on.
 */
final class Carried {
  private final Checker in;
  private final List<Fact> facts;
  private final Map<FactRef, Growth> plain = new HashMap<>();

  /** Whether a value has a last value in it, and where that gains places. */
  private record Growth(boolean carried, Optional<Span> grows) {
    static final Growth NONE = new Growth(false, Optional.empty());
    static final Growth KEPT = new Growth(true, Optional.empty());

    Growth and(Growth other) {
      return new Growth(carried || other.carried, grows.or(other::grows));
    }

    Growth at(Span span) {
      return carried ? new Growth(true, grows.or(() -> Optional.of(span))) : this;
    }
  }

  Carried(Checker in, List<Fact> facts) {
    this.in = in;
    this.facts = facts;
  }

  void check(Defined state) {
    Instance instance = in.definitions.plain(state);
    if (Open.isBroken(instance.type()) || !(instance.type().present() instanceof Type.Quantity q)) {
      return;
    }
    Optional<Defined> was = in.vocabulary.fact(state.owner(), "was " + state.name());
    Type start = was.map(w -> in.definitions.plain(w).type()).orElse(q);
    if (start.present() instanceof Type.Quantity first && first.form() != Type.Form.DECIMAL) {
      say(StateFormulaProblem.FRACTION, state.starts().orElseThrow().span(), state);
    }
    if (q.form() != Type.Form.DECIMAL) {
      say(StateFormulaProblem.FRACTION, state.body().span(), state);
      return;
    }
    growth(instance.ref())
        .grows()
        .ifPresent(place -> say(StateFormulaProblem.GAINS_PLACES, place, state));
  }

  private void say(StateFormulaProblem problem, Span span, Defined state) {
    in.complaints.say(problem, span, "name", state.name(), "formula", Quote.of(span));
  }

  private Growth growth(FactRef ref) {
    Growth known = plain.get(ref);
    if (known == null) {
      // Of earlier rows a fact may read itself; what it carries from row to row is checked there.
      plain.put(ref, Growth.NONE);
      known = of(facts.get(ref.index()).body(), Map.of());
      plain.put(ref, known);
    }
    return known;
  }

  private Growth of(Expr expr, Map<Integer, Growth> slots) {
    return switch (expr) {
      case Expr.Constant e -> Growth.NONE;
      case Expr.ParamValue e -> Growth.NONE;
      case Expr.Local e -> slots.getOrDefault(e.slot(), Growth.NONE);
      case Expr.SystemValue e -> last(in.vocabulary.bound().system().get(e.input().index()));
      case Expr.FieldOf e -> last(in.vocabulary.entity(e.entity()).fields().get(e.field()));
      case Expr.FactOf e -> fact(e, slots);
      case Expr.Negate e -> of(e.operand(), slots);
      case Expr.Arithmetic e -> arithmetic(e, slots);
      case Expr.Divide e -> both(e.left(), e.right(), slots).at(e.span());
      case Expr.WholePower e ->
          e.exponent() == 1 ? of(e.operand(), slots) : of(e.operand(), slots).at(e.span());
      case Expr.Apply e -> applied(e, slots);
      case Expr.Round e ->
          switch (e.step()) {
            case StepSize.MultipleOf step -> of(step.step(), slots);
            case StepSize.Whole step -> Growth.NONE;
            case StepSize.Places step -> Growth.NONE;
          };
      case Expr.AsNumber e -> of(e.operand(), slots);
      case Expr.Decision e -> {
        Growth growth = e.otherwise().map(o -> of(o, slots)).orElse(Growth.NONE);
        for (Expr.Decision.Arm arm : e.arms()) {
          growth = growth.and(of(arm.value(), slots));
        }
        yield growth;
      }
      case Expr.Else e -> both(e.left(), e.right(), slots);
      case Expr.Aggregate e -> aggregate(e, slots);
      case Expr.Marginal e -> all(e.keys(), slots).at(e.span());
      case Expr.Interpolated e -> all(e.keys(), slots).at(e.span());
      // A root stands under a rounding word; the rest are no numbers.
      case Expr.SquareRoot e -> Growth.NONE;
      case Expr.RowWithKey e -> Growth.NONE;
      case Expr.Lookup e -> Growth.NONE;
      case Expr.Compare e -> Growth.NONE;
      case Expr.Same e -> Growth.NONE;
      case Expr.IsNone e -> Growth.NONE;
      case Expr.IsUnlimited e -> Growth.NONE;
      case Expr.InRange e -> Growth.NONE;
      case Expr.Among e -> Growth.NONE;
      case Expr.And e -> Growth.NONE;
      case Expr.Or e -> Growth.NONE;
      case Expr.Not e -> Growth.NONE;
      case Expr.Pick e -> Growth.NONE;
      case Expr.Search e -> all(List.of(e.from(), e.step()), slots);
      // What a last value becomes on its way through an input is not followed.
      case Expr.Given e ->
          of(e.body(), slots)
              .and(
                  all(e.changes().stream().flatMap(c -> ExprWalk.parts(c).stream()).toList(), slots)
                      .at(e.span()));
      case Expr.End e -> Growth.NONE;
      case Expr.Place e -> Growth.NONE;
      case Expr.Fold e -> carriedOn(e.carried(), e.parts(), slots);
      case Expr.Repeat e -> carriedOn(e.carried(), e.parts(), slots);
    };
  }

  /** What a fold or repeat starts from and adds at each turn; that it ends is checked there. */
  private Growth carriedOn(
      List<Expr.Carried> carried, List<Expr.Part> parts, Map<Integer, Growth> slots) {
    Map<Integer, Growth> inside = new HashMap<>(slots);
    Growth growth = Growth.NONE;
    for (Expr.Carried value : carried) {
      Growth start = of(value.start(), slots);
      inside.put(value.slot(), start);
      growth = growth.and(start);
    }
    parts.forEach(part -> inside.put(part.slot(), of(part.value(), inside)));
    for (Expr.Carried value : carried) {
      growth = growth.and(of(value.next(), inside));
    }
    return growth;
  }

  private static Growth last(Field field) {
    boolean number = field.type().present() instanceof Type.Quantity;
    return number && field.role() == Field.Role.LAST ? Growth.KEPT : Growth.NONE;
  }

  private Growth fact(Expr.FactOf read, Map<Integer, Growth> slots) {
    if (read.arguments().isEmpty()) {
      return growth(read.fact());
    }
    Fact fact = facts.get(read.fact().index());
    Map<Integer, Growth> given = new HashMap<>();
    for (int i = 0; i < read.arguments().size(); i++) {
      given.put(fact.parameters().get(i).slot(), of(read.arguments().get(i), slots));
    }
    return of(fact.body(), given);
  }

  private Growth arithmetic(Expr.Arithmetic e, Map<Integer, Growth> slots) {
    Growth left = of(e.left(), slots);
    Growth right = of(e.right(), slots);
    Growth both = left.and(right);
    return switch (e.operation()) {
      case ADD, SUBTRACT -> both;
      case LESS -> both.at(e.span());
      case MULTIPLY -> {
        boolean whole =
            !(left.carried() && right.carried()) && isWhole(left.carried() ? e.right() : e.left());
        yield whole ? both : both.at(e.span());
      }
    };
  }

  private Growth applied(Expr.Apply e, Map<Integer, Growth> slots) {
    return switch (e.builtin()) {
      case ABS, MIN, MAX, CLAMP, REMAINDER -> all(e.arguments(), slots);
      case SIGN, EXP, LN, POWER, NORMAL_CDF -> Growth.NONE;
    };
  }

  private Growth aggregate(Expr.Aggregate e, Map<Integer, Growth> slots) {
    Growth weight = e.weight().map(w -> of(w, slots)).orElse(Growth.NONE);
    Growth body = of(e.body(), slots).and(weight);
    return switch (e.kind()) {
      case SUM, MIN, MAX -> body;
      case MEAN, WEIGHTED_MEAN -> body.at(e.span());
      case COUNT, ANY, ALL -> Growth.NONE;
    };
  }

  private Growth both(Expr left, Expr right, Map<Integer, Growth> slots) {
    return of(left, slots).and(of(right, slots));
  }

  private Growth all(List<Expr> parts, Map<Integer, Growth> slots) {
    Growth all = Growth.NONE;
    for (Expr part : parts) {
      all = all.and(of(part, slots));
    }
    return all;
  }

  private boolean isWhole(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> e.value() instanceof Exact number && number.isWhole();
      case Expr.FieldOf e -> in.vocabulary.entity(e.entity()).fields().get(e.field()).wholeNumber();
      case Expr.SystemValue e ->
          in.vocabulary.bound().system().get(e.input().index()).wholeNumber();
      case Expr.Negate e -> isWhole(e.operand());
      case Expr.Aggregate e -> e.kind() == Expr.Aggregate.Kind.COUNT;
      case Expr.Round e -> e.step() instanceof StepSize.Whole;
      default -> false;
    };
  }
}
