package org.loadline.parser;

import java.util.List;
import org.loadline.parser.RiskParser.*;
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
    expression.alternatives.forEach(alternative -> check(name, alternative, reader));
  }

  static void check(String name, SupposedContext supposed, Reader reader) {
    supposed.alternatives.forEach(world -> check(name, world.alternative(), reader));
  }

  private static void check(String name, AlternativeContext alternative, Reader reader) {
    if (alternative instanceof PlainContext plain) {
      checkOperand(name, plain.operand(), reader);
    }
  }

  static void checkOperand(String name, OperandContext operand, Reader reader) {
    for (ConjunctionContext conjunction : operand.conjunction()) {
      conjunction.negation().forEach(negation -> check(name, negation, reader));
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
