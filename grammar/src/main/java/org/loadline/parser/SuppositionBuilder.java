package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.GivenRow;
import org.loadline.syntax.Name;
import org.loadline.syntax.Range;
import org.loadline.syntax.Supposition;

/** Shapes what is supposed by {@code given}, and searches. */
final class SuppositionBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;

  SuppositionBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  Expression given(Expression body, SuppositionContext context) {
    List<Supposition> changes = new ArrayList<>();
    for (ChangeContext change : context.change()) {
      switch (change) {
        case InputChangeContext it -> changes.add(input(it));
        case RowChangeContext it ->
            changes.add(
                new Supposition.Row(
                    reader.name(it.entity), settings(it.settingBlock()), reader.span(it)));
        default -> {}
      }
    }
    return new Expression.Given(body, changes, body.span().to(reader.span(context)));
  }

  private Supposition input(InputChangeContext context) {
    ChangedContext changed = context.changed();
    Span subject = reader.span(changed);
    BareEquals.checkOperand(subject.text().strip(), context.value, reader);
    List<NameContext> path = new ArrayList<>(changed.name());
    path.removeAll(changed.family);
    return new Supposition.Input(
        reader.names(path),
        reader.names(changed.family),
        expressions.operand(context.value),
        expressions.optionalCondition(context.condition()),
        subject,
        reader.span(context));
  }

  /** What a comma would end needs brackets around it. */
  void refuse(@Nullable MisplacedGivenContext context, ExpressionContext body) {
    if (context != null) {
      String text = reader.span(body).to(reader.span(context)).text().strip();
      reader
          .problems()
          .report(reader.at(SyntaxProblem.GIVEN_IN_A_LIST, context).with("formula", text));
    }
  }

  Expression search(SearchContext context) {
    Range range =
        new Range(
            expressions.sum(context.low),
            expressions.sum(context.high),
            reader.span(context.low).to(reader.span(context.high)));
    return new Expression.Search(
        context.way.getType() == RiskParser.LAST,
        reader.name(context.name()),
        range,
        expressions.sum(context.size),
        expressions.condition(context.condition()),
        reader.span(context));
  }

  List<GivenRow.Setting> settings(@Nullable SettingBlockContext context) {
    List<GivenRow.Setting> settings = new ArrayList<>();
    if (context != null) {
      for (SettingContext setting : context.setting()) {
        if (setting.exception == null) {
          settings.add(setting(setting));
        }
      }
    }
    return settings;
  }

  private GivenRow.Setting setting(SettingContext context) {
    Name plain = reader.name(context.name(0));
    Name name =
        context.when == null
            ? plain
            : new Name(
                context.when.getText() + " " + plain.text(),
                reader.problems().span(context.when).to(plain.span()));
    return new GivenRow.Setting(
        name,
        reader.names(context.family),
        expressions.value(name.text(), context.expression()),
        reader.span(context));
  }
}
