package org.loadline.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.bound.Suggestions;
import org.loadline.core.Program;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.DateText;
import org.loadline.values.DurationText;
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
 * The text of a cell as a value of its field.
 *
 * <p>Numbers are plain or scientific, exact; of a field with a step, whole numbers of steps. A
 * duration has a unit. An empty cell is {@code none}, and so is the word, except in a text that is
 * not {@code or none}. Quotes around a cell change nothing.
 */
record CellText(Program program) {

  Cell read(Field field, Slice slice) {
    if (slice.isEmpty()) {
      return new Cell.Empty();
    }
    boolean words = field.type().present() instanceof Type.Text;
    if (slice.is("none") && (!words || field.type().isOptional())) {
      return new Cell.Holds(None.INSTANCE);
    }
    String text = slice.text();
    if (slice.isPadded()) {
      return new Cell.Wrong(CellProblem.BLANKS, Map.of("meant", DataProblem.shown(trimmed(text))));
    }
    return switch (field.type().present()) {
      case Type.Quantity quantity -> quantity(field, quantity, text);
      case Type.Flag flag -> flag(text);
      case Type.Text words0 -> new Cell.Holds(new Text(text));
      case Type.Date date -> read(DateText.parse(text), SnapshotProblem.NOT_A_DATE);
      case Type.Instant instant -> read(InstantText.parse(text), SnapshotProblem.NOT_AN_INSTANT);
      case Type.OfChoice(ChoiceRef choice) -> member(program.choice(choice), text);
      case Type.RowOf row -> throw notACell(field);
      case Type.Nothing nothing -> throw notACell(field);
      case Type.OrNone optional -> throw notACell(field);
    };
  }

  /** The value of a field that tells rows apart, or what is wrong with it. */
  Cell identity(Field field, Slice text) {
    Cell cell = read(field, text);
    if (cell instanceof Cell.Steps(var count)) {
      return field.step().isPresent() && field.step().get() instanceof StepRule.Fixed(Exact step)
          ? new Cell.Holds(Exact.of(count).times(step))
          : new Cell.Wrong(CellProblem.STEPS_OF_ROW, Map.of());
    }
    return cell;
  }

  private Cell quantity(Field field, Type.Quantity type, String text) {
    if (text.equals("unlimited")) {
      return new Cell.Holds(Unlimited.INSTANCE);
    }
    if (field.step().isPresent()) {
      return steps(field.step().get(), text);
    }
    if (type.unit().equals(Unit.TIME)) {
      boolean bare = NumberText.parse(text).value().isPresent();
      return read(
          DurationText.parse(text),
          bare ? CellProblem.UNITLESS_DURATION : SnapshotProblem.NOT_A_DURATION);
    }
    return number(text);
  }

  private static Cell number(String text) {
    Cell read = read(NumberText.parse(text), SnapshotProblem.NOT_A_NUMBER);
    boolean guess =
        read instanceof Cell.Wrong(DiagnosticCode code, var named)
            && code == SnapshotProblem.NOT_A_NUMBER;
    return guess ? NumberGuess.of(text).orElse(read) : read;
  }

  /**
   * With a point and no exponent it is a quantity where steps are wanted, even if it is whole: then
   * 100.00 would silently become one hundredth of itself.
   */
  private static Cell steps(StepRule rule, String text) {
    Cell cell = number(text);
    if (!(cell instanceof Cell.Holds(Value value) && value instanceof Exact given)) {
      return cell;
    }
    boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    if (given.isWhole() && (exponent || text.indexOf('.') < 0)) {
      return new Cell.Steps(given.numerator());
    }
    return switch (rule) {
      case StepRule.ByRow byRow -> new Cell.Wrong(CellProblem.STEPS_OF_ROW, Map.of());
      case StepRule.Fixed(Exact step) -> {
        String size = NumberText.format(step);
        Exact count = given.dividedBy(step);
        yield count.isWhole()
            ? new Cell.Wrong(
                CellProblem.STEPS_MEANT,
                Map.of("step", size, "meant", DataProblem.shown(NumberText.format(count))))
            : new Cell.Wrong(SnapshotProblem.NOT_STEPS, Map.of("step", size));
      }
    };
  }

  private static Cell flag(String text) {
    return switch (text) {
      case "true" -> new Cell.Holds(Flag.of(true));
      case "false" -> new Cell.Holds(Flag.of(false));
      default -> new Cell.Wrong(SnapshotProblem.NOT_A_FLAG, Map.of());
    };
  }

  private static Cell member(Choice choice, String text) {
    int at = choice.members().indexOf(text);
    if (at >= 0) {
      return new Cell.Holds(new Member(at));
    }
    String name = choice.ref().name();
    Optional<String> near = Suggestions.nearest(text, choice.members());
    return near.<Cell>map(
            meant -> new Cell.Wrong(CellProblem.MISSPELT, Map.of("choice", name, "meant", meant)))
        .orElseGet(
            () ->
                new Cell.Wrong(
                    SnapshotProblem.NOT_A_MEMBER,
                    Map.of("choice", name, "members", words(choice.members()))));
  }

  private static Cell read(Reading reading, DiagnosticCode malformed) {
    return switch (reading) {
      case Reading.Of(Exact number) -> new Cell.Holds(number);
      case Reading.Unread unread ->
          new Cell.Wrong(
              switch (unread) {
                case MALFORMED -> malformed;
                case TOO_LONG -> SnapshotProblem.TOO_LONG;
              },
              Map.of());
    };
  }

  /** Names in a sentence: `a`, `b`, `c`. */
  static String words(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Slice.isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && Slice.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static IllegalArgumentException notACell(Field field) {
    return new IllegalArgumentException("`" + field.name() + "` is not read from one cell");
  }
}
