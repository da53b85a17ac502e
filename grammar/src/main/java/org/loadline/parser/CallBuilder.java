package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Rounding;

/** Shapes paths, calls, aggregates and rounding. */
final class CallBuilder {
  private static final Map<String, Rounding.Word> ROUNDING =
      Map.of(
          "floor", Rounding.Word.FLOOR,
          "ceil", Rounding.Word.CEIL,
          "truncate", Rounding.Word.TRUNCATE,
          "away", Rounding.Word.AWAY);

  private static final Map<String, Rounding.Word> TIES =
      Map.of("even", Rounding.Word.ROUND_HALF_EVEN, "up", Rounding.Word.ROUND_HALF_UP);

  private final Reader reader;
  private final ExpressionBuilder expressions;

  CallBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  Expression postfix(PostfixContext context) {
    List<TrailerContext> trailers = context.trailer();
    if (trailers.isEmpty()) {
      return expressions.primary(context.primary());
    }
    return expressions.chain(
        trailers.size(),
        context,
        () -> {
          boolean rounds =
              context.primary() instanceof NamePrimaryContext name
                  && isRounding(name.name())
                  && trailers.getFirst() instanceof CallTrailerContext;
          if (!rounds) {
            return follow(expressions.primary(context.primary()), trailers, context);
          }
          NameContext word = ((NamePrimaryContext) context.primary()).name();
          ArgumentsContext arguments = ((CallTrailerContext) trailers.getFirst()).arguments();
          Expression rounding = rounding(word, arguments);
          return follow(rounding, trailers.subList(1, trailers.size()), context);
        });
  }

  Expression reported(ReportedContext context) {
    return expressions.chain(
        context.trailer().size(),
        context,
        () ->
            follow(
                new Expression.Reference(reader.name(context.name())), context.trailer(), context));
  }

  Expression place(PlaceContext context) {
    return expressions.chain(
        context.trailer().size(),
        context,
        () ->
            follow(
                new Expression.Reference(reader.name(context.name())), context.trailer(), context));
  }

  private Expression follow(
      Expression target, List<TrailerContext> trailers, ParserRuleContext whole) {
    Expression result = target;
    Span start = reader.span(whole);
    for (TrailerContext trailer : trailers) {
      Span span = reader.problems().source().span(start.start(), reader.span(trailer).end());
      result =
          switch (trailer) {
            case MemberTrailerContext it ->
                new Expression.Member(result, reader.name(it.name()), span);
            case CallTrailerContext it -> call(result, it.arguments(), span);
            default -> expressions.unreadable(trailer);
          };
    }
    return result;
  }

  private Expression call(Expression target, ArgumentsContext context, Span span) {
    List<Expression.Argument> arguments = arguments(context);
    Optional<Expression.Comprehension> over =
        Optional.ofNullable(context.comprehension()).map(this::comprehension);
    over.filter(it -> arguments.stream().anyMatch(argument -> argument.where().isPresent()))
        .ifPresent(it -> reader.problems().report(SyntaxProblem.TWO_FILTERS, it.span()));
    return new Expression.Call(target, arguments, over, span);
  }

  List<Expression.Argument> arguments(ArgumentsContext context) {
    List<Expression.Argument> arguments = new ArrayList<>();
    for (ArgumentContext argument : context.argument()) {
      switch (argument) {
        case ValueArgumentContext it -> {
          if (it.step() != null) {
            reader.report(SyntaxProblem.STEP_NOT_WANTED, it.step());
          }
          arguments.add(argument(it));
        }
        case TieArgumentContext it -> tieNotWanted(it);
        default -> {}
      }
    }
    return arguments;
  }

  private Expression.Argument argument(ValueArgumentContext context) {
    expressions.suppositions().refuse(context.misplaced, context.expression());
    return new Expression.Argument(
        reader.optionalName(context.label),
        expressions.expression(context.expression()),
        expressions.optionalCondition(context.condition()),
        Optional.ofNullable(context.weight).map(expressions::sum),
        reader.span(context));
  }

  private Expression.Comprehension comprehension(ComprehensionContext context) {
    return new Expression.Comprehension(
        context.binder().stream().map(this::binder).toList(),
        expressions.optionalCondition(context.condition()),
        reader.span(context));
  }

  private Expression.Binder binder(BinderContext context) {
    return new Expression.Binder(
        reader.name(context.name()),
        expressions.collections().of(context.many()),
        reader.span(context));
  }

  // ---- Rounding

  private static boolean isRounding(NameContext name) {
    return name.getText().equals("round") || ROUNDING.containsKey(name.getText());
  }

  private Expression rounding(NameContext word, ArgumentsContext context) {
    Span span = reader.span(word).to(reader.span(context));
    List<ArgumentContext> arguments = context.argument();
    boolean shaped =
        !arguments.isEmpty()
            && context.comprehension() == null
            && arguments.getFirst() instanceof ValueArgumentContext it
            && it.label == null
            && it.weight == null
            && it.condition() == null;
    if (!shaped) {
      reader
          .problems()
          .report(reader.at(SyntaxProblem.ROUNDING_FORM, context).with("word", word.getText()));
      return new Expression.Unreadable(span);
    }
    ValueArgumentContext value = (ValueArgumentContext) arguments.getFirst();
    expressions.suppositions().refuse(value.misplaced, value.expression());
    return new Rounding(
        kind(word, context),
        expressions.expression(value.expression()),
        Optional.ofNullable(value.step()).map(expressions::step),
        span);
  }

  /** The word with its tie; where the tie is wrong, half even stands in. */
  private Rounding.Word kind(NameContext word, ArgumentsContext context) {
    List<ArgumentContext> rest = context.argument().subList(1, context.argument().size());
    if (!word.getText().equals("round")) {
      for (ArgumentContext argument : rest) {
        if (argument instanceof TieArgumentContext tie) {
          tieNotWanted(tie);
        } else {
          reader
              .problems()
              .report(
                  reader.at(SyntaxProblem.ROUNDING_FORM, argument).with("word", word.getText()));
        }
      }
      return ROUNDING.getOrDefault(word.getText(), Rounding.Word.FLOOR);
    }
    boolean said =
        rest.size() == 1
            && rest.getFirst() instanceof TieArgumentContext tie
            && TIES.containsKey(tie.tie.getText());
    if (!said) {
      reader.report(SyntaxProblem.NO_TIE, rest.isEmpty() ? word : rest.getFirst());
      return Rounding.Word.ROUND_HALF_EVEN;
    }
    return TIES.getOrDefault(
        ((TieArgumentContext) rest.getFirst()).tie.getText(), Rounding.Word.ROUND_HALF_EVEN);
  }

  private void tieNotWanted(TieArgumentContext context) {
    reader
        .problems()
        .report(
            reader.at(SyntaxProblem.TIE_NOT_WANTED, context).with("tie", context.tie.getText()));
  }
}
