package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.model.Choice;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;
import org.loadline.syntax.Name;
import org.loadline.values.Member;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** {@code = < is in}: numbers compare with {@code =}, everything else with {@code is}. */
final class Comparisons {
  private final Checker in;

  Comparisons(Checker in) {
    this.in = in;
  }

  private record Pair(Expr left, Expr right) {
    boolean isBroken() {
      return Open.isBroken(left) || Open.isBroken(right);
    }
  }

  /** Both sides; a bare word on one is a member of the choice that the other has. */
  private Pair pair(Expression left, Expression right, Scope s) {
    if (left instanceof Expression.Reference r && !in.vocabulary.choicesWith(r.name()).isEmpty()) {
      Expr second = in.formulas.check(right, s, Ask.PLAIN);
      return new Pair(in.formulas.check(left, s, asking(second)), second);
    }
    Expr first = in.formulas.check(left, s, Ask.PLAIN);
    return new Pair(first, in.formulas.check(right, s, asking(first)));
  }

  private static Ask asking(Expr other) {
    return other.type().present() instanceof Type.OfChoice of ? Ask.of(of) : Ask.PLAIN;
  }

  Expr compare(Expression.Binary b, Scope s) {
    Pair both = pair(b.left(), b.right(), s);
    if (both.isBroken()) {
      return Open.broken(b.span());
    }
    for (Expr side : List.of(both.left, both.right)) {
      if (side.type() instanceof Type.Nothing) {
        Expr other = side == both.left ? both.right : both.left;
        return in.complaints.say(
            AnswerProblem.NONE_COMPARES, b.span(), "name", Quote.of(other.span()));
      }
    }
    if (s.isTest()) {
      return expected(both, b.span(), there -> compare(b, there, s));
    }
    return compare(b, both, s);
  }

  /** In a test, what may be {@code none} is expected to be there and to compare so. */
  private static Expr expected(Pair both, Span span, Function<Pair, Expr> compared) {
    Expr result = compared.apply(new Pair(there(both.left), there(both.right)));
    for (Expr side : List.of(both.right, both.left)) {
      if (side.type() instanceof Type.OrNone && !Open.isBroken(result)) {
        Expr isThere = new Expr.IsNone(Type.FLAG, side.span(), true, side);
        result = new Expr.And(Type.FLAG, span, isThere, result);
      }
    }
    return result;
  }

  private static Expr there(Expr expr) {
    return Retyping.as(expr, expr.type().present());
  }

  private Expr compare(Expression.Binary b, Pair both, Scope s) {
    Comparison comparison = comparison(b.op());
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    Expr left = in.fitness.present(both.left);
    Expr right = in.fitness.present(both.right);
    if (Open.isBroken(left) || Open.isBroken(right)) {
      return Open.broken(b.span());
    }
    if (equality && !isCounted(left.type()) && left.type().getClass() == right.type().getClass()) {
      String is = comparison == Comparison.EQUAL ? "is" : "is not";
      return in.complaints.sayWithHint(
          TypeProblem.USE_IS,
          b.operator(),
          "Write `"
              + Quote.of(b.span().source().span(b.span().start(), b.operator().start()))
              + " "
              + is
              + " "
              + Quote.of(b.span().source().span(b.operator().end(), b.span().end()))
              + "`.",
          "given",
          TypeText.of(left.type()));
    }
    return ordered(comparison, left, right, b.operator(), b.span(), b.op().text(), s);
  }

  private static boolean isCounted(Type type) {
    return type instanceof Type.Quantity
        || type instanceof Type.Date
        || type instanceof Type.Instant;
  }

  private Expr ordered(
      Comparison comparison, Expr left, Expr right, Span sign, Span span, String text, Scope s) {
    if (!Fitness.isOrdered(left.type())) {
      return in.complaints.say(
          TypeProblem.NOT_ORDERED,
          sign,
          "given",
          Fitness.capitalised(TypeText.of(left.type())),
          "sign",
          text);
    }
    if (left.type() instanceof Type.Quantity p && right.type() instanceof Type.Quantity q) {
      return in.fitness
          .same(p.unit(), q.unit(), s)
          .map(
              unit ->
                  (Expr)
                      new Expr.Compare(
                          Type.FLAG,
                          span,
                          comparison,
                          Retyping.inUnit(left, unit),
                          Retyping.inUnit(right, unit)))
          .orElseGet(() -> in.fitness.mismatch(left, right, "compare", sign));
    }
    return left.type().equals(right.type())
        ? new Expr.Compare(Type.FLAG, span, comparison, left, right)
        : in.fitness.mismatch(left, right, "compare", sign);
  }

  private static Comparison comparison(Operator op) {
    return switch (op) {
      case EQUAL -> Comparison.EQUAL;
      case NOT_EQUAL -> Comparison.NOT_EQUAL;
      case BELOW -> Comparison.BELOW;
      case AT_MOST -> Comparison.AT_MOST;
      case ABOVE -> Comparison.ABOVE;
      case AT_LEAST -> Comparison.AT_LEAST;
      case ADD, SUBTRACT, LESS, MULTIPLY, DIVIDE, AND, OR ->
          throw new IllegalArgumentException("not a comparison: " + op);
    };
  }

  Expr is(Expression.Is is, Scope s) {
    if (is.right() instanceof Expression.NoneLiteral) {
      return isNone(is, s);
    }
    if (is.right() instanceof Expression.Reference r && r.name().text().equals("unlimited")) {
      return isUnlimited(is, s);
    }
    Pair both = pair(is.left(), is.right(), s);
    if (both.isBroken()) {
      return Open.broken(is.span());
    }
    return s.isTest() ? expected(both, is.span(), there -> is(is, there)) : is(is, both);
  }

  private Expr is(Expression.Is is, Pair both) {
    Expr left = in.fitness.present(both.left);
    Expr right = in.fitness.present(both.right);
    if (Open.isBroken(left) || Open.isBroken(right)) {
      return Open.broken(is.span());
    }
    if (isCounted(left.type()) && isCounted(right.type())) {
      String sign = is.negated() ? " != " : " = ";
      return in.complaints.sayWithHint(
          TypeProblem.USE_EQUALS,
          is.span(),
          "Write `" + Quote.of(left.span()) + sign + Quote.of(right.span()) + "`.");
    }
    boolean rows =
        left.type() instanceof Type.RowOf a
            && right.type() instanceof Type.RowOf b
            && a.entity().equals(b.entity());
    return rows || left.type().equals(right.type())
        ? new Expr.Same(Type.FLAG, is.span(), is.negated(), left, right)
        : in.fitness.mismatch(left, right, "compare", is.span());
  }

  private Expr isNone(Expression.Is is, Scope s) {
    Expr operand = in.formulas.check(is.left(), s, Ask.PLAIN);
    if (Open.isBroken(operand)) {
      return operand;
    }
    if (!operand.type().isOptional()
        && !(operand instanceof Expr.Local)
        && !s.shown().isPresent(operand)) {
      return in.complaints.say(
          AnswerProblem.NEVER_NONE, is.span(), "name", Quote.of(operand.span()));
    }
    return new Expr.IsNone(Type.FLAG, is.span(), is.negated(), operand);
  }

  private Expr isUnlimited(Expression.Is is, Scope s) {
    Expr operand = in.fitness.number(in.formulas.check(is.left(), s, Ask.PLAIN), "is unlimited");
    if (Open.isBroken(operand)) {
      return operand;
    }
    if (!Fitness.quantity(operand).orUnlimited()
        && !(operand instanceof Expr.Local)
        && !s.shown().isFinite(operand)) {
      return in.complaints.say(
          AnswerProblem.NEVER_UNLIMITED, is.span(), "name", Quote.of(operand.span()));
    }
    return new Expr.IsUnlimited(Type.FLAG, is.span(), is.negated(), operand);
  }

  Expr inRange(Expression.InRange r, Scope s) {
    Expr operand = in.fitness.present(in.formulas.check(r.left(), s, Ask.PLAIN));
    Expr from = in.fitness.present(in.formulas.check(r.range().from(), s, asking(operand)));
    Expr to = in.fitness.present(in.formulas.check(r.range().to(), s, asking(operand)));
    if (Open.anyBroken(List.of(operand, from, to))) {
      return Open.broken(r.span());
    }
    Expr low =
        ordered(Comparison.AT_LEAST, operand, from, r.range().from().span(), r.span(), "in", s);
    Expr high = ordered(Comparison.AT_MOST, operand, to, r.range().to().span(), r.span(), "in", s);
    return low instanceof Expr.Compare(Type t, Span p, Comparison c, Expr inLow, Expr least)
            && high instanceof Expr.Compare(Type u, Span q, Comparison d, Expr inHigh, Expr most)
        ? new Expr.InRange(Type.FLAG, r.span(), r.negated(), inLow, least, most)
        : Open.broken(r.span());
  }

  Expr inSet(Expression.InSet set, Scope s) {
    Expr operand = in.fitness.present(in.formulas.check(set.left(), s, Ask.PLAIN));
    if (Open.isBroken(operand)) {
      return operand;
    }
    List<Value> members = new ArrayList<>();
    boolean known = true;
    for (Name name : set.members()) {
      switch (operand.type()) {
        case Type.OfChoice of -> {
          Optional<Value> member = member(in.vocabulary.choice(of.choice()), name);
          known &= member.isPresent();
          member.ifPresent(members::add);
        }
        case Type.Text text -> members.add(new Text(name.text()));
        default -> {
          return in.complaints.say(
              TypeProblem.SET_OF_MEMBERS, set.span(), "given", TypeText.of(operand.type()));
        }
      }
    }
    return known
        ? new Expr.Among(Type.FLAG, set.span(), set.negated(), operand, members)
        : Open.broken(set.span());
  }

  private Optional<Value> member(Choice choice, Name name) {
    int place = choice.members().indexOf(name.text());
    if (place >= 0) {
      return Optional.of(new Member(place));
    }
    in.complaints.noMember(choice, name);
    return Optional.empty();
  }
}
