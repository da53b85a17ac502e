package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.syntax.Expression;

/** {@code a when c | b otherwise}: one type for all arms, and an arm for every case. */
final class Decisions {
  private final Checker in;

  Decisions(Checker in) {
    this.in = in;
  }

  Expr check(Expression.Decision d, Scope s, Ask ask) {
    List<Expr.Decision.Arm> arms = new ArrayList<>();
    Optional<Type> expected = ask.expected();
    Scope later = s;
    boolean broken = false;
    for (Expression.Arm arm : d.arms()) {
      Expr condition = in.formulas.condition(arm.condition(), later);
      Scope here = Open.isBroken(condition) ? later : later.knowing(Shown.by(condition, true));
      Expr value = in.formulas.check(arm.value(), here, Ask.PLAIN.expecting(expected));
      broken |= Open.isBroken(condition) || Open.isBroken(value);
      expected = expected.or(() -> choice(value));
      if (!Open.isBroken(condition)) {
        later = later.knowing(Shown.by(condition, false));
      }
      arms.add(new Expr.Decision.Arm(condition, value, arm.span()));
    }
    Optional<Expr> otherwise = Optional.empty();
    if (d.otherwise().isPresent()) {
      Expr value = in.formulas.check(d.otherwise().get(), later, Ask.PLAIN.expecting(expected));
      broken |= Open.isBroken(value);
      otherwise = Optional.of(value);
    }
    if (!broken) {
      broken = !new Cover(in, arms).isComplete(d, otherwise);
    }
    return broken ? Open.broken(d.span()) : joined(d, arms, otherwise, s);
  }

  private static Optional<Type> choice(Expr value) {
    return !Open.isBroken(value) && value.type().present() instanceof Type.OfChoice of
        ? Optional.of(of)
        : Optional.empty();
  }

  private Expr joined(
      Expression.Decision d, List<Expr.Decision.Arm> arms, Optional<Expr> otherwise, Scope s) {
    List<Expr> values = new ArrayList<>(arms.stream().map(Expr.Decision.Arm::value).toList());
    otherwise.ifPresent(values::add);
    Type type = values.getFirst().type();
    Expr shown = values.getFirst();
    for (Expr value : values) {
      Optional<Type> join = in.fitness.join(type, value.type(), s);
      if (join.isEmpty()) {
        return in.fitness.mismatch(shown, value, "stand for one another", value.span());
      }
      boolean says = join.get().present().equals(value.type().present());
      shown = says ? value : shown;
      type = join.get();
    }
    Unit unit = type.present() instanceof Type.Quantity q ? q.unit() : Unit.ONE;
    List<Expr.Decision.Arm> typed =
        arms.stream()
            .map(
                a ->
                    new Expr.Decision.Arm(
                        a.condition(), Retyping.inUnit(a.value(), unit), a.span()))
            .toList();
    return new Expr.Decision(type, d.span(), typed, otherwise.map(o -> Retyping.inUnit(o, unit)));
  }
}
