package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the formulas that a formula is made of, in the order in which they are evaluated. */
public final class ExprWalk {
  private ExprWalk() {}

  /** The first formula inside one, or itself, that is of a kind. */
  public static <E extends Expr> Optional<E> first(Expr formula, Class<E> kind) {
    if (kind.isInstance(formula)) {
      return Optional.of(kind.cast(formula));
    }
    return parts(formula).stream().flatMap(p -> first(p, kind).stream()).findFirst();
  }

  /** Whether a formula reads the variable in a slot. */
  public static boolean reads(Expr formula, int slot) {
    return (formula instanceof Expr.Local local && local.slot() == slot)
        || parts(formula).stream().anyMatch(part -> reads(part, slot));
  }

  /** The formulas directly inside one, those of its changes, steps and collections included. */
  public static List<Expr> parts(Expr formula) {
    List<Expr> parts = new ArrayList<>();
    switch (formula) {
      case Expr.Constant e -> {}
      case Expr.Local e -> {}
      case Expr.ParamValue e -> {}
      case Expr.SystemValue e -> {}
      case Expr.FieldOf e -> {
        parts.add(e.row());
        parts.addAll(e.family());
      }
      case Expr.FactOf e -> {
        e.row().ifPresent(parts::add);
        parts.addAll(e.arguments());
      }
      case Expr.RowWithKey e -> {
        e.parent().ifPresent(parts::add);
        parts.addAll(e.keys());
      }
      case Expr.Lookup e -> {
        e.owner().ifPresent(parts::add);
        parts.addAll(e.keys());
      }
      case Expr.Marginal e -> {
        e.owner().ifPresent(parts::add);
        parts.addAll(e.keys());
      }
      case Expr.Interpolated e -> {
        e.owner().ifPresent(parts::add);
        parts.addAll(e.keys());
      }
      case Expr.Negate e -> parts.add(e.operand());
      case Expr.Arithmetic e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.Divide e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.WholePower e -> parts.add(e.operand());
      case Expr.Apply e -> parts.addAll(e.arguments());
      case Expr.Round e -> {
        parts.add(e.operand());
        switch (e.step()) {
          case StepSize.Whole whole -> {}
          case StepSize.MultipleOf of -> parts.add(of.step());
          case StepSize.Places places -> parts.add(places.count());
        }
      }
      case Expr.SquareRoot e -> parts.add(e.operand());
      case Expr.AsNumber e -> parts.add(e.operand());
      case Expr.Compare e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.Same e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.IsNone e -> parts.add(e.operand());
      case Expr.IsUnlimited e -> parts.add(e.operand());
      case Expr.InRange e -> parts.addAll(List.of(e.operand(), e.from(), e.to()));
      case Expr.Among e -> parts.add(e.operand());
      case Expr.And e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.Or e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.Not e -> parts.add(e.operand());
      case Expr.Decision e -> {
        for (Expr.Decision.Arm arm : e.arms()) {
          parts.add(arm.condition());
          parts.add(arm.value());
        }
        e.otherwise().ifPresent(parts::add);
      }
      case Expr.Else e -> parts.addAll(List.of(e.left(), e.right()));
      case Expr.Aggregate e -> {
        e.binders().forEach(b -> parts.addAll(parts(b.rows())));
        e.filter().ifPresent(parts::add);
        parts.add(e.body());
        e.weight().ifPresent(parts::add);
      }
      case Expr.Pick e -> {
        parts.addAll(parts(e.binder().rows()));
        e.filter().ifPresent(parts::add);
        parts.add(e.measure());
      }
      case Expr.Given e -> {
        parts.add(e.body());
        e.changes().forEach(change -> parts.addAll(parts(change)));
      }
      case Expr.Search e -> parts.addAll(List.of(e.from(), e.to(), e.step(), e.condition()));
      case Expr.End e -> parts.addAll(parts(e.rows()));
      case Expr.Place e -> {
        parts.add(e.element());
        parts.addAll(parts(e.rows()));
      }
      case Expr.Fold e -> {
        e.carried().forEach(c -> parts.add(c.start()));
        parts.addAll(parts(e.binder().rows()));
        e.filter().ifPresent(parts::add);
        e.goOn().ifPresent(parts::add);
        e.parts().forEach(p -> parts.add(p.value()));
        e.carried().forEach(c -> parts.add(c.next()));
      }
      case Expr.Repeat e -> {
        parts.add(e.most());
        e.carried().forEach(c -> parts.add(c.start()));
        parts.add(e.goOn());
        e.parts().forEach(p -> parts.add(p.value()));
        e.carried().forEach(c -> parts.add(c.next()));
      }
    }
    return parts;
  }

  /** The formulas of a change. */
  public static List<Expr> parts(Change change) {
    List<Expr> parts = new ArrayList<>();
    switch (change) {
      case Change.OfField c -> {
        parts.addAll(c.family());
        c.where().ifPresent(parts::add);
        parts.add(c.value());
      }
      case Change.OfSystem c -> parts.add(c.value());
      case Change.OfParam c -> parts.add(c.value());
      case Change.OfRow c -> c.settings().forEach(s -> parts.add(s.value()));
    }
    return parts;
  }

  /** The formulas that say which rows a collection has. */
  public static List<Expr> parts(Rows rows) {
    List<Expr> parts = new ArrayList<>();
    switch (rows) {
      case Rows.All all -> {}
      case Rows.Members members -> {}
      case Rows.Children of -> parts.add(of.parent());
      case Rows.Window window -> {
        parts.addAll(parts(window.points()));
        window.from().ifPresent(parts::add);
        window.until().ifPresent(parts::add);
        window.last().ifPresent(parts::add);
      }
      case Rows.Numbers of -> parts.addAll(List.of(of.from(), of.to()));
      case Rows.Ordered of -> {
        of.most().ifPresent(parts::add);
        parts.addAll(parts(of.element().rows()));
        of.filter().ifPresent(parts::add);
        of.keys().forEach(key -> parts.add(key.value()));
      }
      case Rows.Before of -> {
        parts.add(of.row());
        parts.addAll(parts(of.order()));
      }
    }
    return parts;
  }
}
