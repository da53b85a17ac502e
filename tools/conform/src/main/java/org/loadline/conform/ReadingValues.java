package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.CaseBinding;
import org.loadline.core.CaseBinding.Scale;
import org.loadline.core.CaseBinding.Size;
import org.loadline.core.Program;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.DateText;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.InstantText;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Reads nodes of a document as values of a type, as a binding says that they are written.
 *
 * <p>A row is read as its key. Moments are seconds since 1970-01-01, or written out.
 */
final class ReadingValues {
  private static final List<BigInteger> GREATEST =
      List.of(
          greatest(64), greatest(128), greatest(256), greatest(63), greatest(127), greatest(255));

  private final Program program;
  private final CaseBinding binding;

  ReadingValues(Program program, CaseBinding binding) {
    this.program = program;
    this.binding = binding;
  }

  private static BigInteger greatest(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  /** A value, or why there is none. */
  sealed interface Read {
    record Of(Value value) implements Read {}

    record Not(CaseProblem.Code code, String why, String hint) implements Read {}
  }

  /** What one of a number at a path is: what is said, or what the suffix of its name says. */
  Optional<Scale> scale(Optional<Size> size, String name, Place at) {
    if (size.isEmpty()) {
      return Optional.of(suffix(name).orElse(Scale.ONE));
    }
    return switch (size.get()) {
      case Size.Fixed(Scale scale) -> Optional.of(scale);
      case Size.PlacesAt(var path, boolean negative) ->
          at.at(path)
              .flatMap(node -> number(node.asText()))
              .filter(Exact::isWhole)
              .filter(places -> places.abs().compareTo(Exact.of(Exact.MAX_PLACES)) <= 0)
              .map(places -> negative ? -places.intValueExact() : places.intValueExact())
              .map(places -> new Scale(Exact.of(BigDecimal.ONE.movePointLeft(places)), false));
    };
  }

  /** The scale of a name that ends with one of the suffixes. */
  Optional<Scale> suffix(String name) {
    Optional<Map.Entry<String, Scale>> longest =
        binding.suffixes().entrySet().stream()
            .filter(e -> name.endsWith("_" + e.getKey()) || name.equals(e.getKey()))
            .max(java.util.Comparator.comparingInt(e -> e.getKey().length()));
    return longest.map(Map.Entry::getValue);
  }

  /** A node as a value of a type. */
  Read read(JsonNode node, Type type, Scale scale, Map<String, Value> spelled) {
    if (node.isContainerNode()) {
      return not("a " + (node.isArray() ? "list" : "object") + " stands here", "Say which part.");
    }
    String text = node.isNull() ? "null" : node.asText();
    if (spelled.containsKey(text)) {
      return new Read.Of(spelled.get(text));
    }
    if (node.isNull()) {
      return type.isOptional()
          ? new Read.Of(None.INSTANCE)
          : not("it is null", "Say `or none` where it is declared, or `else` here.");
    }
    return switch (type.present()) {
      case Type.Quantity quantity -> quantity(text, quantity, scale);
      case Type.Flag flag -> flag(text);
      case Type.Text words -> new Read.Of(new Text(text));
      case Type.Date date -> of(DateText.parse(text), number(text), "a day");
      case Type.Instant instant ->
          of(InstantText.parse(text), number(text).map(n -> n.times(scale.one())), "a moment");
      case Type.OfChoice(var choice) -> member(program.choice(choice), text);
      case Type.RowOf(var entity, var path) -> key(program.entity(entity), node, scale, spelled);
      case Type.Nothing nothing -> not("nothing can stand here", "");
      case Type.OrNone optional -> throw new IllegalStateException("a type within itself");
    };
  }

  private Read key(Entity entity, JsonNode node, Scale scale, Map<String, Value> spelled) {
    return entity.key().isEmpty()
        ? not("rows of `" + entity.name() + "` have no key", "")
        : read(node, entity.fields().get(entity.key().getAsInt()).type(), scale, spelled);
  }

  private Read quantity(String text, Type.Quantity type, Scale scale) {
    Optional<Exact> number = number(text);
    if (number.isEmpty()) {
      return text.equals("unlimited") && type.orUnlimited()
          ? new Read.Of(Unlimited.INSTANCE)
          : NumberText.parse(text) == Reading.Unread.TOO_LONG
              ? not("the number has more digits than there is room for", "")
              : not("`" + text + "` is no number", "");
    }
    if (type.orUnlimited() && isGreatest(number.get())) {
      return new Read.Of(Unlimited.INSTANCE);
    }
    boolean time = type.unit().equals(Unit.TIME);
    if (time != scale.time()) {
      return new Read.Not(
          CaseProblem.Code.NO_UNIT_OF_TIME,
          time
              ? "it is a length of time, and nothing says what it counts"
              : "it is no length of time",
          time ? "Write `in seconds`, or give a suffix." : "Leave out what it counts.");
    }
    return new Read.Of(number.get().times(scale.one()));
  }

  /** Whether a number stands for no bound. */
  boolean isGreatest(Exact raw) {
    return binding.maximumIsUnlimited() && raw.isWhole() && GREATEST.contains(raw.numerator());
  }

  private static Read flag(String text) {
    return switch (text) {
      case "true" -> new Read.Of(Flag.of(true));
      case "false" -> new Read.Of(Flag.of(false));
      default -> not("`" + text + "` is neither true nor false", "Say it with `spelled`.");
    };
  }

  private static Read member(Choice choice, String text) {
    List<String> members = choice.members();
    int exact = members.indexOf(text);
    if (exact >= 0) {
      return new Read.Of(new Member(exact));
    }
    List<Integer> alike =
        java.util.stream.IntStream.range(0, members.size())
            .filter(i -> letters(members.get(i)).equals(letters(text)))
            .boxed()
            .toList();
    return alike.size() == 1
        ? new Read.Of(new Member(alike.getFirst()))
        : not(
            "`" + text + "` is no member of `" + choice.ref().name() + "`",
            "Its members are " + String.join(", ", members) + "; others are `spelled`.");
  }

  /** The letters and digits of a name, whatever its case and what joins its words. */
  static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Read of(Reading written, Optional<Exact> counted, String what) {
    if (written instanceof Reading.Of(Exact number)) {
      return new Read.Of(number);
    }
    return counted
        .filter(Exact::isWhole)
        .<Read>map(Read.Of::new)
        .orElseGet(() -> not("it is not " + what, ""));
  }

  /** A number, plain, with an exponent, or as a fraction `p/q`. */
  static Optional<Exact> number(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return NumberText.parse(text) instanceof Reading.Of(Exact number)
          ? Optional.of(number)
          : Optional.empty();
    }
    Optional<Exact> above = number(text.substring(0, slash).strip());
    Optional<Exact> below = number(text.substring(slash + 1).strip());
    return above.flatMap(a -> below.filter(b -> b.signum() != 0).map(a::dividedBy));
  }

  private static Read not(String why, String hint) {
    return new Read.Not(CaseProblem.Code.NOT_A_VALUE, why, hint);
  }
}
