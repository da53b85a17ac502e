package org.loadline.parser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.EnvelopeItem;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Limit;
import org.loadline.syntax.Name;

/** Shapes envelopes: what may change, and what must hold then. */
final class EnvelopeBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;

  EnvelopeBuilder(Reader reader, ExpressionBuilder expressions, MemberBuilder members) {
    this.reader = reader;
    this.expressions = expressions;
    this.members = members;
  }

  Declaration envelope(EnvelopeDeclarationContext context) {
    List<EnvelopeItem> items = new ArrayList<>();
    for (EnvelopeItemContext item : context.envelopeBlock().envelopeItem()) {
      if (item.exception == null) {
        items.add(item(item));
      }
    }
    return new Declaration.Envelope(
        expressions.literals().string(context.title),
        context.policy == null ? List.of() : reader.path(context.policy),
        day(context.from),
        day(context.until),
        items,
        reader.doc(context),
        reader.span(context));
  }

  List<List<Name>> paths(List<PathContext> contexts) {
    return contexts.stream().map(reader::path).toList();
  }

  private EnvelopeItem item(EnvelopeItemContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case PermittedItemContext it ->
          new EnvelopeItem.Permitted(reader.path(it.subject), limits(it), span);
      case TogetherItemContext it -> new EnvelopeItem.Together(paths(it.path()), span);
      case RequirementItemContext it -> requirement(it, span);
      default -> throw new IllegalStateException("a line of an unknown form");
    };
  }

  private List<Limit> limits(PermittedItemContext context) {
    List<Limit> limits = new ArrayList<>();
    if (context.allowance() != null) {
      limits.add(members.allowance(context.allowance()));
    }
    context.limit().forEach(limit -> limits.add(members.limit(limit)));
    return limits;
  }

  private EnvelopeItem requirement(RequirementItemContext context, Span span) {
    RequirementHeadContext head = context.requirementHead();
    Token title = head == null ? null : head.title;
    return new EnvelopeItem.Requirement(
        Optional.ofNullable(title).map(expressions.literals()::string),
        head == null ? Optional.empty() : reader.optionalName(head.table),
        expressions.condition(context.condition()),
        span);
  }

  private Optional<LocalDate> day(@Nullable Token token) {
    return token != null && expressions.literals().date(token) instanceof Expression.DateLiteral day
        ? Optional.of(day.value())
        : Optional.empty();
  }
}
