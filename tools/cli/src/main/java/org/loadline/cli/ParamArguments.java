package org.loadline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.BuiltinUnit;
import org.loadline.bound.Suggestions;
import org.loadline.bound.TypeWords;
import org.loadline.bound.WrittenNumbers;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Params given on the command line, {@code fee=2%}, written as in the language.
 *
 * <p>A bare number takes the param's unit. Bounds hold here too: outside them nothing runs.
 */
final class ParamArguments {
  private final Program program;

  ParamArguments(Program program) {
    this.program = program;
  }

  /** The values of a run: as written, but for those given. */
  ParamValues values(List<String> given) {
    Map<ParamRef, Value> replaced = new LinkedHashMap<>();
    for (String text : given) {
      int equals = text.indexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw Refusal.misuse(UseProblem.PARAM_FORM, "text", text);
      }
      Param param = param(text.substring(0, equals).strip());
      Value value = value(param, text.substring(equals + 1).strip());
      if (replaced.putIfAbsent(param.ref(), value) != null) {
        throw Refusal.misuse(UseProblem.PARAM_TWICE, "name", param.ref().name());
      }
    }
    ParamValues values = ParamValues.written(program).with(replaced);
    values.problems(program).stream()
        .findFirst()
        .ifPresent(
            outside -> {
              throw Refusal.misuse(outside);
            });
    return values;
  }

  private Param param(String name) {
    List<String> names = program.params().stream().map(p -> p.ref().name()).toList();
    int at = names.indexOf(name);
    if (at < 0) {
      String known =
          names.isEmpty() ? "It has none." : "Its params are " + Words.listed(names) + ".";
      throw Refusal.misuse(
          UseProblem.NO_SUCH_PARAM,
          "policy",
          program.name(),
          "name",
          name,
          "known",
          Suggestions.hint(name, names, known));
    }
    return program.params().get(at);
  }

  private Value value(Param param, String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Expression expression = Parsing.expression(Source.of("--param", text), sink);
    Optional<Value> value =
        sink.hasErrors() ? Optional.empty() : value(param, param.type(), expression, text);
    return value.orElseThrow(
        () ->
            Refusal.misuse(
                UseProblem.PARAM_VALUE,
                "text",
                text,
                "name",
                param.ref().name(),
                "wanted",
                TypeWords.of(param.type()),
                "written",
                written(param)));
  }

  private Optional<Value> value(Param param, Type type, Expression expression, String text) {
    if (expression instanceof Expression.NoneLiteral) {
      return type.isOptional() ? Optional.of(None.INSTANCE) : Optional.empty();
    }
    return switch (type.present()) {
      case Type.Quantity quantity -> quantity(param, quantity, expression, text);
      case Type.Flag flag ->
          expression instanceof Expression.FlagLiteral(boolean value, Span span)
              ? Optional.of(Flag.of(value))
              : Optional.empty();
      case Type.Text words ->
          Optional.of(
              new Text(
                  expression instanceof Expression.TextLiteral(String value, Span span)
                      ? value
                      : text));
      case Type.Date date ->
          expression instanceof Expression.DateLiteral(var day, Span span)
              ? Optional.of(Exact.of(day.toEpochDay()))
              : Optional.empty();
      case Type.Instant instant ->
          expression instanceof Expression.InstantLiteral(var moment, Span span)
              ? Optional.of(Exact.of(moment.getEpochSecond()))
              : Optional.empty();
      case Type.OfChoice(var choice) -> {
        int member = program.choice(choice).members().indexOf(text);
        yield member < 0 ? Optional.empty() : Optional.of(new Member(member));
      }
      case Type.RowOf row -> Optional.empty();
      case Type.Nothing nothing -> Optional.empty();
      case Type.OrNone never -> Optional.empty();
    };
  }

  private Optional<Value> quantity(
      Param param, Type.Quantity type, Expression expression, String text) {
    if (text.equals("unlimited")) {
      return type.orUnlimited() ? Optional.of(Unlimited.INSTANCE) : Optional.empty();
    }
    Optional<Amount> amount = amount(expression);
    if (expression instanceof Expression.Reference && amount.stream().noneMatch(Amount::isKnown)) {
      return Optional.empty();
    }
    if (amount.isPresent() && !amount.get().fits(type.unit())) {
      throw Refusal.misuse(
          UseProblem.PARAM_UNIT,
          "text",
          text,
          "found",
          unit(amount.get().unit()),
          "name",
          param.ref().name(),
          "wanted",
          unit(type.unit()),
          "written",
          written(param));
    }
    return amount.map(Amount::value);
  }

  private static String unit(Unit unit) {
    return unit.isOne() ? "no unit" : unit.equals(Unit.TIME) ? "time" : unit.toString();
  }

  /** A number with its unit; {@code bare} if nothing but digits says what it is. */
  private record Amount(Exact value, Unit unit, boolean bare) {
    /** Whether it is one of a unit that every policy knows. */
    boolean isKnown() {
      return unit.isOne() || unit.equals(Unit.TIME);
    }

    boolean fits(Unit wanted) {
      return bare || unit.equals(wanted);
    }
  }

  private static Optional<Amount> amount(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral number ->
          Optional.of(
              number.unit().isEmpty()
                  ? new Amount(WrittenNumbers.exact(number.value()), Unit.ONE, true)
                  : times(WrittenNumbers.exact(number.value()), one(number.unit().get().text())));
      case Expression.PercentLiteral percent ->
          Optional.of(new Amount(WrittenNumbers.exact(percent.value()), Unit.ONE, false));
      case Expression.Reference reference -> Optional.of(one(reference.name().text()));
      case Expression.Negate negate ->
          amount(negate.operand()).map(a -> new Amount(a.value.negate(), a.unit, a.bare));
      case Expression.Binary binary
          when binary.op() == Expression.Operator.DIVIDE
              || binary.op() == Expression.Operator.MULTIPLY -> {
        boolean divide = binary.op() == Expression.Operator.DIVIDE;
        Optional<Amount> a = amount(binary.left());
        Optional<Amount> b = amount(binary.right()).filter(r -> !divide || r.value.signum() != 0);
        yield a.isEmpty() || b.isEmpty()
            ? Optional.empty()
            : Optional.of(combine(divide, a.get(), b.get()));
      }
      default -> Optional.empty();
    };
  }

  private static Amount combine(boolean divide, Amount a, Amount b) {
    return divide
        ? new Amount(a.value.dividedBy(b.value), a.unit.dividedBy(b.unit), a.bare && b.bare)
        : new Amount(a.value.times(b.value), a.unit.times(b.unit), a.bare && b.bare);
  }

  private static Amount times(Exact number, Amount one) {
    return new Amount(number.times(one.value), one.unit, false);
  }

  /** One of a unit; what the language does not know is a unit of the policy. */
  private static Amount one(String word) {
    return BuiltinUnit.of(word)
        .map(known -> new Amount(known.size(), known.unit(), false))
        .orElseGet(() -> new Amount(Exact.ONE, Unit.of(word, Optional.empty()), false));
  }

  private String written(Param param) {
    return shown(param, param.value());
  }

  private String shown(Param param, Value value) {
    return Words.value(param.type(), value, program);
  }
}
