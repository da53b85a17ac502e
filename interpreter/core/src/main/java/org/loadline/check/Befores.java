package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Envelope;
import org.loadline.core.Expr;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/**
 * {@code was x} in an envelope: the value of the old policy, worked out there as a whole, so that
 * {@code was sum(tiers.rate)} is the sum of what the rates were.
 */
final class Befores {
  private static final String WAS = "was ";

  private final Checker in;

  Befores(Checker in) {
    this.in = in;
  }

  /** What a path or a call that begins with {@code was} stands for; empty for any other. */
  Optional<Denoted> of(Expression e, Scope s) {
    Optional<List<Envelope.Was>> into =
        s.layers().stream()
            .filter(Scope.Layer.Before.class::isInstance)
            .map(l -> ((Scope.Layer.Before) l).into())
            .findFirst();
    if (into.isEmpty() || root(e).filter(name -> name.text().startsWith(WAS)).isEmpty()) {
      return Optional.empty();
    }
    Scope there = s.ofRow(Set.of());
    Expr value = in.formulas.check(without(e), there, Ask.PLAIN);
    if (Open.isBroken(value)) {
      return Optional.of(Denoted.value(value));
    }
    int slot = s.frame().slot();
    into.get().add(new Envelope.Was(slot, Rebuilding.settled(value)));
    return Optional.of(
        Denoted.value(new Expr.Local(value.type(), e.span(), slot, Quote.of(e.span()))));
  }

  private static Optional<Name> root(Expression e) {
    return switch (e) {
      case Expression.Reference r -> Optional.of(r.name());
      case Expression.Member m -> root(m.target());
      case Expression.Call c -> root(c.target());
      default -> Optional.empty();
    };
  }

  /** The formula without the word that it begins with. */
  private static Expression without(Expression e) {
    return switch (e) {
      case Expression.Reference r ->
          new Expression.Reference(
              new Name(r.name().text().substring(WAS.length()), r.name().span()));
      case Expression.Member m -> new Expression.Member(without(m.target()), m.name(), m.span());
      case Expression.Call c ->
          new Expression.Call(without(c.target()), c.arguments(), c.over(), c.span());
      default -> e;
    };
  }
}
