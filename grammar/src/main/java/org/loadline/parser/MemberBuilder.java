package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.*;
import org.loadline.source.Span;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Bucket;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Limit;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;

/** Shapes the lines of entities, and the limits of params and columns. */
final class MemberBuilder {
  private final Reader reader;
  private final ExpressionBuilder expressions;

  MemberBuilder(Reader reader, ExpressionBuilder expressions) {
    this.reader = reader;
    this.expressions = expressions;
  }

  List<Member> members(MemberBlockContext context) {
    List<Member> members = new ArrayList<>();
    for (MemberContext member : context.member()) {
      if (member.exception == null) {
        member(member).ifPresent(members::add);
      }
    }
    return members;
  }

  private Optional<Member> member(MemberContext context) {
    return switch (context.getChild(0)) {
      case KeyMemberContext it -> Optional.of(key(it));
      case ReferenceMemberContext it -> Optional.of(reference(it));
      case InputMemberContext it -> Optional.of(input(it));
      case MaximumMemberContext it -> maximum(it);
      case AssumptionContext it -> Optional.of(new Member.Assumed(assumption(it)));
      default -> Optional.empty();
    };
  }

  Assumption assumption(AssumptionContext context) {
    return new Assumption(expressions.condition(context.condition()), reader.span(context));
  }

  private Member key(KeyMemberContext context) {
    return new Member.Key(
        reader.name(context.key),
        reader.optionalType(context.type()),
        reader.doc(context),
        reader.span(context));
  }

  private Member reference(ReferenceMemberContext context) {
    return new Member.Reference(
        reader.name(context.entity),
        reader.optionalName(context.alias),
        Optional.ofNullable(context.listedAs()).map(it -> reader.name(it.plural)),
        context.orNone() != null,
        reader.doc(context),
        reader.span(context));
  }

  private Member input(InputMemberContext context) {
    List<Name> names = reader.names(context.inputNames().name());
    List<Parameter> families =
        context.inputNames().familyChoice().stream().map(reader::familyChoice).toList();
    return new Member.Input(
        names,
        families,
        context.type().SERIES() != null,
        reader.valueType(context.type()),
        Optional.ofNullable(context.step()).map(expressions::step),
        Optional.ofNullable(context.bucket()).map(this::bucket),
        context.orNone() != null,
        reader.orUnlimited(context.orUnlimited()),
        Optional.ofNullable(context.range()).map(expressions::range),
        Optional.ofNullable(context.listedAs()).map(it -> reader.name(it.plural)),
        reader.doc(context),
        reader.span(context));
  }

  private Bucket bucket(BucketContext context) {
    Optional<Bucket.Side> side =
        Optional.ofNullable(context.side)
            .map(word -> word.getType() == RiskParser.HOLDS ? Bucket.Side.HOLDS : Bucket.Side.OWES);
    return new Bucket(
        side, Optional.ofNullable(context.lowest).map(this::floor), reader.span(context));
  }

  private Bucket.Floor floor(SumContext context) {
    Expression lowest = expressions.sum(context);
    return lowest instanceof Expression.NoneLiteral
        ? new Bucket.Floor.Open(reader.span(context))
        : new Bucket.Floor.At(lowest, reader.span(context));
  }

  private Optional<Member> maximum(MaximumMemberContext context) {
    Span span = reader.span(context);
    boolean known =
        context.subject.getText().equals("maximum") && context.value.getText().equals("unlimited");
    if (!known) {
      reader.report(SyntaxProblem.MAXIMUM, context);
      return Optional.empty();
    }
    return Optional.of(new Member.MaximumIsUnlimited(span));
  }

  // ---- Limits

  List<Limit> limits(@Nullable LimitsContext context) {
    return context == null ? List.of() : context.limit().stream().map(this::limit).toList();
  }

  Limit limit(LimitContext context) {
    return switch (context) {
      case AllowanceLimitContext it -> allowance(it.allowance());
      case ClippedLimitContext it -> new Limit.Clipped(reader.span(it));
      default -> new Limit.Refused(reader.span(context));
    };
  }

  Limit allowance(AllowanceContext context) {
    Span span = reader.span(context);
    return switch (context) {
      case WithinLimitContext it -> new Limit.Within(expressions.range(it.range()), span);
      case ChangingLimitContext it ->
          new Limit.ChangingBy(
              expressions.sum(it.most),
              it.VALUE() != null,
              Optional.ofNullable(it.clock()).map(this::clock),
              span);
      case TogetherLimitContext it -> new Limit.Together(reader.name(it.other), span);
      case NeverLimitContext it -> {
        if (!it.zero.getText().equals("zero")) {
          reader.report(SyntaxProblem.NEVER_TO_WHAT, it);
        }
        yield new Limit.NeverToZero(span);
      }
      default -> throw new IllegalStateException("a limit of an unknown form");
    };
  }

  private Limit.Clock clock(ClockContext context) {
    return switch (context) {
      case OnceInContext it ->
          new Limit.Clock(
              Limit.Clock.Kind.ONCE_IN, expressions.sum(it.period), reader.span(context));
      case InAnyContext it ->
          new Limit.Clock(
              Limit.Clock.Kind.IN_ANY, expressions.sum(it.period), reader.span(context));
      default -> throw new IllegalStateException("a clock of an unknown form");
    };
  }
}
