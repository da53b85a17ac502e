package org.loadline.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.CaseBinding;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Grouping;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.WaterfallRef;
import org.loadline.meaning.Subject.Kind;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.model.Table;
import org.loadline.model.TableRef;

/** What the definitions of a program are called: from its references to subjects. */
public final class Subjects {
  /** The order of what stands beside one another: of waterfalls, and of what is reported. */
  private static final String IN_ORDER = "all, in order";

  /** The input that says what time it is; there is one wherever something is timed. */
  private static final String CLOCK = "now";

  private final Program program;
  private final Map<EntityRef, Subject> entities = new HashMap<>();

  private Subjects(Program program) {
    this.program = program;
    for (Entity entity : program.entities()) {
      entities.put(entity.ref(), new Subject(Kind.ENTITY, entity.name()));
    }
    for (Table table : program.tables()) {
      if (program.entity(table.rows()).written()) {
        entities.put(table.rows(), of(table.ref()));
      }
    }
    for (Grouping grouping : program.groupings()) {
      entities.put(grouping.group(), new Subject(Kind.GROUP, grouping.group().name()));
    }
  }

  public static Subjects of(Program program) {
    return new Subjects(program);
  }

  /** The entity, or the group or written table whose rows they are. */
  public Subject of(EntityRef entity) {
    return Objects.requireNonNull(entities.get(entity));
  }

  public Subject of(ChoiceRef choice) {
    return new Subject(Kind.CHOICE, choice.name());
  }

  public Subject of(ParamRef param) {
    return new Subject(Kind.PARAM, param.name());
  }

  public Subject of(TableRef table) {
    return new Subject(Kind.TABLE, table.name());
  }

  /** A system input; what is handed back of a state belongs to the state. */
  public Subject of(InputRef input) {
    return ofInput(Optional.empty(), program.input(input));
  }

  public Subject of(WaterfallRef waterfall) {
    return new Subject(Kind.WATERFALL, waterfall.name());
  }

  public Subject of(FactRef fact) {
    return of(program.fact(fact));
  }

  /**
   * A fact, a fact of a function, or the state that a fact stands for: {@code was mode} and {@code
   * held mode} belong to {@code mode}. Locals have no subject of their own: theirs is the one of
   * the definition around them, which their name does not say.
   */
  public Subject of(Fact fact) {
    Optional<String> state = stateOf(fact);
    if (state.isPresent()) {
      return new Subject(Kind.STATE, name(fact.owner(), state.get()));
    }
    Kind kind = fact.origin() == Fact.Origin.FUNCTION ? Kind.FUNCTION : Kind.FACT;
    return new Subject(kind, name(fact.owner(), fact.name()));
  }

  /** What is reported. */
  public Subject of(Output output) {
    return new Subject(Kind.REPORT, output.name());
  }

  /** Cases are called after their file and the rules in it, parameters after their title. */
  public Subject of(CaseBinding cases) {
    String rules = cases.isParameters() ? "" : " " + String.join(", ", cases.rules());
    return new Subject(Kind.CASES, cases.file() + rules);
  }

  /** What a field belongs to: its entity, or the group or state that it is made for. */
  public Subject ofField(EntityRef entity, int field) {
    return ofField(program.entity(entity), program.entity(entity).fields().get(field));
  }

  Subject ofField(Entity entity, Field field) {
    return switch (field.role()) {
      case LAST, SINCE -> ofInput(Optional.of(entity.ref()), field);
      case KEY, REFERENCE, INPUT, TAKEN -> of(entity.ref());
      case MADE -> madeFor(entity, field);
    };
  }

  private Subject madeFor(Entity entity, Field field) {
    return program.groupings().stream()
        .filter(g -> g.from().equals(entity.ref()) && g.member() == field.index())
        .findFirst()
        .map(g -> of(g.group()))
        .orElseGet(() -> of(entity.ref()));
  }

  Subject ofInput(Optional<EntityRef> owner, Field field) {
    return switch (field.role()) {
      case LAST, SINCE ->
          new Subject(
              Kind.STATE, name(owner, field.name().substring(field.name().indexOf(' ') + 1)));
      case TAKEN -> new Subject(Kind.SYSTEM_INPUT, CLOCK);
      case KEY, REFERENCE, INPUT, MADE -> new Subject(Kind.SYSTEM_INPUT, field.name());
    };
  }

  private Optional<String> stateOf(Fact fact) {
    String name = fact.name();
    String state =
        name.startsWith("was ") || name.startsWith("held ")
            ? name.substring(name.indexOf(' ') + 1)
            : name;
    return fields(fact.owner()).anyMatch(f -> f.name().equals("last " + state))
        ? Optional.of(state)
        : Optional.empty();
  }

  private Stream<Field> fields(Optional<EntityRef> owner) {
    return owner
        .map(o -> program.entity(o).fields().stream())
        .orElseGet(() -> program.system().stream())
        .filter(f -> f.role() == Field.Role.LAST);
  }

  /** The order of waterfalls, each of which runs on what the one before left. */
  static Subject waterfalls() {
    return new Subject(Kind.WATERFALL, IN_ORDER);
  }

  /** The order of what is reported. */
  static Subject reports() {
    return new Subject(Kind.REPORT, IN_ORDER);
  }

  /** What is assumed of the whole. */
  static Subject assumptions() {
    return new Subject(Kind.ASSUMPTION, "of the whole");
  }

  static Subject action(String name) {
    return new Subject(Kind.ACTION, name);
  }

  static String name(Optional<EntityRef> owner, String name) {
    return owner.map(o -> o.name() + "." + name).orElse(name);
  }
}
