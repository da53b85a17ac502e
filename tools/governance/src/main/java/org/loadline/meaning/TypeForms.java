package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.word;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.loadline.core.Program;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Types, units and values of one definition.
 *
 * <p>Numbers are exact: a decimal in full without trailing zeros, or a fraction in lowest terms. A
 * unit of a row has the path to it; rows that are not the definition's own are numbered in the
 * order in which they are first met. How a number is held is no part of its type. Zero has no unit:
 * it takes the one that its place wants.
 */
final class TypeForms {
  private final Program program;
  private final Subjects subjects;
  private final Consumer<Subject> reads;
  private final Map<Integer, Integer> rows = new HashMap<>();

  TypeForms(Program program, Subjects subjects, Consumer<Subject> reads) {
    this.program = program;
    this.subjects = subjects;
    this.reads = reads;
  }

  Form type(Type type) {
    return switch (type) {
      case Type.Quantity(Unit unit, var form, boolean orUnlimited) ->
          node(node("number"), List.of(unit(unit), Form.when(orUnlimited, "or-unlimited")));
      case Type.Flag flag -> word("flag");
      case Type.Text text -> word("text");
      case Type.Date date -> word("date");
      case Type.Instant instant -> word("instant");
      case Type.OfChoice(var choice) -> {
        reads.accept(subjects.of(choice));
        yield node("choice", quoted(choice.name()));
      }
      case Type.RowOf(var entity, var path) -> {
        reads.accept(subjects.of(entity));
        yield node("row", quoted(entity.name()));
      }
      case Type.Nothing nothing -> word("none");
      case Type.OrNone(Type of) -> node("or-none", type(of));
    };
  }

  /** A value of a type: a number with its unit, a member by its name. */
  Form value(Type type, Value value) {
    return switch (value) {
      case Exact number -> number(type.present(), number);
      case Text text -> node("text", quoted(text.value()));
      case Flag flag -> word(flag.value() ? "true" : "false");
      case None none -> word("none");
      case Unlimited unlimited -> word("unlimited");
      case RowNumber(int index) ->
          type.present() instanceof Type.RowOf(var entity, var path)
              ? row(entity, index)
              : Form.number(index);
      case Member(int ordinal) ->
          type.present() instanceof Type.OfChoice(var choice)
              ? member(choice, ordinal)
              : Form.number(ordinal);
    };
  }

  private Form row(org.loadline.model.EntityRef entity, int index) {
    reads.accept(subjects.of(entity));
    return node("row", quoted(entity.name()), Form.number(index));
  }

  Form member(org.loadline.model.ChoiceRef choice, int ordinal) {
    reads.accept(subjects.of(choice));
    return node(
        "member", quoted(choice.name()), quoted(program.choice(choice).members().get(ordinal)));
  }

  private Form number(Type type, Exact number) {
    return switch (type) {
      case Type.Instant instant -> node("instant", exact(number));
      case Type.Date date -> node("date", exact(number));
      case Type.Quantity(Unit unit, var form, var orUnlimited) ->
          node(
              node("number", exact(number)),
              List.of(number.signum() == 0 ? Optional.empty() : unit(unit)));
      case Type.Flag t -> node("number", exact(number));
      case Type.Text t -> node("number", exact(number));
      case Type.OfChoice t -> node("number", exact(number));
      case Type.RowOf t -> node("number", exact(number));
      case Type.Nothing t -> node("number", exact(number));
      case Type.OrNone(Type of) -> number(of, number);
    };
  }

  /** A number without a unit: {@code 0.01}, {@code 1/3}. */
  static Form exact(Exact number) {
    return word(
        number
            .toDecimal()
            .map(d -> d.signum() == 0 ? "0" : plain(d))
            .orElseGet(() -> number.numerator() + "/" + number.denominator()));
  }

  private static String plain(BigDecimal decimal) {
    return decimal.stripTrailingZeros().toPlainString();
  }

  // ---- Units

  /** Absent for a plain number. */
  Optional<Form> unit(Unit unit) {
    List<Unit.Factor> factors = new ArrayList<>(unit.factors());
    factors.sort(
        Comparator.comparing(Unit.Factor::name)
            .thenComparing(f -> f.owner().map(this::known).orElse(-1))
            .thenComparing(f -> f.owner().map(o -> String.join(".", o.references())).orElse(""))
            .thenComparing(Unit.Factor::exponent));
    return factors.isEmpty()
        ? Optional.empty()
        : Optional.of(node("unit", factors.stream().map(this::factor).toList()));
  }

  private Form factor(Unit.Factor factor) {
    return node(
        node("of", quoted(factor.name()), Form.number(factor.exponent())),
        List.of(factor.owner().map(this::path)));
  }

  private int known(RowPath path) {
    return path.root() == RowPath.SELF ? 0 : rows.getOrDefault(path.root(), Integer.MAX_VALUE);
  }

  private Form path(RowPath path) {
    int root =
        path.root() == RowPath.SELF ? 0 : rows.computeIfAbsent(path.root(), r -> rows.size() + 1);
    List<Form> parts = new ArrayList<>();
    parts.add(Form.number(root));
    path.references().forEach(r -> parts.add(quoted(r)));
    return node("path", parts);
  }
}
