package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.BuiltinUnit;
import org.loadline.bound.ForeignNames;
import org.loadline.bound.Suggestions;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;

/** Written values, and units: a unit's name is one of it. */
final class Literals {
  private final Checker in;

  Literals(Checker in) {
    this.in = in;
  }

  Expr number(Expression.NumberLiteral literal, Scope s) {
    Exact value = WrittenNumbers.exact(literal.value());
    if (literal.unit().isEmpty()) {
      boolean anywhere = value.signum() == 0 || s.loose();
      return new Expr.Constant(anywhere ? Open.ZERO : Type.NUMBER, literal.span(), value);
    }
    String word = literal.unit().get().text();
    Optional<Expr> one = one(word, literal.unit().get().span(), s);
    if (one.isEmpty()) {
      List<String> units = new ArrayList<>(BuiltinUnit.words());
      in.vocabulary.bound().units().forEach(u -> units.add(u.name()));
      return in.complaints.sayWithHint(
          TypeProblem.UNKNOWN_UNIT,
          literal.unit().get().span(),
          ForeignNames.unit(word)
              .orElseGet(() -> Suggestions.hint(word, units, TypeProblem.UNKNOWN_UNIT.hint())),
          "name",
          word);
    }
    return one.get() instanceof Expr.Constant(Type type, Span at, Exact size)
        ? new Expr.Constant(type, literal.span(), value.times(size))
        : Open.broken(literal.span());
  }

  Expr percent(Expression.PercentLiteral literal) {
    Exact value = WrittenNumbers.exact(literal.value());
    return new Expr.Constant(value.signum() == 0 ? Open.ZERO : Type.NUMBER, literal.span(), value);
  }

  /** One of a unit; empty if there is no such unit. */
  Optional<Expr> one(String word, Span at, Scope s) {
    Optional<Expr> declared = in.vocabulary.unit(word).map(unit -> one(unit, at, s));
    return declared.or(
        () ->
            BuiltinUnit.of(word)
                .map(unit -> new Expr.Constant(quantity(unit.unit()), at, unit.size())));
  }

  private Expr one(Bound.UnitName unit, Span at, Scope s) {
    in.uses.read(unit.span());
    if (unit.owner().isEmpty()) {
      return new Expr.Constant(quantity(Unit.of(unit.name(), Optional.empty())), at, Exact.ONE);
    }
    return in.types
        .owner(unit, List.of(), at, s)
        .map(
            row ->
                (Expr)
                    new Expr.Constant(
                        quantity(Unit.of(unit.name(), Optional.of(row))), at, Exact.ONE))
        .orElseGet(() -> Open.broken(at));
  }

  private static Type quantity(Unit unit) {
    return new Type.Quantity(unit, Type.Form.DECIMAL, false);
  }
}
