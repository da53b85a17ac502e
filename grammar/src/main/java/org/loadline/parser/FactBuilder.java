package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Expression;

/** Shapes facts: the definitions, states and assumptions of a block or a function. */
final class FactBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;
  private final MemberBuilder members;

  FactBuilder(Reader reader, ExpressionBuilder expressions, MemberBuilder members) {
    this.reader = reader;
    this.expressions = expressions;
    this.members = members;
  }

  Declaration.Function function(FunctionDeclarationContext context, Span span) {
    for (FactContext fact : context.factBlock().fact()) {
      if (fact.assumption() != null) {
        reader.report(SyntaxProblem.ASSUMPTION_IN_FUNCTION, fact);
      } else if (fact.stateDefinition() != null) {
        reader.report(SyntaxProblem.STATE_IN_FUNCTION, fact);
      }
    }
    return new Declaration.Function(
        reader.name(context.function),
        context.parameter().stream().map(reader::parameter).toList(),
        definitions(context.factBlock()),
        reader.doc(context),
        span);
  }

  List<Definition> definitions(FactBlockContext context) {
    List<Definition> definitions = new ArrayList<>();
    for (FactContext fact : context.fact()) {
      DefinitionContext definition = fact.definition();
      if (fact.stateDefinition() != null && fact.exception == null) {
        definitions.add(state(fact.stateDefinition()));
      } else if (definition != null && fact.exception == null) {
        definitions.add(definition(definition));
      } else if (definition != null && Reader.isReadable(definition.fact_)) {
        definitions.add(salvaged(definition));
      }
    }
    return definitions;
  }

  List<Assumption> assumptions(FactBlockContext context) {
    return context.fact().stream()
        .filter(fact -> fact.exception == null && fact.assumption() != null)
        .map(fact -> members.assumption(fact.assumption()))
        .toList();
  }

  Definition definition(DefinitionContext context) {
    return new Definition(
        reader.name(context.fact_),
        reader.parameters(context.parameters()),
        reader.optionalType(context.type()),
        expressions.definitionBody(context.fact_.getText(), context.body()),
        Optional.ofNullable(context.needs()).map(it -> expressions.condition(it.condition())),
        locals(context.localNames()),
        Optional.empty(),
        context.REPLACE() != null,
        reader.doc(context),
        reader.span(context));
  }

  Definition state(StateDefinitionContext context) {
    return new Definition(
        reader.name(context.state_),
        List.of(),
        Optional.of(reader.type(context.type())),
        expressions.definitionBody(context.state_.getText(), context.body()),
        Optional.empty(),
        locals(context.localNames()),
        Optional.of(expressions.sum(context.start)),
        context.REPLACE() != null,
        reader.doc(context),
        reader.span(context));
  }

  private List<Definition.Local> locals(@Nullable LocalNamesContext context) {
    return context == null ? List.of() : context.local().stream().map(this::local).toList();
  }

  private Definition.Local local(LocalContext context) {
    expressions.suppositions().refuse(context.misplaced, context.expression());
    return new Definition.Local(
        reader.name(context.name()),
        reader.parameters(context.parameters()),
        expressions.value(context.name().getText(), context.expression()),
        reader.span(context));
  }

  /** A definition that was given up: its name is known, its body is not. */
  Definition salvaged(DefinitionContext context) {
    Span span = reader.span(context);
    ParametersContext parameters = context.parameters();
    return new Definition(
        reader.name(context.fact_),
        parameters == null || parameters.exception != null
            ? List.of()
            : reader.parameters(parameters),
        Optional.empty(),
        new Expression.Unreadable(span),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        context.REPLACE() != null,
        reader.doc(context),
        span);
  }
}
