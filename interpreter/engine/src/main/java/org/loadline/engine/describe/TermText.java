package org.loadline.engine.describe;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;

/** Terms in the words of the policy that they come from. */
final class TermText {
  private final Program program;

  TermText(Program program) {
    this.program = program;
  }

  /** The fact that a term is. */
  Optional<String> name(Term term) {
    return term.fact().map(this::name);
  }

  String name(Fact fact) {
    if (program.properties().stream().anyMatch(p -> p.title().equals(fact.name()))) {
      return "property \"" + fact.name() + "\"";
    }
    String own = fact.name() + (fact.parameters().isEmpty() ? "" : "(…)");
    return fact.owner().map(owner -> owner.name() + "." + own).orElse(own);
  }

  Optional<Type> type(Term term) {
    return term.fact().map(Fact::type).or(() -> term.formula().map(Expr::type));
  }

  /** The formula of a term: as it is written where it comes from a text. */
  String of(Term term) {
    return term.fact()
        .map(this::of)
        .or(() -> term.formula().map(formula -> written(formula.span())))
        .orElseGet(() -> made(term));
  }

  String of(Fact fact) {
    return written(fact.body().span());
  }

  private static String written(Span span) {
    return balanced(span).replaceAll("//[^\n]*", " ").replaceAll("\\s+", " ").strip();
  }

  /** Brackets around an operand are no part of its span, so those at the ends are missing. */
  private static String balanced(Span span) {
    String text = span.text();
    int open = 0;
    int missing = 0;
    for (char c : text.toCharArray()) {
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')') {
        missing++;
      }
    }
    return "(".repeat(missing) + text + ")".repeat(open);
  }

  /** What a fact that is read elsewhere is called, or its formula. */
  String shortly(Term term) {
    return name(term).orElseGet(() -> of(term));
  }

  private String made(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(Exact value) -> NumberText.format(value);
      case Shape.Constant(RowNumber(int row)) -> "row " + (row + 1);
      case Shape.Constant(Member(int ordinal)) -> "member " + (ordinal + 1);
      case Shape.Constant(Text(String text)) -> "\"" + text + "\"";
      case Shape.Constant constant -> constant.value().toString();
      case Shape.Variable variable -> variable(variable.domain());
      case Shape.Read read ->
          read.row().map(row -> shortly(row) + ".").orElse("") + column(read.column());
      case Shape.Negate(Term operand) -> "-" + shortly(operand);
      case Shape.Add(Term left, Term right) -> infix(left, "+", right);
      case Shape.Subtract(Term left, Term right) -> infix(left, "-", right);
      case Shape.Multiply(Term left, Term right) -> infix(left, "*", right);
      case Shape.Divide divide -> infix(divide.left(), "/", divide.right());
      case Shape.Compare compare -> infix(compare.left(), sign(compare), compare.right());
      case Shape.Same(Term left, Term right) -> infix(left, "is", right);
      case Shape.IsNone(Term operand) -> shortly(operand) + " is none";
      case Shape.Not(Term operand) -> "not " + shortly(operand);
      case Shape.And(Term left, Term right) -> infix(left, "and", right);
      case Shape.Both(Term left, Term right) -> infix(left, "and", right);
      case Shape.Or(Term left, Term right) -> infix(left, "or", right);
      case Shape.If choice -> "a choice by " + shortly(choice.condition());
      case Shape.Else(Term left, Term right) -> infix(left, "else", right);
      case Shape.Region region -> "the region of " + shortly(region.key());
      case Shape.Cell cell ->
          "the cell at " + shortly(cell.row()) + " and " + shortly(cell.column());
      case Shape.Chosen chosen -> "a constant of " + shortly(chosen.place());
      case Shape.Lookup lookup -> "the row of " + lookup.table();
      case Shape.Loop loop ->
          loop.total().name().toLowerCase(Locale.ROOT) + " of " + shortly(loop.body());
      case Shape.Fail fail -> "a fault";
      case Shape.Order order ->
          "order of "
              + ranked(new Domain.Ranked(term, Optional.empty(), Optional.empty()))
                  .replace(" in order", "")
              + keys(order);
      default -> term.shape().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private String infix(Term left, String sign, Term right) {
    return shortly(left) + " " + sign + " " + shortly(right);
  }

  private static String sign(Shape.Compare compare) {
    return switch (compare.comparison()) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "!=";
      case BELOW -> "<";
      case AT_MOST -> "<=";
      case ABOVE -> ">";
      case AT_LEAST -> ">=";
    };
  }

  /** What one element of a domain is called. */
  String variable(Domain domain) {
    return switch (domain) {
      case Domain.Own(EntityRef entity) -> entity.name();
      case Domain.All(EntityRef entity) -> entity.name();
      case Domain.Points points -> "point";
      case Domain.Children children -> children.child().name();
      case Domain.Window window -> variable(window.points());
      case Domain.Members(var choice) -> choice.name();
      case Domain.Numbers numbers -> "number";
      case Domain.Ranked ranked -> variable(ranked.source());
      case Domain.Carried carried -> "what is carried";
    };
  }

  /** What a loop takes in turn. */
  String over(Domain domain) {
    return switch (domain) {
      case Domain.Own(EntityRef entity) -> program.entity(entity).plural();
      case Domain.All(EntityRef entity) -> program.entity(entity).plural();
      case Domain.Points points -> "points";
      case Domain.Children(Term parent, EntityRef child, int field) -> {
        Entity entity = program.entity(child);
        yield shortly(parent) + "." + entity.fields().get(field).plural().orElse(entity.plural());
      }
      case Domain.Window window -> windowed(window);
      case Domain.Members(var choice) -> "members of " + choice.name();
      case Domain.Ranked ranked -> ranked(ranked);
      case Domain.Numbers(Term from, Term to) -> shortly(from) + " .. " + shortly(to);
      case Domain.Carried carried -> "turns";
    };
  }

  private String ranked(Domain.Ranked ranked) {
    return ranked.most().map(n -> "the first " + shortly(n) + " of ").orElse("")
        + over(ranked.source())
        + (((Shape.Order) ranked.order().shape()).keys().isEmpty() ? "" : " in order")
        + ranked.before().map(row -> " before " + shortly(row)).orElse("");
  }

  private String keys(Shape.Order order) {
    return order.keys().stream()
        .map(key -> shortly(key.value()) + (key.descending() ? " descending" : ""))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" then "), k -> k.isEmpty() ? "" : " by " + k));
  }

  private String windowed(Domain.Window window) {
    return window.last().map(n -> "the last " + shortly(n) + " of ").orElse("")
        + over(window.points())
        + window.from().map(from -> " from " + shortly(from)).orElse("")
        + window
            .until()
            .map(until -> (window.before() ? " before " : " until ") + shortly(until))
            .orElse("");
  }

  private String column(ColumnKey column) {
    return switch (column) {
      case ColumnKey.OfField(EntityRef entity, int field, int member) ->
          program.entity(entity).fields().get(field).name();
      case ColumnKey.AsItStands(var field) -> column(field) + " as it stands";
      case ColumnKey.OfOffset(var table, EntityRef rows, int field) ->
          program.entity(rows).fields().get(field).name() + " charged below";
      case ColumnKey.OfStart(var table, EntityRef rows, int places, int dropped) -> "start";
      case ColumnKey.OfSystem(var input) -> input.name();
      case ColumnKey.OfSoundness soundness -> "soundness";
      case ColumnKey.OfFact(var fact) -> fact.name();
    };
  }
}
