package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * A state of a program: the fact that is its value, and the inputs that hold what is handed back.
 *
 * <p>Inputs are places among the fields of the owner, or among the system inputs; without a clock
 * there are no moments.
 */
public record DeclaredState(
    Optional<EntityRef> owner,
    String name,
    Type type,
    FactRef fact,
    int last,
    OptionalInt since,
    OptionalInt taken) {
  private static final String LAST = "last ";

  /** The states of a program: those of the whole, then of each entity, as declared. */
  public static List<DeclaredState> of(Program program) {
    List<DeclaredState> states = new ArrayList<>();
    of(program, Optional.empty(), program.system(), states);
    for (Entity entity : program.entities()) {
      of(program, Optional.of(entity.ref()), entity.fields(), states);
    }
    return states;
  }

  private static void of(
      Program program, Optional<EntityRef> owner, List<Field> fields, List<DeclaredState> states) {
    OptionalInt taken = place(fields, Field.TAKEN);
    for (Field field : fields) {
      if (field.role() == Field.Role.LAST) {
        String name = field.name().substring(LAST.length());
        Optional<Fact> fact =
            program.facts().stream()
                .filter(f -> f.owner().equals(owner) && f.name().equals(name))
                .filter(f -> f.origin() == Fact.Origin.FACT)
                .findFirst();
        fact.ifPresent(
            f ->
                states.add(
                    new DeclaredState(
                        owner,
                        name,
                        field.type().present(),
                        f.ref(),
                        field.index(),
                        place(fields, "since " + name),
                        taken)));
      }
    }
  }

  private static OptionalInt place(List<Field> fields, String name) {
    return fields.stream().filter(f -> f.name().equals(name)).mapToInt(Field::index).findFirst();
  }

  /** A line for each state: what it is called and what it can be. */
  static List<String> shape(Program program) {
    return of(program).stream()
        .map(
            s ->
                s.fullName()
                    + " : "
                    + kind(s.type, program)
                    + (s.taken.isPresent() ? ", timed" : ""))
        .toList();
  }

  /** With its entity, as people refer to it: {@code market.mode}. */
  public String fullName() {
    return owner.map(o -> o.name() + "." + name).orElse(name);
  }

  private static String kind(Type type, Program program) {
    return switch (type) {
      case Type.Quantity(Unit unit, var form, var unlimited) ->
          unit.isOne() ? "number" : unit.toString();
      case Type.OfChoice(var choice) -> String.join(" | ", program.choice(choice).members());
      case Type.Flag flag -> "flag";
      case Type.Text text -> "text";
      case Type.Date date -> "date";
      case Type.Instant instant -> "instant";
      case Type.RowOf row -> "row";
      case Type.Nothing nothing -> "none";
      case Type.OrNone optional -> kind(optional.of(), program);
    };
  }
}
