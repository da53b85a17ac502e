package org.loadline.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.WaterfallEntry.Clause;

/** Shapes what stands after an entry and a comma, and says which clauses an entry cannot have. */
final class ClauseBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final WaterfallBuilder waterfalls;

  ClauseBuilder(Reader reader, ExpressionBuilder expressions, WaterfallBuilder waterfalls) {
    this.reader = reader;
    this.expressions = expressions;
    this.waterfalls = waterfalls;
  }

  /** The clauses of an entry that moves one amount. */
  List<Clause> ofAmount(List<ClauseContext> contexts) {
    List<Clause> clauses = clauses(contexts);
    for (Clause clause : clauses) {
      boolean fits = clause instanceof Clause.AtMost || clause instanceof Clause.InSteps;
      if (!fits) {
        reader.report(SyntaxProblem.CLAUSE_OF_SHARE, clause.span());
      }
    }
    return clauses;
  }

  /** The clauses of a share, which says what becomes of what caps keep out. */
  List<Clause> ofShare(ShareEntryContext context) {
    List<Clause> clauses = clauses(context.clause());
    long ways =
        clauses.stream()
            .filter(c -> c instanceof Clause.Refilled || c instanceof Clause.Once)
            .count();
    boolean capped = clauses.stream().anyMatch(Clause.EachAtMost.class::isInstance);
    if (ways > 1 || (capped && ways == 0)) {
      reader.report(SyntaxProblem.SHARE_HOW, context);
    }
    return clauses;
  }

  private List<Clause> clauses(List<ClauseContext> contexts) {
    List<Clause> clauses = new ArrayList<>();
    Set<Class<?>> met = new HashSet<>();
    for (ClauseContext context : contexts) {
      Clause clause = clause(context);
      if (!met.add(clause.getClass())) {
        reader
            .problems()
            .report(reader.at(SyntaxProblem.SAID_TWICE, context).with("word", word(context)));
      }
      clauses.add(clause);
    }
    return clauses;
  }

  private static String word(ClauseContext context) {
    return switch (context) {
      case AtMostClauseContext it -> "at most";
      case EachAtMostClauseContext it -> "each at most";
      case InStepsClauseContext it -> "in steps of";
      default -> context.getStart().getText();
    };
  }

  private Clause clause(ClauseContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case AtMostClauseContext it -> new Clause.AtMost(cap(it.cap()), span);
      case EachAtMostClauseContext it -> new Clause.EachAtMost(cap(it.cap()), span);
      case RefilledClauseContext it -> new Clause.Refilled(span);
      case OnceClauseContext it -> new Clause.Once(span);
      case InStepsClauseContext it -> new Clause.InSteps(expressions.step(it.step()), span);
      case LargestClauseContext it -> new Clause.ToTheLargest(waterfalls.order(it.order()), span);
      default -> throw new IllegalStateException("a clause of an unknown form");
    };
  }

  /** {@code 50% of x} is the product. */
  private Expression cap(CapContext context) {
    Expression part = expressions.sum(context.part);
    return context.whole == null
        ? part
        : new Expression.Binary(
            Expression.Operator.MULTIPLY,
            part,
            expressions.sum(context.whole),
            reader.problems().span(context.OF().getSymbol()),
            reader.span(context));
  }
}
