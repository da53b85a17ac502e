package org.loadline.parser;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser.*;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.OrderKey;
import org.loadline.syntax.Range;

/** Shapes what walks over collections: orders, numbers in a row, folds and repeats. */
final class CollectionBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;

  CollectionBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  Expression of(ManyContext context) {
    Expression first = expressions.sum(context.sum(0));
    Expression all = first;
    if (context.high != null) {
      Expression high = expressions.sum(context.high);
      Range range = new Range(first, high, first.span().to(high.span()));
      all = new Expression.Numbers(range, range.span());
    }
    if (context.ranking() == null) {
      return all;
    }
    Expression collection = all;
    return expressions.chain(1, context, () -> ranked(collection, context.ranking(), context));
  }

  Expression ranked(Expression collection, RankingContext context, ParserRuleContext whole) {
    return new Expression.Ranked(
        collection,
        expressions.optionalCondition(context.condition()),
        order(context.order()),
        Optional.ofNullable(context.most).map(expressions::sum),
        reader.span(whole));
  }

  List<OrderKey> order(OrderContext context) {
    return context.orderKey().stream()
        .map(
            key ->
                new OrderKey(
                    expressions.sum(key.sum()), key.DESCENDING() != null, reader.span(key)))
        .toList();
  }

  Expression fold(FoldContext context) {
    List<Expression.Carried> carried = carried(context.carried());
    return new Expression.Fold(
        carried,
        reader.name(context.name()),
        of(context.many()),
        expressions.optionalCondition(context.keeps),
        expressions.optionalCondition(context.goes),
        items(context.carriedOn(), carried),
        reader.span(context));
  }

  Expression repeat(RepeatContext context) {
    List<Expression.Carried> carried = carried(context.carried());
    return new Expression.Repeat(
        expressions.sum(context.most),
        carried,
        expressions.condition(context.condition()),
        items(context.carriedOn(), carried),
        reader.span(context));
  }

  private List<Expression.Carried> carried(List<CarriedContext> contexts) {
    return contexts.stream()
        .map(
            c ->
                new Expression.Carried(
                    reader.name(c.name()), expressions.sum(c.sum()), reader.span(c)))
        .toList();
  }

  /** A formula alone is what becomes of the only value. */
  private List<Expression.CarriedOn> items(
      CarriedOnContext context, List<Expression.Carried> carried) {
    if (context.expression() != null) {
      if (carried.size() > 1) {
        reader.report(SyntaxProblem.CARRIED_WITHOUT_NAMES, context);
      }
      return List.of(
          new Expression.CarriedOn(
              carried.getFirst().name(),
              expressions.expression(context.expression()),
              reader.span(context)));
    }
    List<Expression.CarriedOn> items =
        context.carriedBlock().carriedItem().stream()
            .filter(item -> item.exception == null)
            .map(
                item ->
                    new Expression.CarriedOn(
                        reader.name(item.name()), expressions.body(item.body()), reader.span(item)))
            .toList();
    Set<String> said = new HashSet<>();
    for (Expression.CarriedOn item : items) {
      if (!said.add(item.name().text())) {
        said(SyntaxProblem.CARRIED_TWICE, item.name());
      }
    }
    for (Expression.Carried value : carried) {
      if (!said.contains(value.name().text())) {
        said(SyntaxProblem.NOT_CARRIED_ON, value.name());
      }
    }
    return items;
  }

  private void said(SyntaxProblem problem, Name name) {
    reader
        .problems()
        .report(org.loadline.source.Diagnostic.of(problem, name.span()).with("name", name.text()));
  }
}
