package org.loadline.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;

/** Shapes comparisons and the other tests of a value. */
final class ComparisonBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;

  ComparisonBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  Expression of(ComparisonContext context) {
    Expression left = expressions.sum(context.sum());
    List<TestContext> tests = context.test();
    if (tests.isEmpty()) {
      return left;
    }
    if (tests.size() > 1) {
      reader
          .problems()
          .report(reader.at(SyntaxProblem.COMPARISON_CHAIN, tests.get(1)).hint(chained(context)));
    }
    return expressions.chain(1, context, () -> test(left, tests.getFirst()));
  }

  /** What to write for {@code 1 < a < 3}: a range, if that is what was meant. */
  private String chained(ComparisonContext context) {
    List<TestContext> tests = context.test();
    if (tests.size() == 2
        && tests.get(0) instanceof CompareTestContext first
        && tests.get(1) instanceof CompareTestContext second
        && rises(first)
        && rises(second)) {
      String low = reader.span(context.sum()).text();
      String middle = reader.span(first.sum()).text();
      String high = reader.span(second.sum()).text();
      return "Write `%s in %s .. %s`, which includes both ends, or join two comparisons with `and`."
          .formatted(middle, low, high);
    }
    return SyntaxProblem.COMPARISON_CHAIN.hint();
  }

  private static boolean rises(CompareTestContext test) {
    return test.sign.getType() == RiskParser.LT || test.sign.getType() == RiskParser.LE;
  }

  private Expression test(Expression left, TestContext context) {
    Span span = left.span().to(reader.span(context));
    return switch (context) {
      case CompareTestContext test ->
          new Expression.Binary(
              comparison(test.sign),
              left,
              expressions.sum(test.sum()),
              reader.problems().span(test.sign),
              span);
      case IsTestContext test ->
          new Expression.Is(left, test.NOT() != null, expressions.sum(test.sum()), span);
      case RangeTestContext test ->
          new Expression.InRange(left, test.NOT() != null, expressions.range(test.range()), span);
      case SetTestContext test ->
          new Expression.InSet(left, test.NOT() != null, reader.names(test.name()), span);
      case OlderTestContext test -> new Expression.Older(left, expressions.sum(test.sum()), span);
      case AsOfTestContext test -> new Expression.AsOf(left, expressions.sum(test.sum()), span);
      default -> expressions.unreadable(context);
    };
  }

  private static Operator comparison(Token sign) {
    return switch (sign.getType()) {
      case RiskParser.EQ -> Operator.EQUAL;
      case RiskParser.NE -> Operator.NOT_EQUAL;
      case RiskParser.LT -> Operator.BELOW;
      case RiskParser.LE -> Operator.AT_MOST;
      case RiskParser.GT -> Operator.ABOVE;
      default -> Operator.AT_LEAST;
    };
  }
}
