package org.loadline.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;

/** Walks the parts of a formula. */
final class Parts {
  private Parts() {}

  /** The first place in a formula that reads a slot. */
  static Optional<Expr> mention(Expr formula, int slot) {
    Deque<Expr> ahead = new ArrayDeque<>(List.of(formula));
    while (!ahead.isEmpty()) {
      Expr at = ahead.pop();
      if (at instanceof Expr.Local local && local.slot() == slot) {
        return Optional.of(at);
      }
      of(at).reversed().forEach(ahead::push);
    }
    return Optional.empty();
  }

  /**
   * What a formula reads, in the order of the text: the outermost paths, variables, params, lookups
   * and aggregates. Walked without recursion, since chains may be longer than the stack.
   */
  static List<Expr> reads(Expr formula) {
    List<Expr> reads = new ArrayList<>();
    Deque<Expr> ahead = new ArrayDeque<>(List.of(formula));
    while (!ahead.isEmpty()) {
      Expr at = ahead.pop();
      if (isRead(at)) {
        reads.add(at);
      } else {
        of(at).reversed().forEach(ahead::push);
      }
    }
    return reads;
  }

  static boolean isRead(Expr formula) {
    return switch (formula) {
      case Expr.Local _,
          Expr.ParamValue _,
          Expr.SystemValue _,
          Expr.FieldOf _,
          Expr.FactOf _,
          Expr.RowWithKey _,
          Expr.Lookup _,
          Expr.Marginal _,
          Expr.Interpolated _,
          Expr.Aggregate _,
          Expr.Pick _,
          Expr.Given _,
          Expr.Search _,
          Expr.End _,
          Expr.Place _,
          Expr.Fold _,
          Expr.Repeat _ ->
          true;
      case Expr.Constant _,
          Expr.Negate _,
          Expr.Arithmetic _,
          Expr.Divide _,
          Expr.WholePower _,
          Expr.Apply _,
          Expr.Round _,
          Expr.SquareRoot _,
          Expr.AsNumber _,
          Expr.Compare _,
          Expr.Same _,
          Expr.IsNone _,
          Expr.IsUnlimited _,
          Expr.InRange _,
          Expr.Among _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Decision _,
          Expr.Else _ ->
          false;
    };
  }

  /** The formulas that a formula is directly made of, in the order of the text. */
  static List<Expr> of(Expr formula) {
    List<Expr> parts = new ArrayList<>();
    switch (formula) {
      case Expr.Decision e -> {
        for (Expr.Decision.Arm arm : e.arms()) {
          parts.add(arm.value());
          parts.add(arm.condition());
        }
        e.otherwise().ifPresent(parts::add);
      }
      case Expr.Aggregate e -> {
        parts.add(e.body());
        e.weight().ifPresent(parts::add);
        e.binders().forEach(b -> parts.addAll(ExprWalk.parts(b.rows())));
        e.filter().ifPresent(parts::add);
      }
      case Expr.Given e -> {
        parts.add(e.body());
        e.changes().forEach(change -> parts.addAll(of(change)));
      }
      default -> parts.addAll(ExprWalk.parts(formula));
    }
    return parts;
  }

  private static List<Expr> of(Change change) {
    if (!(change instanceof Change.OfField c)) {
      return ExprWalk.parts(change);
    }
    List<Expr> parts = new ArrayList<>(c.family());
    parts.add(c.value());
    c.where().ifPresent(parts::add);
    return parts;
  }
}
