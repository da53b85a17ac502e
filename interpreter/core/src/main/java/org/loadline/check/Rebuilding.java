package org.loadline.check;

import java.util.List;
import java.util.function.UnaryOperator;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.model.Type;

/** The same formula with every type in it replaced by another. */
record Rebuilding(UnaryOperator<Type> retyped) {

  /** Without what was open while it was checked: what fitted every unit is a plain number. */
  static Expr settled(Expr expr) {
    return new Rebuilding(Open::settled).of(expr);
  }

  Expr of(Expr expr) {
    Type t = retyped.apply(expr.type());
    return switch (expr) {
      case Expr.Constant e -> new Expr.Constant(t, e.span(), e.value());
      case Expr.Local e -> new Expr.Local(t, e.span(), e.slot(), e.name());
      case Expr.ParamValue e -> new Expr.ParamValue(t, e.span(), e.param());
      case Expr.SystemValue e -> new Expr.SystemValue(t, e.span(), e.input());
      case Expr.FieldOf e ->
          new Expr.FieldOf(t, e.span(), of(e.row()), e.entity(), e.field(), all(e.family()));
      case Expr.FactOf e ->
          new Expr.FactOf(t, e.span(), e.row().map(this::of), e.fact(), all(e.arguments()));
      case Expr.RowWithKey e ->
          new Expr.RowWithKey(
              t, e.span(), e.entity(), e.parent().map(this::of), e.fields(), all(e.keys()));
      case Expr.Lookup e ->
          new Expr.Lookup(t, e.span(), e.table(), e.owner().map(this::of), all(e.keys()));
      case Expr.Marginal e ->
          new Expr.Marginal(
              t, e.span(), e.table(), e.owner().map(this::of), all(e.keys()), e.column());
      case Expr.Interpolated e ->
          new Expr.Interpolated(
              t, e.span(), e.table(), e.owner().map(this::of), all(e.keys()), e.column());
      case Expr.Negate e -> new Expr.Negate(t, e.span(), of(e.operand()));
      case Expr.Arithmetic e ->
          new Expr.Arithmetic(t, e.span(), e.operation(), of(e.left()), of(e.right()));
      case Expr.Divide e -> new Expr.Divide(t, e.span(), of(e.left()), of(e.right()));
      case Expr.WholePower e -> new Expr.WholePower(t, e.span(), of(e.operand()), e.exponent());
      case Expr.Apply e -> new Expr.Apply(t, e.span(), e.builtin(), all(e.arguments()));
      case Expr.Round e ->
          new Expr.Round(t, e.span(), e.rounding(), step(e.step()), of(e.operand()));
      case Expr.SquareRoot e -> new Expr.SquareRoot(t, e.span(), of(e.operand()));
      case Expr.AsNumber e -> new Expr.AsNumber(t, e.span(), of(e.operand()));
      case Expr.Compare e ->
          new Expr.Compare(t, e.span(), e.comparison(), of(e.left()), of(e.right()));
      case Expr.Same e -> new Expr.Same(t, e.span(), e.negated(), of(e.left()), of(e.right()));
      case Expr.IsNone e -> new Expr.IsNone(t, e.span(), e.negated(), of(e.operand()));
      case Expr.IsUnlimited e -> new Expr.IsUnlimited(t, e.span(), e.negated(), of(e.operand()));
      case Expr.InRange e ->
          new Expr.InRange(t, e.span(), e.negated(), of(e.operand()), of(e.from()), of(e.to()));
      case Expr.Among e -> new Expr.Among(t, e.span(), e.negated(), of(e.operand()), e.members());
      case Expr.And e -> new Expr.And(t, e.span(), of(e.left()), of(e.right()));
      case Expr.Or e -> new Expr.Or(t, e.span(), of(e.left()), of(e.right()));
      case Expr.Not e -> new Expr.Not(t, e.span(), of(e.operand()));
      case Expr.Decision e ->
          new Expr.Decision(
              t, e.span(), e.arms().stream().map(this::arm).toList(), e.otherwise().map(this::of));
      case Expr.Else e -> new Expr.Else(t, e.span(), of(e.left()), of(e.right()));
      case Expr.Aggregate e ->
          new Expr.Aggregate(
              t,
              e.span(),
              e.kind(),
              e.binders().stream().map(this::binder).toList(),
              e.filter().map(this::of),
              of(e.body()),
              e.weight().map(this::of));
      case Expr.Pick e ->
          new Expr.Pick(
              t,
              e.span(),
              binder(e.binder()),
              e.filter().map(this::of),
              e.greatest(),
              of(e.measure()));
      case Expr.Given e ->
          new Expr.Given(
              t, e.span(), of(e.body()), e.changes().stream().map(this::change).toList());
      case Expr.Search e ->
          new Expr.Search(
              t,
              e.span(),
              e.last(),
              e.slot(),
              e.name(),
              of(e.from()),
              of(e.to()),
              of(e.step()),
              of(e.condition()));
      case Expr.End e -> new Expr.End(t, e.span(), e.last(), rows(e.rows()));
      case Expr.Place e -> new Expr.Place(t, e.span(), of(e.element()), rows(e.rows()));
      case Expr.Fold e ->
          new Expr.Fold(
              t,
              e.span(),
              e.carried().stream().map(this::carried).toList(),
              binder(e.binder()),
              e.filter().map(this::of),
              e.goOn().map(this::of),
              e.parts().stream().map(this::part).toList());
      case Expr.Repeat e ->
          new Expr.Repeat(
              t,
              e.span(),
              of(e.most()),
              e.carried().stream().map(this::carried).toList(),
              of(e.goOn()),
              e.parts().stream().map(this::part).toList());
    };
  }

  private Expr.Carried carried(Expr.Carried c) {
    return new Expr.Carried(
        c.slot(), c.name(), retyped.apply(c.type()), of(c.start()), of(c.next()));
  }

  private Expr.Part part(Expr.Part p) {
    return new Expr.Part(p.slot(), p.name(), of(p.value()));
  }

  private List<Expr> all(List<Expr> exprs) {
    return exprs.stream().map(this::of).toList();
  }

  private Expr.Decision.Arm arm(Expr.Decision.Arm arm) {
    return new Expr.Decision.Arm(of(arm.condition()), of(arm.value()), arm.span());
  }

  private StepSize step(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> whole;
      case StepSize.MultipleOf of -> new StepSize.MultipleOf(of(of.step()), of.span());
      case StepSize.Places places -> new StepSize.Places(of(places.count()), places.span());
    };
  }

  private Change change(Change change) {
    return switch (change) {
      case Change.OfField c ->
          new Change.OfField(
              c.entity(),
              c.field(),
              all(c.family()),
              c.slot(),
              c.name(),
              c.where().map(this::of),
              of(c.value()),
              c.span());
      case Change.OfSystem c -> new Change.OfSystem(c.input(), of(c.value()), c.span());
      case Change.OfParam c -> new Change.OfParam(c.param(), of(c.value()), c.span());
      case Change.OfRow c ->
          new Change.OfRow(
              c.entity(),
              c.settings().stream()
                  .map(s -> new Change.Setting(s.field(), s.member(), of(s.value()), s.span()))
                  .toList(),
              c.span());
    };
  }

  private Expr.Binder binder(Expr.Binder binder) {
    return new Expr.Binder(binder.slot(), binder.name(), rows(binder.rows()), binder.span());
  }

  private Rows rows(Rows rows) {
    return switch (rows) {
      case Rows.All all -> all;
      case Rows.Members members -> members;
      case Rows.Children c -> new Rows.Children(of(c.parent()), c.child(), c.field());
      case Rows.Numbers n -> new Rows.Numbers(of(n.from()), of(n.to()));
      case Rows.Ordered o -> ordered(o);
      case Rows.Before b -> new Rows.Before(of(b.row()), ordered(b.order()));
    };
  }

  private Rows.Ordered ordered(Rows.Ordered o) {
    return new Rows.Ordered(
        binder(o.element()),
        o.filter().map(this::of),
        o.keys().stream().map(k -> new Rows.Key(of(k.value()), k.descending())).toList(),
        o.most().map(this::of));
  }
}
