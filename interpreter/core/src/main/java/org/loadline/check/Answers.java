package org.loadline.check;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.syntax.Expression;

/** {@code else}: answers for the outermost operation on its left, and for {@code none} there. */
final class Answers {
  private final Checker in;

  Answers(Checker in) {
    this.in = in;
  }

  Expr check(Expression.Else e, Scope s, Ask ask) {
    Expr left = in.formulas.check(e.left(), s, new Ask(ask.expected(), true, false));
    Optional<Type> expected =
        ask.expected()
            .or(
                () ->
                    left.type().present() instanceof Type.OfChoice of
                        ? Optional.of(of)
                        : Optional.empty());
    Expr right = in.formulas.check(e.right(), s, new Ask(expected, ask.answered(), false));
    if (Open.isBroken(left) || Open.isBroken(right)) {
      return Open.broken(e.span());
    }
    if (!left.type().isOptional() && !OwnFailure.of(left)) {
      return answersNothing(e, left);
    }
    Type there = left.type() instanceof Type.Nothing ? right.type() : left.type().present();
    return in.fitness
        .join(there, right.type(), s)
        .map(type -> joined(e, left, right, type))
        .orElseGet(() -> in.fitness.mismatch(left, right, "stand for one another", e.span()));
  }

  private static Expr joined(Expression.Else e, Expr left, Expr right, Type type) {
    Unit unit = type.present() instanceof Type.Quantity q ? q.unit() : Unit.ONE;
    return new Expr.Else(type, e.span(), Retyping.inUnit(left, unit), Retyping.inUnit(right, unit));
  }

  private Expr answersNothing(Expression.Else e, Expr left) {
    String answer = Quote.of(e.right().span());
    return switch (left) {
      case Expr.FactOf fact ->
          in.complaints.say(AnswerProblem.ANSWER_IN_FACT, e.span(), "name", fact.fact().name());
      case Expr.Aggregate sum when e.left() instanceof Expression.Call call ->
          in.complaints.say(
              AnswerProblem.ANSWER_PER_ROW,
              e.span(),
              "name",
              Quote.of(call.target().span()),
              "offer",
              perRow(call, answer));
      case Expr.Arithmetic sum when e.left() instanceof Expression.Binary b -> inside(e, sum, b);
      default ->
          in.complaints.say(AnswerProblem.ALWAYS_A_VALUE, e.span(), "what", Quote.of(left.span()));
    };
  }

  private Expr inside(Expression.Else e, Expr.Arithmetic sum, Expression.Binary b) {
    String left = Quote.of(b.left().span());
    String right = Quote.of(b.right().span());
    String answer = Quote.of(e.right().span());
    String sign = " " + b.op().text() + " ";
    if (OwnFailure.of(sum.left())) {
      return in.complaints.say(
          AnswerProblem.ANSWER_INSIDE,
          e.span(),
          "what",
          b.op().text(),
          "offer",
          "(" + left + " else " + answer + ")" + sign + right);
    }
    if (OwnFailure.of(sum.right())) {
      return in.complaints.say(
          AnswerProblem.ANSWER_INSIDE,
          e.span(),
          "what",
          b.op().text(),
          "offer",
          left + sign + "(" + right + " else " + answer + ")");
    }
    return in.complaints.say(AnswerProblem.ALWAYS_A_VALUE, e.span(), "what", b.op().text());
  }

  private static String perRow(Expression.Call call, String answer) {
    Expression.Argument argument = call.arguments().getFirst();
    String inside = Quote.of(argument.value().span()) + " else " + answer;
    String rows =
        call.over()
            .map(over -> " " + Quote.of(over.span()))
            .or(() -> argument.where().map(w -> " where " + Quote.of(w.span())))
            .orElse("");
    return Quote.of(call.target().span()) + "(" + inside + rows + ")";
  }
}
