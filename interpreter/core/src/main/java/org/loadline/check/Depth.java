package org.loadline.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Step;
import org.loadline.syntax.Supposition;

/**
 * Keeps formulas shallow enough to be worked on by recursion, here and in every evaluator.
 *
 * <p>A formula that could not be read whole is not worked on at all. A chain of signs such as
 * {@code a + b + c} is as deep as it is long.
 */
final class Depth {
  /** Operations inside one another. */
  static final int DEEPEST = 500;

  private final Checker in;

  Depth(Checker in) {
    this.in = in;
  }

  private record At(Expression expression, int depth) {}

  boolean isBounded(Expression whole) {
    if (in.misread.holds(whole.span())) {
      return false;
    }
    Deque<At> open = new ArrayDeque<>();
    open.push(new At(whole, 1));
    while (!open.isEmpty()) {
      At at = open.pop();
      if (at.depth > DEEPEST) {
        in.complaints.say(FormulaProblem.TOO_LONG, whole.span(), "most", String.valueOf(DEEPEST));
        return false;
      }
      parts(at.expression).forEach(part -> open.push(new At(part, at.depth + 1)));
    }
    return true;
  }

  /** The formulas directly inside one. */
  static List<Expression> parts(Expression e) {
    List<Expression> parts = new ArrayList<>();
    switch (e) {
      case Expression.Member m -> parts.add(m.target());
      case Expression.Call c -> {
        parts.add(c.target());
        c.arguments()
            .forEach(
                a -> {
                  parts.add(a.value());
                  a.where().ifPresent(parts::add);
                  a.weight().ifPresent(parts::add);
                });
        c.over()
            .ifPresent(
                over -> {
                  over.binders().forEach(b -> parts.add(b.collection()));
                  over.where().ifPresent(parts::add);
                });
      }
      case Expression.Rounding r -> {
        parts.add(r.operand());
        r.step().ifPresent(step -> parts.add(size(step)));
      }
      case Expression.Negate n -> parts.add(n.operand());
      case Expression.Not n -> parts.add(n.operand());
      case Expression.Binary b -> {
        parts.add(b.left());
        parts.add(b.right());
      }
      case Expression.Is is -> {
        parts.add(is.left());
        parts.add(is.right());
      }
      case Expression.InRange r -> {
        parts.add(r.left());
        parts.add(r.range().from());
        parts.add(r.range().to());
      }
      case Expression.InSet s -> parts.add(s.left());
      case Expression.As as -> parts.add(as.operand());
      case Expression.Decision d -> {
        d.arms()
            .forEach(
                a -> {
                  parts.add(a.value());
                  parts.add(a.condition());
                });
        d.otherwise().ifPresent(parts::add);
      }
      case Expression.Else other -> {
        parts.add(other.left());
        parts.add(other.right());
      }
      case Expression.Pick p -> {
        parts.add(p.collection());
        p.where().ifPresent(parts::add);
        parts.add(p.measure());
      }
      case Expression.Given g -> {
        parts.add(g.body());
        for (Supposition change : g.changes()) {
          switch (change) {
            case Supposition.Input input -> {
              parts.add(input.value());
              input.where().ifPresent(parts::add);
            }
            case Supposition.Row row -> row.settings().forEach(s -> parts.add(s.value()));
          }
        }
      }
      case Expression.Search s -> {
        parts.add(s.range().from());
        parts.add(s.range().to());
        parts.add(s.step());
        parts.add(s.condition());
      }
      case Expression.Ranked r -> {
        parts.add(r.collection());
        r.where().ifPresent(parts::add);
        r.keys().forEach(key -> parts.add(key.key()));
        r.most().ifPresent(parts::add);
      }
      case Expression.Numbers n -> {
        parts.add(n.range().from());
        parts.add(n.range().to());
      }
      case Expression.Fold f -> {
        f.carried().forEach(c -> parts.add(c.start()));
        parts.add(f.collection());
        f.where().ifPresent(parts::add);
        f.goOn().ifPresent(parts::add);
        f.items().forEach(item -> parts.add(item.value()));
      }
      case Expression.Repeat r -> {
        parts.add(r.most());
        r.carried().forEach(c -> parts.add(c.start()));
        parts.add(r.goOn());
        r.items().forEach(item -> parts.add(item.value()));
      }
      case Expression.NumberLiteral n -> {}
      case Expression.PercentLiteral p -> {}
      case Expression.TextLiteral t -> {}
      case Expression.DateLiteral d -> {}
      case Expression.InstantLiteral i -> {}
      case Expression.FlagLiteral f -> {}
      case Expression.NoneLiteral n -> {}
      case Expression.Reference r -> {}
      case Expression.Unreadable u -> {}
    }
    return parts;
  }

  private static Expression size(Step step) {
    return switch (step) {
      case Step.Of of -> of.size();
      case Step.Places places -> places.count();
    };
  }
}
