package org.loadline.parser;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.Operator;
import org.loadline.syntax.Range;
import org.loadline.syntax.Step;

/**
 * Shapes formulas.
 *
 * <p>A tree of formulas is never deeper than {@link #MOST_LINKS}: whoever walks it may recurse.
 */
final class ExpressionBuilder {
  static final int MOST_LINKS = 500;

  private final Reader reader;
  private final LiteralReader literals;
  private final CallBuilder calls;
  private final SuppositionBuilder suppositions;
  private final CollectionBuilder collections;
  private final ComparisonBuilder comparisons;
  private final DecisionBuilder decisions;

  /** How deep the node that is being built may lie: the links of all chains around it. */
  private int links;

  ExpressionBuilder(Reader reader) {
    this.reader = reader;
    this.literals = new LiteralReader(reader);
    this.calls = new CallBuilder(reader, this);
    this.suppositions = new SuppositionBuilder(reader, this);
    this.collections = new CollectionBuilder(reader, this);
    this.comparisons = new ComparisonBuilder(reader, this);
    this.decisions = new DecisionBuilder(reader, this);
  }

  LiteralReader literals() {
    return literals;
  }

  SuppositionBuilder suppositions() {
    return suppositions;
  }

  CollectionBuilder collections() {
    return collections;
  }

  // ---- Bodies

  /** The body of a definition: here an `=` stands in brackets. */
  Expression definitionBody(String name, BodyContext context) {
    context.arm().forEach(arm -> BareEquals.check(name, arm.supposed(), reader));
    return body(context);
  }

  /** The formula after the `=` of a param, a local or a setting. */
  Expression value(String name, ExpressionContext context) {
    BareEquals.check(name, context, reader);
    return expression(context);
  }

  Expression body(BodyContext context) {
    List<ArmContext> arms = context.arm();
    if (arms.size() == 1 && arms.getFirst().guard() == null) {
      return supposed(arms.getFirst().supposed());
    }
    return chain(1, context, () -> decisions.of(context, arms));
  }

  // ---- From the loosest to the tightest

  // Most formulas pass through most levels with a single part; that way is kept short, as its
  // frames add up where brackets are deep.

  Expression supposed(SupposedContext context) {
    return answered(context, context.alternatives, this::world);
  }

  private Expression world(WorldContext context) {
    if (context.supposition() == null) {
      return alternative(context.alternative());
    }
    return chain(
        1,
        context,
        () -> suppositions.given(alternative(context.alternative()), context.supposition()));
  }

  Expression expression(ExpressionContext context) {
    return answered(context, context.alternatives, this::alternative);
  }

  private <C> Expression answered(
      ParserRuleContext context, List<C> alternatives, Function<C, Expression> build) {
    if (alternatives.size() == 1) {
      return build.apply(alternatives.getFirst());
    }
    return chain(
        alternatives.size() - 1,
        context,
        () -> {
          Expression result = build.apply(alternatives.getFirst());
          for (C next : alternatives.subList(1, alternatives.size())) {
            Expression right = build.apply(next);
            result = new Expression.Else(result, right, result.span().to(right.span()));
          }
          return result;
        });
  }

  private Expression alternative(AlternativeContext context) {
    return switch (context) {
      case SearchContext search -> chain(1, search, () -> suppositions.search(search));
      case PickContext pick -> chain(1, pick, () -> pick(pick));
      case FoldContext fold -> chain(1, fold, () -> collections.fold(fold));
      case RepeatContext repeat -> chain(1, repeat, () -> collections.repeat(repeat));
      case PlainContext plain when plain.ranking() != null ->
          chain(
              1, plain, () -> collections.ranked(operand(plain.operand()), plain.ranking(), plain));
      case PlainContext plain -> operand(plain.operand());
      default -> unreadable(context);
    };
  }

  private Expression pick(PickContext context) {
    return new Expression.Pick(
        reader.name(context.name()),
        collections.of(context.many()),
        optionalCondition(context.condition()),
        context.extreme.getType() == RiskParser.GREATEST,
        sum(context.measure),
        reader.span(context));
  }

  Expression condition(ConditionContext context) {
    return operand(context.operand());
  }

  Optional<Expression> optionalCondition(@Nullable ConditionContext context) {
    return Optional.ofNullable(context).map(this::condition);
  }

  Expression operand(OperandContext context) {
    List<ConjunctionContext> parts = context.conjunction();
    if (parts.size() == 1) {
      return conjunction(parts.getFirst());
    }
    return chain(parts.size() - 1, context, () -> joined(context, parts, this::conjunction));
  }

  private Expression conjunction(ConjunctionContext context) {
    List<NegationContext> parts = context.negation();
    if (parts.size() == 1) {
      return negation(parts.getFirst());
    }
    return chain(parts.size() - 1, context, () -> joined(context, parts, this::negation));
  }

  private Expression negation(NegationContext context) {
    List<TerminalNode> signs = context.NOT();
    if (signs.isEmpty()) {
      return comparisons.of(context.comparison());
    }
    return chain(
        signs.size(),
        context,
        () -> {
          Expression result = comparisons.of(context.comparison());
          for (TerminalNode sign : signs.reversed()) {
            Span span = reader.problems().span(sign.getSymbol()).to(reader.span(context));
            result = new Expression.Not(result, span);
          }
          return result;
        });
  }

  Expression sum(SumContext context) {
    List<ProductContext> parts = context.product();
    if (parts.size() == 1) {
      return product(parts.getFirst());
    }
    return chain(parts.size() - 1, context, () -> joined(context, parts, this::product));
  }

  private Expression product(ProductContext context) {
    List<SignedContext> parts = context.signed();
    if (parts.size() == 1) {
      return signed(parts.getFirst());
    }
    return chain(parts.size() - 1, context, () -> joined(context, parts, this::signed));
  }

  /** Joins operands from the left by the signs that stand between them in the text. */
  private <C> Expression joined(
      ParserRuleContext context, List<C> parts, Function<C, Expression> build) {
    Expression result = build.apply(parts.getFirst());
    for (int i = 1; i < parts.size(); i++) {
      Token sign = ((TerminalNode) context.getChild(2 * i - 1)).getSymbol();
      Expression right = build.apply(parts.get(i));
      result =
          new Expression.Binary(
              joint(sign),
              result,
              right,
              reader.problems().span(sign),
              result.span().to(right.span()));
    }
    return result;
  }

  private static Operator joint(Token sign) {
    return switch (sign.getType()) {
      case RiskParser.OR -> Operator.OR;
      case RiskParser.AND -> Operator.AND;
      case RiskParser.PLUS -> Operator.ADD;
      case RiskParser.MINUS -> Operator.SUBTRACT;
      case RiskParser.LESS -> Operator.LESS;
      case RiskParser.STAR -> Operator.MULTIPLY;
      default -> Operator.DIVIDE;
    };
  }

  private Expression signed(SignedContext context) {
    List<TerminalNode> signs = context.MINUS();
    if (signs.isEmpty()) {
      return cast(context.cast());
    }
    return chain(
        signs.size(),
        context,
        () -> {
          Expression result = cast(context.cast());
          for (TerminalNode sign : signs.reversed()) {
            Span span = reader.problems().span(sign.getSymbol()).to(reader.span(context));
            result = new Expression.Negate(result, span);
          }
          return result;
        });
  }

  private Expression cast(CastContext context) {
    if (context.kind == null) {
      return calls.postfix(context.postfix());
    }
    return chain(
        1,
        context,
        () ->
            new Expression.As(
                calls.postfix(context.postfix()), reader.name(context.kind), reader.span(context)));
  }

  Expression primary(PrimaryContext context) {
    return switch (context) {
      case NumberPrimaryContext it ->
          literals.number(it.NUMBER().getSymbol(), it.unitName(), false, reader.span(it));
      case PercentPrimaryContext it ->
          literals.percent(it.PERCENT().getSymbol(), false, reader.span(it));
      case TextPrimaryContext it -> literals.text(it.STRING().getSymbol());
      case DatePrimaryContext it -> literals.date(it.DATE().getSymbol());
      case InstantPrimaryContext it -> literals.instant(it.INSTANT().getSymbol());
      case FlagPrimaryContext it -> new Expression.FlagLiteral(it.TRUE() != null, reader.span(it));
      case NonePrimaryContext it -> new Expression.NoneLiteral(reader.span(it));
      case LastPrimaryContext it -> new Expression.Reference(reader.last(it));
      case NamePrimaryContext it when reader.saidWithin(it) -> unreadable(it);
      case NamePrimaryContext it -> new Expression.Reference(reader.name(it.name()));
      case BracketPrimaryContext it -> within(body(it.body()), it.window);
      default -> unreadable(context);
    };
  }

  /** {@code xs within 5 minutes}, if that is said. */
  Expression within(Expression series, @Nullable SumContext window) {
    return window == null
        ? series
        : new Expression.Within(series, sum(window), series.span().to(reader.span(window)));
  }

  // ---- Parts that stand outside formulas too

  Range range(RangeContext context) {
    return new Range(sum(context.low), sum(context.high), reader.span(context));
  }

  Step step(StepContext context) {
    Expression size = sum(context.sum());
    return context.PLACES() == null
        ? new Step.Of(size, reader.span(context))
        : new Step.Places(size, reader.span(context));
  }

  Expression reported(ReportedContext context) {
    return calls.reported(context);
  }

  Expression place(PlaceContext context) {
    return calls.place(context);
  }

  /** The arguments of a call that is no formula. */
  List<Expression.Argument> arguments(ArgumentsContext context) {
    return calls.arguments(context);
  }

  Expression unreadable(ParserRuleContext context) {
    return new Expression.Unreadable(reader.span(context));
  }

  /** Builds something that adds links to the tree, unless it has too many already. */
  Expression chain(int added, ParserRuleContext context, Supplier<Expression> build) {
    if (links + added > MOST_LINKS) {
      reader
          .problems()
          .report(reader.at(SyntaxProblem.TOO_MANY_LINKS, context).with("limit", MOST_LINKS));
      return unreadable(context);
    }
    links += added;
    Expression result = build.get();
    links -= added;
    return result;
  }
}
