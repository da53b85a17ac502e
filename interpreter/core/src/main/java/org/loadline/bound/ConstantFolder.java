package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;

/**
 * Works out what the text alone decides: defaults, bounds, steps, cells.
 *
 * <p>Knows literals, units, {@code + - * / less}, {@code power} with a whole exponent, members of
 * choices and facts of the whole that are made of these. Units are checked. What cannot be worked
 * out is reported, and empty.
 */
final class ConstantFolder {
  private static final int DEEPEST = 1_000;
  private static final int GREATEST_POWER = 64;

  private final ConstantNames names;
  private final UnitOwners owners;
  private final DiagnosticSink sink;
  private final ConstantArithmetic arithmetic;
  private final List<String> open = new ArrayList<>();
  private int depth;

  ConstantFolder(ConstantNames names, UnitOwners owners, DiagnosticSink sink) {
    this.names = names;
    this.owners = owners;
    this.sink = sink;
    this.arithmetic = new ConstantArithmetic(sink);
  }

  /** The value, whatever its type. */
  Optional<Constant> fold(Expression expression) {
    return guarded(expression, Optional.empty());
  }

  /** The value as one of the type: a bare number takes its unit. */
  Optional<Constant> fold(Expression expression, Type wanted) {
    return guarded(expression, Optional.of(wanted))
        .flatMap(constant -> new Fitting(sink).fit(constant, wanted));
  }

  private Optional<Constant> guarded(Expression expression, Optional<Type> wanted) {
    if (depth >= DEEPEST) {
      return refuse(expression);
    }
    depth++;
    try {
      return value(expression, wanted);
    } finally {
      depth--;
    }
  }

  private Optional<Constant> value(Expression expression, Optional<Type> wanted) {
    Span span = expression.span();
    return switch (expression) {
      case Expression.NumberLiteral number -> number(number);
      case Expression.PercentLiteral percent ->
          Optional.of(
              Constant.number(WrittenNumbers.exact(percent.value()), Unit.ONE, false, span));
      case Expression.TextLiteral text ->
          Optional.of(new Constant(Type.TEXT, new Text(text.value()), false, span));
      case Expression.DateLiteral date ->
          Optional.of(new Constant(Type.DATE, Exact.of(date.value().toEpochDay()), false, span));
      case Expression.InstantLiteral instant ->
          Optional.of(
              new Constant(Type.INSTANT, Exact.of(instant.value().getEpochSecond()), false, span));
      case Expression.FlagLiteral flag ->
          Optional.of(new Constant(Type.FLAG, Flag.of(flag.value()), false, span));
      case Expression.NoneLiteral none ->
          Optional.of(new Constant(Type.NOTHING, None.INSTANCE, false, span));
      case Expression.Reference reference -> named(reference.name(), wanted);
      case Expression.Negate negate ->
          guarded(negate.operand(), Optional.empty())
              .flatMap(operand -> arithmetic.negate(operand, span));
      case Expression.Binary binary -> binary(binary);
      case Expression.Call call -> power(call);
      case Expression.Member member -> refuse(expression);
      case Expression.Rounding rounding -> refuse(expression);
      case Expression.Not not -> refuse(expression);
      case Expression.Is is -> refuse(expression);
      case Expression.InRange range -> refuse(expression);
      case Expression.InSet set -> refuse(expression);
      case Expression.Within within -> refuse(expression);
      case Expression.AsOf asOf -> refuse(expression);
      case Expression.Older older -> refuse(expression);
      case Expression.As as -> refuse(expression);
      case Expression.Decision decision -> refuse(expression);
      case Expression.Else other -> refuse(expression);
      case Expression.Pick pick -> refuse(expression);
      case Expression.Given given -> refuse(expression);
      case Expression.Search search -> refuse(expression);
      case Expression.Ranked ranked -> refuse(expression);
      case Expression.Numbers numbers -> refuse(expression);
      case Expression.Fold fold -> refuse(expression);
      case Expression.Repeat repeat -> refuse(expression);
      case Expression.Unreadable unreadable -> Optional.empty();
    };
  }

  private Optional<Constant> number(Expression.NumberLiteral number) {
    Exact value = WrittenNumbers.exact(number.value());
    return number.unit().isEmpty()
        ? Optional.of(Constant.number(value, Unit.ONE, true, number.span()))
        : unit(number.unit().get(), true)
            .map(
                one -> Constant.number(value.times(one.exact()), one.unit(), false, number.span()));
  }

  /** One of a unit. */
  private Optional<Constant> unit(Name name, boolean report) {
    Optional<BuiltinUnit> builtin = BuiltinUnit.of(name.text());
    if (builtin.isPresent()) {
      return builtin.map(b -> Constant.number(b.size(), b.unit(), false, name.span()));
    }
    Optional<Bound.UnitName> declared = names.unit(name.text());
    if (declared.isEmpty()) {
      if (report) {
        unknownUnit(name);
      }
      return Optional.empty();
    }
    Bound.UnitName unit = declared.get();
    if (unit.owner().isEmpty()) {
      Unit one = Unit.of(unit.name(), Optional.empty());
      return Optional.of(Constant.number(Exact.ONE, one, false, name.span()));
    }
    Optional<RowPath> row = owners.rowOf(unit, List.of(), name.span());
    return row.map(
        r -> Constant.number(Exact.ONE, Unit.of(unit.name(), Optional.of(r)), false, name.span()));
  }

  private void unknownUnit(Name name) {
    String text = name.text();
    boolean calendar = text.matches("years?|months?");
    List<String> known = new ArrayList<>(BuiltinUnit.words());
    names.typeNames().stream().filter(n -> names.unit(n).isPresent()).forEach(known::add);
    new Saying(sink, NameProblem.NO_SUCH_UNIT, name.span())
        .with("name", text)
        .hint(
            calendar
                ? "Years and months differ in length: say it in days, as in `365 days`."
                : Suggestions.hint(text, known, NameProblem.NO_SUCH_UNIT.hint()))
        .send();
  }

  private Optional<Constant> named(Name name, Optional<Type> wanted) {
    String text = name.text();
    Optional<ConstantNames.ChoiceNames> expected =
        wanted
            .map(Type::present)
            .filter(Type.OfChoice.class::isInstance)
            .flatMap(type -> names.choiceOf(((Type.OfChoice) type).choice().index()));
    if (expected.filter(choice -> choice.members().contains(text)).isPresent()) {
      return Optional.of(member(expected.get(), name));
    }
    if (text.equals("unlimited")) {
      return Optional.of(Constant.unlimited(name.span()));
    }
    Optional<Definition> fact = names.systemFact(text);
    if (fact.isPresent()) {
      return fact(name, fact.get());
    }
    if (BuiltinUnit.of(text).isPresent() || names.unit(text).isPresent()) {
      return unit(name, true);
    }
    List<ConstantNames.ChoiceNames> choices = names.choicesWith(name);
    if (choices.size() == 1 && expected.isEmpty()) {
      return Optional.of(member(choices.getFirst(), name));
    }
    unknown(name, expected, choices);
    return Optional.empty();
  }

  private static Constant member(ConstantNames.ChoiceNames choice, Name name) {
    Member value = new Member(choice.members().indexOf(name.text()));
    return new Constant(new Type.OfChoice(choice.ref()), value, false, name.span());
  }

  private void unknown(
      Name name,
      Optional<ConstantNames.ChoiceNames> expected,
      List<ConstantNames.ChoiceNames> choices) {
    if (expected.isPresent()) {
      NoSuchMember.say(sink, name, expected.get().ref().name(), expected.get().members());
      return;
    }
    if (choices.size() > 1) {
      String all =
          choices.stream().map(c -> "`" + c.ref() + "`").collect(Collectors.joining(" and "));
      new Saying(sink, NameProblem.UNCLEAR_MEMBER, name.span())
          .with("name", name)
          .with("choices", all)
          .send();
      return;
    }
    Optional<String> later = names.knownOnlyInARun(name.text());
    if (later.isPresent()) {
      new Saying(sink, DeclarationProblem.KNOWN_LATER, name.span())
          .with("name", name)
          .with("kind", later.get())
          .send();
      return;
    }
    String hint =
        Suggestions.hint(name.text(), names.constantNames(), NameProblem.NO_SUCH_CONSTANT.hint());
    new Saying(sink, NameProblem.NO_SUCH_CONSTANT, name.span())
        .with("name", name)
        .hint(hint)
        .send();
  }

  private Optional<Constant> fact(Name name, Definition fact) {
    boolean plain =
        fact.parameters().isEmpty()
            && fact.locals().isEmpty()
            && fact.needs().isEmpty()
            && fact.starts().isEmpty();
    if (!plain || open.contains(name.text())) {
      new Saying(sink, DeclarationProblem.NOT_CONSTANT, name.span())
          .with("text", name)
          .also(fact.span(), "defined here")
          .send();
      return Optional.empty();
    }
    open.add(name.text());
    try {
      return guarded(fact.body(), Optional.empty()).map(c -> c.at(name.span()));
    } finally {
      open.removeLast();
    }
  }

  private Optional<Constant> binary(Expression.Binary binary) {
    Optional<Constant> left = guarded(binary.left(), Optional.empty());
    Optional<Constant> right = guarded(binary.right(), Optional.empty());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (binary.op()) {
      case ADD, SUBTRACT, LESS, MULTIPLY, DIVIDE ->
          arithmetic.apply(binary.op(), left.get(), right.get(), binary.span());
      case AND, OR, EQUAL, NOT_EQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST -> refuse(binary);
    };
  }

  private Optional<Constant> power(Expression.Call call) {
    boolean isPower =
        call.target() instanceof Expression.Reference reference
            && reference.name().text().equals("power")
            && call.arguments().size() == 2
            && call.over().isEmpty();
    if (!isPower) {
      return refuse(call);
    }
    Optional<Constant> base = guarded(call.arguments().get(0).value(), Optional.empty());
    if (base.isEmpty() || !base.get().isNumber()) {
      return base.isEmpty() ? base : refuse(call);
    }
    return call.arguments().get(1).value() instanceof Expression.NumberLiteral exponent
            && exponent.unit().isEmpty()
            && isPower(WrittenNumbers.exact(exponent.value()))
        ? arithmetic.power(
            base.get(), WrittenNumbers.exact(exponent.value()).intValueExact(), call.span())
        : noExponent(call.arguments().get(1).value());
  }

  private static boolean isPower(Exact exponent) {
    return exponent.isWhole() && exponent.compareTo(Exact.of(GREATEST_POWER)) <= 0;
  }

  private Optional<Constant> noExponent(Expression exponent) {
    new Saying(sink, DeclarationProblem.EXPONENT, exponent.span())
        .with("most", GREATEST_POWER)
        .send();
    return Optional.empty();
  }

  private Optional<Constant> refuse(Expression expression) {
    new Saying(sink, DeclarationProblem.NOT_CONSTANT, expression.span())
        .with("text", Excerpt.of(expression.span()))
        .send();
    return Optional.empty();
  }
}
