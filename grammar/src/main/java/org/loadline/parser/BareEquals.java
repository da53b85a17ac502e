package org.loadline.parser;

import java.util.List;
import org.loadline.parser.RiskParser.AlternativeContext;
import org.loadline.parser.RiskParser.CompareTestContext;
import org.loadline.parser.RiskParser.ConjunctionContext;
import org.loadline.parser.RiskParser.ExpressionContext;
import org.loadline.parser.RiskParser.NegationContext;
import org.loadline.parser.RiskParser.PlainContext;
import org.loadline.parser.RiskParser.TestContext;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;

/**
 * Asks for brackets around a comparison with {@code =} that stands directly in a definition.
 *
 * <p>Otherwise {@code x = 5} and, indented by mistake below it, {@code USD = 3} would be one line
 * that compares five USD with three.
 */
final class BareEquals {
  private static final String CONTINUED =
      "This line is deeper than the item above and continues it: begin it at its depth.";

  private BareEquals() {}

  static void check(String name, ExpressionContext expression, Reader reader) {
    for (AlternativeContext alternative : expression.alternatives) {
      if (alternative instanceof PlainContext plain) {
        for (ConjunctionContext conjunction : plain.operand().conjunction()) {
          conjunction.negation().forEach(negation -> check(name, negation, reader));
        }
      }
    }
  }

  private static void check(String name, NegationContext negation, Reader reader) {
    List<TestContext> tests = negation.comparison().test();
    if (tests.size() == 1
        && tests.getFirst() instanceof CompareTestContext test
        && test.sign.getType() == RiskParser.EQ
        && !reader.saidWithin(test)) {
      Span formula = reader.span(negation);
      Diagnostic.Builder problem =
          reader
              .at(SyntaxProblem.BARE_EQUALS, test)
              .with("name", name)
              .with("formula", formula.text().strip());
      boolean oneLine = formula.line() == reader.span(test).line();
      reader.problems().report(oneLine ? problem : problem.hint(CONTINUED));
    }
  }
}
