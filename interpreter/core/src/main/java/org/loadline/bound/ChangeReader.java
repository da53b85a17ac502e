package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Limit;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;

/** Reads what governance may do with a param or a column. */
final class ChangeReader {
  private static final Type DURATION = new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false);

  private final ConstantFolder folder;
  private final BoundsReader bounds;
  private final DiagnosticSink sink;

  ChangeReader(ConstantFolder folder, DiagnosticSink sink) {
    this.folder = folder;
    this.bounds = new BoundsReader(folder, sink);
    this.sink = sink;
  }

  /** Bounds and the rule for changes. */
  record Limits(Optional<Bounds> within, ChangeRule change) {}

  /** The full name of what can change together with the one that is read; says so if nothing. */
  interface Others {
    Optional<String> named(Name other);
  }

  Limits read(List<Limit> limits, Type type, Others others) {
    Optional<Bounds> within = Optional.empty();
    Optional<Limit.ChangingBy> changing = Optional.empty();
    ChangeRule.Beyond beyond = ChangeRule.Beyond.REFUSED;
    boolean neverToZero = false;
    List<String> together = new ArrayList<>();
    List<Class<?>> seen = new ArrayList<>();
    for (Limit limit : limits) {
      Class<?> kind = kind(limit);
      if (seen.contains(kind) && !(limit instanceof Limit.Together)) {
        new Saying(sink, DeclarationProblem.LIMIT_TWICE, limit.span()).send();
        continue;
      }
      seen.add(kind);
      switch (limit) {
        case Limit.Within w -> within = bounds.read(w.range(), type);
        case Limit.ChangingBy change -> changing = Optional.of(change);
        case Limit.Refused refused -> beyond = ChangeRule.Beyond.REFUSED;
        case Limit.Clipped clipped -> beyond = ChangeRule.Beyond.CLIPPED;
        case Limit.Together other -> others.named(other.other()).ifPresent(together::add);
        case Limit.NeverToZero never -> neverToZero = isNumber(never, type);
      }
    }
    ChangeRule rule =
        new ChangeRule(
            changing.flatMap(c -> most(c, type)),
            changing.filter(Limit.ChangingBy::ofItsValue).isPresent(),
            changing.flatMap(Limit.ChangingBy::clock).flatMap(this::clock),
            beyond,
            neverToZero,
            together);
    return new Limits(within, rule);
  }

  private boolean isNumber(Limit.NeverToZero never, Type type) {
    if (type.present() instanceof Type.Quantity) {
      return true;
    }
    new Saying(sink, MandateProblem.ZERO_NOT_WANTED, never.span())
        .with("kind", TypeWords.of(type))
        .send();
    return false;
  }

  /** {@code refused} and {@code clipped} answer the same question. */
  private static Class<?> kind(Limit limit) {
    return limit instanceof Limit.Clipped ? Limit.Refused.class : limit.getClass();
  }

  private Optional<Exact> most(Limit.ChangingBy change, Type type) {
    Expression most = change.most();
    if (!(type.present() instanceof Type.Quantity quantity)) {
      new Saying(sink, DeclarationProblem.CHANGE_NOT_WANTED, change.span())
          .with("kind", TypeWords.of(type))
          .send();
      return Optional.empty();
    }
    if (!change.ofItsValue() && most instanceof Expression.PercentLiteral percent) {
      new Saying(sink, DeclarationProblem.UNCLEAR_CHANGE, most.span())
          .with("text", Excerpt.of(most.span()))
          .with(
              "points",
              percent.value().number().movePointRight(2).stripTrailingZeros().toPlainString())
          .send();
      return Optional.empty();
    }
    Type measure =
        change.ofItsValue()
            ? Type.NUMBER
            : new Type.Quantity(quantity.unit(), Type.Form.DECIMAL, false);
    return folder.fold(most, measure).filter(m -> isPositive(m, most.span())).map(Constant::exact);
  }

  private Optional<ChangeRule.Clock> clock(Limit.Clock clock) {
    return folder
        .fold(clock.period(), DURATION)
        .filter(period -> isPositive(period, clock.period().span()))
        .map(
            period ->
                new ChangeRule.Clock(clock.kind() == Limit.Clock.Kind.IN_ANY, period.exact()));
  }

  private boolean isPositive(Constant constant, Span span) {
    if (constant.exact().signum() > 0) {
      return true;
    }
    new Saying(sink, DeclarationProblem.NOT_POSITIVE, span).with("text", Excerpt.of(span)).send();
    return false;
  }
}
