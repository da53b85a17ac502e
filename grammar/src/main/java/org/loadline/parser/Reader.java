package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.NameContext;
import org.loadline.parser.RiskParser.ParametersContext;
import org.loadline.parser.RiskParser.PathContext;
import org.loadline.parser.RiskParser.TypeContext;
import org.loadline.parser.RiskParser.TypeFactorContext;
import org.loadline.source.Diagnostic;
import org.loadline.source.Span;
import org.loadline.syntax.Doc;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;
import org.loadline.syntax.TypeExpression;

/** Reads what every part of the tree is made of: spans, names, documentation, types. */
final class Reader {
  private final CommonTokenStream tokens;
  private final Problems problems;

  Reader(CommonTokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** Everything that is written, hidden tokens too. */
  List<Token> tokens() {
    return tokens.getTokens();
  }

  Span span(ParserRuleContext context) {
    Token start = context.getStart();
    Token stop = context.getStop();
    if (stop == null || stop.getTokenIndex() < start.getTokenIndex()) {
      return problems.source().span(start.getStartIndex(), start.getStartIndex());
    }
    return problems.span(start, stop);
  }

  void report(SyntaxProblem problem, ParserRuleContext place) {
    problems.report(problem, span(place));
  }

  void report(SyntaxProblem problem, Span place) {
    problems.report(problem, place);
  }

  /** Whether something has been said about a context already. */
  boolean saidWithin(ParserRuleContext place) {
    Span span = span(place);
    return problems.saidWithin(span.start(), span.end());
  }

  Diagnostic.Builder at(SyntaxProblem problem, ParserRuleContext place) {
    return Diagnostic.of(problem, span(place));
  }

  // ---- Names

  Name name(NameContext context) {
    return new Name(context.getText(), span(context));
  }

  /** {@code was mode}, {@code held mode}: the name of what is known of a state's last value. */
  Name last(RiskParser.LastPrimaryContext context) {
    return new Name(context.when.getText() + " " + context.unitName().getText(), span(context));
  }

  Optional<Name> optionalName(@Nullable NameContext context) {
    return Optional.ofNullable(context).map(this::name);
  }

  List<Name> names(List<NameContext> contexts) {
    return contexts.stream().map(this::name).toList();
  }

  List<Name> path(PathContext context) {
    return names(context.name());
  }

  // ---- Documentation

  /** The {@code ///} lines between what stands before a context and the context. */
  Doc doc(ParserRuleContext context) {
    List<Token> hidden =
        tokens.getHiddenTokensToLeft(context.getStart().getTokenIndex(), RiskLexer.DOCS);
    if (hidden == null) {
      return Doc.NONE;
    }
    return new Doc(
        hidden.stream()
            .map(token -> token.getText().substring(3))
            .map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n")));
  }

  /** Warns of documentation that nothing follows in its block. */
  void reportLooseDocs() {
    List<Token> waiting = new ArrayList<>();
    boolean itemBegins = true;
    for (Token token : tokens.getTokens()) {
      if (token.getChannel() == RiskLexer.DOCS) {
        waiting.add(token);
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL
          && token.getType() != RiskParser.NEWLINE) {
        boolean described =
            itemBegins
                && token.getType() != RiskParser.RBRACE
                && token.getType() != RiskParser.PIPE
                && token.getType() != Token.EOF;
        if (described) {
          waiting.clear();
        }
        reportLooseDocs(waiting);
        itemBegins = token.getType() == RiskParser.LBRACE;
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        reportLooseDocs(waiting);
        itemBegins = true;
      }
    }
  }

  private void reportLooseDocs(List<Token> docs) {
    if (!docs.isEmpty()) {
      problems.report(
          SyntaxProblem.DOC_WITHOUT_SUBJECT, problems.span(docs.getFirst(), docs.getLast()));
      docs.clear();
    }
  }

  // ---- Types

  Optional<TypeExpression> optionalType(@Nullable TypeContext context) {
    return Optional.ofNullable(context).map(this::type);
  }

  /** A type where no series can stand. */
  TypeExpression type(TypeContext context) {
    if (context.SERIES() != null) {
      report(SyntaxProblem.SERIES_NOT_HERE, context);
    }
    return valueType(context);
  }

  /** The type of an input, or of the points of a series. */
  TypeExpression valueType(TypeContext context) {
    List<TypeExpression.Factor> factors = new ArrayList<>();
    for (int i = 0; i < context.factors.size(); i++) {
      boolean divides = i > 0 && context.signs.get(i - 1).getType() == RiskParser.SLASH;
      factors.add(factor(context.factors.get(i), divides));
    }
    Span span = span(context.factors.getFirst()).to(span(context));
    return new TypeExpression(factors, span);
  }

  private TypeExpression.Factor factor(TypeFactorContext context, boolean divides) {
    Span span = span(context);
    if (context.ownedName() != null) {
      Name owned = new Name(context.ownedName().getText(), span(context.ownedName()));
      return new TypeExpression.Factor(Optional.of(owned), path(context.path()), divides, span);
    }
    if (context.name() == null) {
      if (!context.NUMBER().getText().equals("1")) {
        report(SyntaxProblem.FACTOR, context);
      }
      return new TypeExpression.Factor(Optional.empty(), List.of(), divides, span);
    }
    return new TypeExpression.Factor(Optional.of(name(context.name())), List.of(), divides, span);
  }

  Parameter parameter(RiskParser.ParameterContext context) {
    return new Parameter(
        name(context.name()),
        optionalType(context.type()),
        context.orNone() != null,
        orUnlimited(context.orUnlimited()),
        span(context));
  }

  /** The choice that a family of inputs goes through. */
  Parameter familyChoice(RiskParser.FamilyChoiceContext context) {
    return new Parameter(
        name(context.name()), optionalType(context.type()), false, false, span(context));
  }

  /** Whether {@code or unlimited} is written; nothing else can stand there. */
  boolean orUnlimited(RiskParser.@Nullable OrUnlimitedContext context) {
    if (context != null && !context.sentinel.getText().equals("unlimited")) {
      report(SyntaxProblem.OR_WHAT, context);
    }
    return context != null;
  }

  List<Parameter> parameters(@Nullable ParametersContext context) {
    return context == null ? List.of() : context.parameter().stream().map(this::parameter).toList();
  }

  /** Whether a name could be read. */
  static boolean isReadable(@Nullable NameContext name) {
    return name != null && name.exception == null;
  }
}
