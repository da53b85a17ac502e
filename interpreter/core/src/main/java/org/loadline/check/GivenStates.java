package org.loadline.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.TestCase;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * What a test gives of states: {@code was mode = halted, held mode = 10 minutes, elapsed = 1
 * minute}.
 */
final class GivenStates {
  private static final Type DURATION = new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false);

  private final Checker in;
  private final Map<InputRef, Value> system;

  GivenStates(Checker in, Map<InputRef, Value> system) {
    this.in = in;
    this.system = system;
  }

  /** Whether a name is of two words, as only those of states are. */
  static boolean isWords(String name) {
    return name.startsWith("was ") || name.startsWith("held ");
  }

  /** The input that stands behind a name. */
  static String input(String name) {
    if (name.startsWith("was ")) {
      return "last " + name.substring("was ".length());
    }
    if (name.startsWith("held ")) {
      return "since " + name.substring("held ".length());
    }
    return name.equals("elapsed") ? Field.TAKEN : name;
  }

  /** What is given for a field: for a moment of a state, the time that passed since. */
  static Type type(Field field) {
    return isMoment(field) ? DURATION : field.type();
  }

  private static boolean isMoment(Field field) {
    return field.role() == Field.Role.SINCE || field.role() == Field.Role.TAKEN;
  }

  /** Turns the times of the whole into moments. */
  void countBack() {
    List<Field> fields = in.vocabulary.bound().system();
    for (Map.Entry<InputRef, Value> entry : system.entrySet()) {
      Field field = fields.get(entry.getKey().index());
      if (isMoment(field)) {
        moment(field.name(), entry.getValue(), field.span()).ifPresent(entry::setValue);
      }
    }
  }

  /** A row with its times turned into moments. */
  TestCase.GivenRow countBack(TestCase.GivenRow row) {
    Entity entity = in.vocabulary.entity(row.entity());
    List<TestCase.GivenField> fields =
        row.fields().stream()
            .map(given -> countBack(entity.fields().get(given.field()), given))
            .toList();
    return new TestCase.GivenRow(row.entity(), fields, row.span());
  }

  private TestCase.GivenField countBack(Field field, TestCase.GivenField given) {
    return isMoment(field)
        ? moment(field.name(), given.value(), given.span())
            .map(m -> new TestCase.GivenField(given.field(), given.member(), m, given.span()))
            .orElse(given)
        : given;
  }

  private Optional<Value> moment(String name, Value passed, Span span) {
    Optional<Value> now = in.vocabulary.input("now").map(system::get);
    if (now.isPresent() && now.get() instanceof Exact at && passed instanceof Exact duration) {
      return Optional.of(at.minus(duration));
    }
    String written = name.equals(Field.TAKEN) ? "elapsed" : name.replace("since ", "held ");
    in.complaints.say(StateFormulaProblem.TIME_WITHOUT_CLOCK, span, "name", written);
    return Optional.empty();
  }
}
