package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.NumberText;
import org.loadline.values.Text;
import org.loadline.values.Value;

/**
 * Typed formulas as people read them: every row written out, brackets around every operation,
 * values in full. Not meant to be parsed again.
 */
public final class CoreText {
  private final List<Entity> entities;
  private final List<Choice> choices;

  public CoreText(Program program) {
    this.entities = program.entities();
    this.choices = program.choices();
  }

  /** A formula on one line. */
  public String of(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> value(e.type(), e.value());
      case Expr.Local e -> e.name();
      case Expr.ParamValue e -> e.param().name();
      case Expr.SystemValue e -> e.input().name();
      case Expr.FieldOf e ->
          of(e.row())
              + "."
              + entities.get(e.entity().index()).fields().get(e.field()).name()
              + arguments(e.family());
      case Expr.FactOf e ->
          e.row().map(row -> of(row) + ".").orElse("") + e.fact() + arguments(e.arguments());
      case Expr.RowWithKey e ->
          e.parent()
                  .map(p -> of(p) + "." + entities.get(e.entity().index()).plural())
                  .orElse(e.entity().name())
              + "("
              + list(e.keys())
              + ")";
      case Expr.Lookup e -> owned(e.owner()) + e.table() + "(" + list(e.keys()) + ")";
      case Expr.Marginal e ->
          "marginal " + owned(e.owner()) + e.table() + "(" + list(e.keys()) + ")." + e.column();
      case Expr.Interpolated e ->
          "linear " + owned(e.owner()) + e.table() + "(" + list(e.keys()) + ")." + e.column();
      case Expr.Negate e -> "-" + of(e.operand());
      case Expr.Arithmetic e -> infix(e.left(), sign(e.operation()), e.right());
      case Expr.Divide e -> infix(e.left(), "/", e.right());
      case Expr.WholePower e -> "power(" + of(e.operand()) + ", " + e.exponent() + ")";
      case Expr.Apply e -> e.builtin().word() + "(" + list(e.arguments()) + ")";
      case Expr.Round e -> rounding(e) + "(" + of(e.operand()) + step(e.step()) + ")";
      case Expr.SquareRoot e -> "sqrt(" + of(e.operand()) + ")";
      case Expr.AsNumber e -> "(" + of(e.operand()) + " as number)";
      case Expr.Compare e -> infix(e.left(), sign(e.comparison()), e.right());
      case Expr.Same e -> infix(e.left(), e.negated() ? "is not" : "is", e.right());
      case Expr.IsNone e -> "(" + of(e.operand()) + (e.negated() ? " is not none)" : " is none)");
      case Expr.IsUnlimited e ->
          "(" + of(e.operand()) + (e.negated() ? " is not unlimited)" : " is unlimited)");
      case Expr.InRange e ->
          "(" + of(e.operand()) + in(e.negated()) + of(e.from()) + " .. " + of(e.to()) + ")";
      case Expr.Among e ->
          "("
              + of(e.operand())
              + in(e.negated())
              + "{ "
              + e.members().stream()
                  .map(m -> value(e.operand().type(), m))
                  .collect(Collectors.joining(", "))
              + " })";
      case Expr.And e -> infix(e.left(), "and", e.right());
      case Expr.Or e -> infix(e.left(), "or", e.right());
      case Expr.Not e -> "not " + of(e.operand());
      case Expr.Decision e -> decision(e);
      case Expr.Else e -> infix(e.left(), "else", e.right());
      case Expr.Aggregate e -> aggregate(e);
      case Expr.Pick e ->
          "(the "
              + binder(e.binder())
              + where(e.filter())
              + " with "
              + (e.greatest() ? "greatest " : "least ")
              + of(e.measure())
              + ")";
      case Expr.Given e ->
          "("
              + of(e.body())
              + " given "
              + e.changes().stream().map(this::change).collect(Collectors.joining(", "))
              + ")";
      case Expr.Search e ->
          "("
              + (e.last() ? "last " : "first ")
              + e.name()
              + " in "
              + of(e.from())
              + " .. "
              + of(e.to())
              + " by "
              + of(e.step())
              + " such that "
              + of(e.condition())
              + ")";
      case Expr.End e -> (e.last() ? "last(" : "first(") + rows(e.rows()) + ")";
      case Expr.Place e -> "place(" + of(e.element()) + ", " + rows(e.rows()) + ")";
      case Expr.Fold e ->
          "(fold "
              + starts(e.carried())
              + " over "
              + binder(e.binder())
              + where(e.filter())
              + e.goOn().map(g -> " while " + of(g)).orElse("")
              + turn(e.parts(), e.carried())
              + ")";
      case Expr.Repeat e ->
          "(repeat at most "
              + of(e.most())
              + " times "
              + starts(e.carried())
              + " while "
              + of(e.goOn())
              + turn(e.parts(), e.carried())
              + ")";
    };
  }

  private String change(Change change) {
    return switch (change) {
      case Change.OfField c ->
          c.name()
              + "."
              + entities.get(c.entity().index()).fields().get(c.field()).name()
              + arguments(c.family())
              + " = "
              + of(c.value())
              + where(c.where());
      case Change.OfSystem c -> c.input().name() + " = " + of(c.value());
      case Change.OfParam c -> c.param().name() + " = " + of(c.value());
      case Change.OfRow c ->
          "also "
              + c.entity()
              + c.settings().stream()
                  .map(
                      s ->
                          entities.get(c.entity().index()).fields().get(s.field()).name()
                              + " = "
                              + of(s.value()))
                  .collect(Collectors.joining(", ", " { ", " }"));
    };
  }

  private String starts(List<Expr.Carried> carried) {
    return carried.stream()
        .map(c -> c.name() + " from " + of(c.start()))
        .collect(Collectors.joining(", "));
  }

  private String turn(List<Expr.Part> parts, List<Expr.Carried> carried) {
    return ": { "
        + Stream.concat(
                parts.stream().map(p -> p.name() + " = " + of(p.value())),
                carried.stream().map(c -> c.name() + " = " + of(c.next())))
            .collect(Collectors.joining(", "))
        + " }";
  }

  private String infix(Expr left, String sign, Expr right) {
    return "(" + of(left) + " " + sign + " " + of(right) + ")";
  }

  private String list(List<Expr> exprs) {
    return exprs.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String arguments(List<Expr> exprs) {
    return exprs.isEmpty() ? "" : "(" + list(exprs) + ")";
  }

  private String owned(Optional<Expr> owner) {
    return owner.map(o -> of(o) + ".").orElse("");
  }

  private static String in(boolean negated) {
    return negated ? " not in " : " in ";
  }

  private static String sign(Expr.Arithmetic.Operation operation) {
    return switch (operation) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case LESS -> "less";
    };
  }

  private static String sign(Expr.Compare.Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "!=";
      case BELOW -> "<";
      case AT_MOST -> "<=";
      case ABOVE -> ">";
      case AT_LEAST -> ">=";
    };
  }

  private static String rounding(Expr.Round round) {
    return switch (round.rounding()) {
      case FLOOR -> "floor";
      case CEIL -> "ceil";
      case TRUNCATE -> "truncate";
      case AWAY -> "away";
      case HALF_EVEN -> "round half even";
      case HALF_UP -> "round half up";
    };
  }

  private String step(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> "";
      case StepSize.MultipleOf of -> " to " + of(of.step());
      case StepSize.Places places -> " to " + of(places.count()) + " places";
    };
  }

  private String decision(Expr.Decision e) {
    String arms =
        e.arms().stream()
            .map(a -> of(a.value()) + " when " + of(a.condition()))
            .collect(Collectors.joining(" | "));
    return "(" + arms + e.otherwise().map(o -> " | " + of(o) + " otherwise").orElse("") + ")";
  }

  private String aggregate(Expr.Aggregate e) {
    String word = e.kind() == Expr.Aggregate.Kind.WEIGHTED_MEAN ? "mean" : e.kind().name();
    return word.toLowerCase(java.util.Locale.ROOT)
        + "("
        + of(e.body())
        + e.weight().map(w -> " weighted by " + of(w)).orElse("")
        + " for "
        + e.binders().stream().map(this::binder).collect(Collectors.joining(", "))
        + where(e.filter())
        + ")";
  }

  private String binder(Expr.Binder binder) {
    return binder.name() + " in " + rows(binder.rows());
  }

  private String rows(Rows rows) {
    return switch (rows) {
      case Rows.All all -> entities.get(all.entity().index()).plural();
      case Rows.Children of ->
          of(of.parent())
              + "."
              + entities
                  .get(of.child().index())
                  .fields()
                  .get(of.field())
                  .plural()
                  .orElse(entities.get(of.child().index()).plural());
      case Rows.Members of -> of.choice().name();
      case Rows.Numbers of -> of(of.from()) + " .. " + of(of.to());
      case Rows.Ordered of ->
          "("
              + binder(of.element())
              + where(of.filter())
              + of.keys().stream().map(this::key).collect(Collectors.joining())
              + of.most().map(m -> " take first " + of(m)).orElse("")
              + ")";
      case Rows.Before of -> rows(of.order()) + " before " + of(of.row());
    };
  }

  private String key(Rows.Key key) {
    return " by " + of(key.value()) + (key.descending() ? " descending" : "");
  }

  private String where(Optional<Expr> filter) {
    return filter.map(f -> " where " + of(f)).orElse("");
  }

  private String value(Type type, Value value) {
    return switch (value) {
      case Exact number -> NumberText.format(number) + unit(type);
      case Text text -> "\"" + text.value() + "\"";
      case Member member when type.present() instanceof Type.OfChoice of ->
          choices.get(of.choice().index()).members().get(member.ordinal());
      default -> value.toString();
    };
  }

  private static String unit(Type type) {
    return type.present() instanceof Type.Quantity q && !q.unit().isOne() ? " " + q.unit() : "";
  }
}
