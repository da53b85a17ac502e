package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.parser.RiskParser.*;
import org.loadline.syntax.Expression;

/** Shapes decisions: values with the conditions under which they are taken. */
final class DecisionBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;

  DecisionBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  Expression of(BodyContext context, List<ArmContext> arms) {
    List<Expression.Arm> cases = new ArrayList<>();
    Optional<Expression> otherwise = Optional.empty();
    for (int i = 0; i < arms.size(); i++) {
      ArmContext arm = arms.get(i);
      boolean last = i == arms.size() - 1;
      Expression value = expressions.supposed(arm.supposed());
      switch (arm.guard()) {
        case WhenGuardContext when ->
            cases.add(
                new Expression.Arm(
                    value, expressions.condition(when.condition()), reader.span(arm)));
        case null -> {
          reader.report(SyntaxProblem.NO_GUARD, arm);
          otherwise = Optional.of(value);
        }
        default -> {
          if (!last) {
            reader.report(SyntaxProblem.AFTER_OTHERWISE, arms.get(i + 1));
          } else if (cases.isEmpty()) {
            reader.report(SyntaxProblem.LONELY_OTHERWISE, arm.guard());
          }
          otherwise = Optional.of(value);
        }
      }
    }
    return new Expression.Decision(cases, otherwise, reader.span(context));
  }
}
