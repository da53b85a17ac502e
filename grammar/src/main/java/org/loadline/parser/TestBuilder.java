package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expectation;
import org.loadline.syntax.Expression;
import org.loadline.syntax.GivenRow;
import org.loadline.syntax.Name;

/** Shapes tests: what is given and what is expected. */
final class TestBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final TableBuilder tables;

  TestBuilder(Reader reader, ExpressionBuilder expressions, TableBuilder tables) {
    this.reader = reader;
    this.expressions = expressions;
    this.tables = tables;
  }

  Declaration test(TestDeclarationContext context) {
    List<GivenRow> given = new ArrayList<>();
    List<Expectation> expectations = new ArrayList<>();
    for (StatementContext statement : context.statementBlock().statement()) {
      if (statement.exception == null) {
        Span span = reader.span(statement);
        switch (statement) {
          case GivenParamContext it -> given.add(param(it, span));
          case GivenRowContext it -> given.add(row(it, span));
          case ExpectFaultContext it ->
              expectations.add(new Expectation.Faults(expressions.supposed(it.supposed()), span));
          case ExpectHoldsContext it ->
              expectations.add(new Expectation.Holds(expressions.supposed(it.supposed()), span));
          case RunWaterfallContext it ->
              expectations.add(new Expectation.Run(reader.name(it.waterfall), span));
          default -> {}
        }
      }
    }
    return new Declaration.Test(
        expressions.literals().string(context.title), given, expectations, reader.span(context));
  }

  /** {@code given param fee = 2%}: the param is a setting of {@code param}, which has no key. */
  private GivenRow param(GivenParamContext context, Span span) {
    Name param = reader.name(context.param);
    Name subject = new Name("param", reader.problems().span(context.PARAM().getSymbol()));
    Expression value = expressions.value(param.text(), context.expression());
    GivenRow.Setting setting =
        new GivenRow.Setting(param, List.of(), value, param.span().to(value.span()));
    return new GivenRow(subject, Optional.empty(), List.of(setting), List.of(), span);
  }

  private GivenRow row(GivenRowContext context, Span span) {
    List<GivenRow.GivenChildren> children = new ArrayList<>();
    for (ChildrenContext child : context.children()) {
      TableBuilder.Rows rows = tables.rows(child.row());
      children.add(
          new GivenRow.GivenChildren(
              reader.name(child.plural), rows.header(), rows.rows(), reader.span(child)));
    }
    return new GivenRow(
        reader.name(context.subject),
        Optional.ofNullable(context.rowKey()).map(this::key),
        expressions.suppositions().settings(context.settingBlock()),
        children,
        span);
  }

  Expression key(RowKeyContext context) {
    Span span = reader.span(context);
    LiteralReader literals = expressions.literals();
    if (context.name() != null) {
      return new Expression.Reference(reader.name(context.name()));
    } else if (context.STRING() != null) {
      return literals.text(context.STRING().getSymbol());
    } else if (context.NUMBER() != null) {
      return literals.number(context.NUMBER().getSymbol(), null, false, span);
    } else {
      return literals.date(context.DATE().getSymbol());
    }
  }
}
