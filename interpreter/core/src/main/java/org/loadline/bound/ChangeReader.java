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

  /** Knows whether a name can change together with the one that is read. */
  interface Others {
    boolean holds(Name other);
  }

  Limits read(List<Limit> limits, Type type, Others others) {
    Optional<Bounds> within = Optional.empty();
    ChangeRule rule = ChangeRule.FREE;
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
        case Limit.ChangingBy change -> rule = changing(rule, change, type);
        case Limit.Refused refused -> rule = beyond(rule, ChangeRule.Beyond.REFUSED);
        case Limit.Clipped clipped -> rule = beyond(rule, ChangeRule.Beyond.CLIPPED);
        case Limit.Together other -> {
          if (others.holds(other.other())) {
            together.add(other.other().text());
          }
        }
      }
    }
    ChangeRule whole =
        new ChangeRule(rule.most(), rule.ofItsValue(), rule.clock(), rule.beyond(), together);
    return new Limits(within, whole);
  }

  /** {@code refused} and {@code clipped} answer the same question. */
  private static Class<?> kind(Limit limit) {
    return limit instanceof Limit.Clipped ? Limit.Refused.class : limit.getClass();
  }

  private static ChangeRule beyond(ChangeRule rule, ChangeRule.Beyond beyond) {
    return new ChangeRule(rule.most(), rule.ofItsValue(), rule.clock(), beyond, rule.together());
  }

  private ChangeRule changing(ChangeRule rule, Limit.ChangingBy change, Type type) {
    return new ChangeRule(
        most(change, type),
        change.ofItsValue(),
        change.clock().flatMap(this::clock),
        rule.beyond(),
        rule.together());
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
          .with("points", percent.value().movePointRight(2).stripTrailingZeros().toPlainString())
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
