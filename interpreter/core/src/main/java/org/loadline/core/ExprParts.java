package org.loadline.core;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** A formula with each of its direct parts replaced, and the variables that it binds moved. */
public final class ExprParts {
  private final UnaryOperator<Expr> part;
  private final IntUnaryOperator slot;

  private ExprParts(UnaryOperator<Expr> part, IntUnaryOperator slot) {
    this.part = part;
    this.slot = slot;
  }

  public static Expr map(Expr expr, UnaryOperator<Expr> part) {
    return new ExprParts(part, IntUnaryOperator.identity()).of(expr);
  }

  /** Binders of the formula itself move too; a {@link Expr.Local} is left as it is. */
  static Expr mapWithSlots(Expr expr, UnaryOperator<Expr> part, IntUnaryOperator slot) {
    return new ExprParts(part, slot).of(expr);
  }

  static StepSize map(StepSize step, UnaryOperator<Expr> part) {
    return new ExprParts(part, IntUnaryOperator.identity()).of(step);
  }

  /** The number of operations, the formula's own included. */
  static int size(Expr expr) {
    int[] count = {1};
    map(
        expr,
        part -> {
          count[0] += size(part);
          return part;
        });
    return count[0];
  }

  private Expr of(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> e;
      case Expr.Local e -> e;
      case Expr.ParamValue e -> e;
      case Expr.SystemValue e -> e;
      case Expr.FieldOf e ->
          new Expr.FieldOf(e.type(), e.span(), to(e.row()), e.entity(), e.field(), to(e.family()));
      case Expr.FactOf e ->
          new Expr.FactOf(e.type(), e.span(), to(e.row()), e.fact(), to(e.arguments()));
      case Expr.RowWithKey e ->
          new Expr.RowWithKey(
              e.type(), e.span(), e.entity(), to(e.parent()), e.fields(), to(e.keys()));
      case Expr.Lookup e ->
          new Expr.Lookup(e.type(), e.span(), e.table(), to(e.owner()), to(e.keys()));
      case Expr.Marginal e ->
          new Expr.Marginal(e.type(), e.span(), e.table(), to(e.owner()), to(e.keys()), e.column());
      case Expr.Interpolated e ->
          new Expr.Interpolated(
              e.type(), e.span(), e.table(), to(e.owner()), to(e.keys()), e.column());
      case Expr.Decision e ->
          new Expr.Decision(
              e.type(), e.span(), e.arms().stream().map(this::of).toList(), to(e.otherwise()));
      case Expr.Else e -> new Expr.Else(e.type(), e.span(), to(e.left()), to(e.right()));
      case Expr.Aggregate e -> {
        List<Expr.Binder> binders = e.binders().stream().map(this::of).toList();
        yield new Expr.Aggregate(
            e.type(), e.span(), e.kind(), binders, to(e.filter()), to(e.body()), to(e.weight()));
      }
      case Expr.Pick e ->
          new Expr.Pick(
              e.type(), e.span(), of(e.binder()), to(e.filter()), e.greatest(), to(e.measure()));
      case Expr.Given e ->
          new Expr.Given(
              e.type(), e.span(), to(e.body()), e.changes().stream().map(this::of).toList());
      case Expr.Search e ->
          new Expr.Search(
              e.type(),
              e.span(),
              e.last(),
              slot.applyAsInt(e.slot()),
              e.name(),
              to(e.from()),
              to(e.to()),
              to(e.step()),
              to(e.condition()));
      case Expr.End e -> new Expr.End(e.type(), e.span(), e.last(), of(e.rows()));
      case Expr.Place e -> new Expr.Place(e.type(), e.span(), to(e.element()), of(e.rows()));
      case Expr.Fold e ->
          new Expr.Fold(
              e.type(),
              e.span(),
              e.carried().stream().map(this::of).toList(),
              of(e.binder()),
              to(e.filter()),
              to(e.goOn()),
              e.parts().stream().map(this::of).toList());
      case Expr.Repeat e ->
          new Expr.Repeat(
              e.type(),
              e.span(),
              to(e.most()),
              e.carried().stream().map(this::of).toList(),
              to(e.goOn()),
              e.parts().stream().map(this::of).toList());
      case Expr.Negate e -> new Expr.Negate(e.type(), e.span(), to(e.operand()));
      case Expr.Arithmetic e ->
          new Expr.Arithmetic(e.type(), e.span(), e.operation(), to(e.left()), to(e.right()));
      case Expr.Divide e -> new Expr.Divide(e.type(), e.span(), to(e.left()), to(e.right()));
      case Expr.WholePower e ->
          new Expr.WholePower(e.type(), e.span(), to(e.operand()), e.exponent());
      case Expr.Apply e -> new Expr.Apply(e.type(), e.span(), e.builtin(), to(e.arguments()));
      case Expr.Round e ->
          new Expr.Round(e.type(), e.span(), e.rounding(), of(e.step()), to(e.operand()));
      case Expr.SquareRoot e -> new Expr.SquareRoot(e.type(), e.span(), to(e.operand()));
      case Expr.AsNumber e -> new Expr.AsNumber(e.type(), e.span(), to(e.operand()));
      case Expr.Compare e ->
          new Expr.Compare(e.type(), e.span(), e.comparison(), to(e.left()), to(e.right()));
      case Expr.Same e ->
          new Expr.Same(e.type(), e.span(), e.negated(), to(e.left()), to(e.right()));
      case Expr.IsNone e -> new Expr.IsNone(e.type(), e.span(), e.negated(), to(e.operand()));
      case Expr.IsUnlimited e ->
          new Expr.IsUnlimited(e.type(), e.span(), e.negated(), to(e.operand()));
      case Expr.InRange e ->
          new Expr.InRange(
              e.type(), e.span(), e.negated(), to(e.operand()), to(e.from()), to(e.to()));
      case Expr.Among e ->
          new Expr.Among(e.type(), e.span(), e.negated(), to(e.operand()), e.members());
      case Expr.And e -> new Expr.And(e.type(), e.span(), to(e.left()), to(e.right()));
      case Expr.Or e -> new Expr.Or(e.type(), e.span(), to(e.left()), to(e.right()));
      case Expr.Not e -> new Expr.Not(e.type(), e.span(), to(e.operand()));
    };
  }

  private Expr to(Expr expr) {
    return part.apply(expr);
  }

  private List<Expr> to(List<Expr> list) {
    return list.stream().map(part).toList();
  }

  private Optional<Expr> to(Optional<Expr> expr) {
    return expr.map(part);
  }

  private Expr.Decision.Arm of(Expr.Decision.Arm arm) {
    return new Expr.Decision.Arm(to(arm.condition()), to(arm.value()), arm.span());
  }

  private Change of(Change change) {
    return switch (change) {
      case Change.OfField c ->
          new Change.OfField(
              c.entity(),
              c.field(),
              to(c.family()),
              slot.applyAsInt(c.slot()),
              c.name(),
              to(c.where()),
              to(c.value()),
              c.span());
      case Change.OfSystem c -> new Change.OfSystem(c.input(), to(c.value()), c.span());
      case Change.OfParam c -> new Change.OfParam(c.param(), to(c.value()), c.span());
      case Change.OfRow c ->
          new Change.OfRow(
              c.entity(),
              c.settings().stream()
                  .map(s -> new Change.Setting(s.field(), s.member(), to(s.value()), s.span()))
                  .toList(),
              c.span());
    };
  }

  private Expr.Binder of(Expr.Binder binder) {
    int moved = slot.applyAsInt(binder.slot());
    return new Expr.Binder(moved, binder.name(), of(binder.rows()), binder.span());
  }

  private Rows of(Rows rows) {
    return switch (rows) {
      case Rows.All all -> all;
      case Rows.Members members -> members;
      case Rows.Children c -> new Rows.Children(to(c.parent()), c.child(), c.field());
      case Rows.Numbers n -> new Rows.Numbers(to(n.from()), to(n.to()));
      case Rows.Ordered o -> of(o);
      case Rows.Before b -> new Rows.Before(to(b.row()), of(b.order()));
    };
  }

  private Rows.Ordered of(Rows.Ordered o) {
    return new Rows.Ordered(
        of(o.element()),
        to(o.filter()),
        o.keys().stream().map(k -> new Rows.Key(to(k.value()), k.descending())).toList(),
        to(o.most()));
  }

  private Expr.Carried of(Expr.Carried c) {
    return new Expr.Carried(
        slot.applyAsInt(c.slot()), c.name(), c.type(), to(c.start()), to(c.next()));
  }

  private Expr.Part of(Expr.Part p) {
    return new Expr.Part(slot.applyAsInt(p.slot()), p.name(), to(p.value()));
  }

  private StepSize of(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> whole;
      case StepSize.MultipleOf m -> new StepSize.MultipleOf(to(m.step()), m.span());
      case StepSize.Places p -> new StepSize.Places(to(p.count()), p.span());
    };
  }
}
