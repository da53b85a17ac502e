package org.loadline.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;

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
    return switch (formula) {
      case Expr.Constant e -> List.of();
      case Expr.Local e -> List.of();
      case Expr.ParamValue e -> List.of();
      case Expr.SystemValue e -> List.of();
      case Expr.FieldOf e -> join(List.of(e.row()), e.family());
      case Expr.FactOf e -> join(e.row().stream().toList(), e.arguments());
      case Expr.RowWithKey e -> join(e.parent().stream().toList(), e.keys());
      case Expr.Lookup e -> join(e.owner().stream().toList(), e.keys());
      case Expr.Marginal e -> join(e.owner().stream().toList(), e.keys());
      case Expr.Interpolated e -> join(e.owner().stream().toList(), e.keys());
      case Expr.Negate e -> List.of(e.operand());
      case Expr.Arithmetic e -> List.of(e.left(), e.right());
      case Expr.Divide e -> List.of(e.left(), e.right());
      case Expr.WholePower e -> List.of(e.operand());
      case Expr.Apply e -> e.arguments();
      case Expr.Round e -> join(List.of(e.operand()), step(e.step()));
      case Expr.SquareRoot e -> List.of(e.operand());
      case Expr.AsNumber e -> List.of(e.operand());
      case Expr.Compare e -> List.of(e.left(), e.right());
      case Expr.Same e -> List.of(e.left(), e.right());
      case Expr.IsNone e -> List.of(e.operand());
      case Expr.IsUnlimited e -> List.of(e.operand());
      case Expr.InRange e -> List.of(e.operand(), e.from(), e.to());
      case Expr.Among e -> List.of(e.operand());
      case Expr.And e -> List.of(e.left(), e.right());
      case Expr.Or e -> List.of(e.left(), e.right());
      case Expr.Not e -> List.of(e.operand());
      case Expr.Decision e ->
          join(
              e.arms().stream()
                  .flatMap(arm -> List.of(arm.value(), arm.condition()).stream())
                  .toList(),
              e.otherwise().stream().toList());
      case Expr.Else e -> List.of(e.left(), e.right());
      case Expr.Aggregate e ->
          join(
              join(List.of(e.body()), e.weight().stream().toList()),
              join(
                  e.binders().stream().flatMap(b -> rows(b.rows()).stream()).toList(),
                  e.filter().stream().toList()));
      case Expr.Pick e ->
          join(join(rows(e.binder().rows()), e.filter().stream().toList()), List.of(e.measure()));
      case Expr.Given e ->
          join(List.of(e.body()), e.changes().stream().flatMap(c -> of(c).stream()).toList());
      case Expr.Search e -> List.of(e.from(), e.to(), e.step(), e.condition());
      case Expr.End e -> rows(e.rows());
      case Expr.Place e -> join(List.of(e.element()), rows(e.rows()));
      case Expr.Fold e ->
          join(
              join(e.carried().stream().map(Expr.Carried::start).toList(), rows(e.binder().rows())),
              join(
                  join(e.filter().stream().toList(), e.goOn().stream().toList()),
                  turn(e.parts(), e.carried())));
      case Expr.Repeat e ->
          join(
              join(List.of(e.most()), e.carried().stream().map(Expr.Carried::start).toList()),
              join(List.of(e.goOn()), turn(e.parts(), e.carried())));
    };
  }

  /** The formulas of a change, in the order of the text. */
  static List<Expr> of(Change change) {
    return switch (change) {
      case Change.OfField c ->
          join(join(c.family(), List.of(c.value())), c.where().stream().toList());
      case Change.OfSystem c -> List.of(c.value());
      case Change.OfParam c -> List.of(c.value());
      case Change.OfRow c -> c.settings().stream().map(Change.Setting::value).toList();
    };
  }

  private static List<Expr> turn(List<Expr.Part> parts, List<Expr.Carried> carried) {
    return join(
        parts.stream().map(Expr.Part::value).toList(),
        carried.stream().map(Expr.Carried::next).toList());
  }

  private static List<Expr> rows(Rows rows) {
    return switch (rows) {
      case Rows.All all -> List.of();
      case Rows.Children(Expr parent, var child, int field) -> List.of(parent);
      case Rows.Members members -> List.of();
      case Rows.Numbers(Expr from, Expr to) -> List.of(from, to);
      case Rows.Ordered of ->
          join(
              join(of.most().stream().toList(), rows(of.element().rows())),
              join(
                  of.filter().stream().toList(), of.keys().stream().map(Rows.Key::value).toList()));
      case Rows.Before of -> join(List.of(of.row()), rows(of.order()));
    };
  }

  private static List<Expr> step(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> List.of();
      case StepSize.MultipleOf(Expr size, var span) -> List.of(size);
      case StepSize.Places(Expr count, var span) -> List.of(count);
    };
  }

  private static List<Expr> join(List<Expr> first, List<Expr> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
