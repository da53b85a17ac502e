package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Slots;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** What those who read a plan call a clone: {@code value given mark, s1}. */
final class CloneNames {
  private final Program program;

  CloneNames(Program program) {
    this.program = program;
  }

  String of(Clone clone) {
    StringBuilder name = new StringBuilder();
    switch (clone.of()) {
      case ColumnKey.OfFact(FactRef ref) -> {
        Fact fact = program.fact(ref);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < clone.arguments().size(); i++) {
          Type type = fact.parameters().get(i).type();
          arguments.add(constant(clone.arguments().get(i), type).orElse("…"));
        }
        name.append(fact.name());
        name.append(arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
      }
      case ColumnKey.OfField(EntityRef entity, int field, int member) ->
          name.append(program.entity(entity).fields().get(field).name());
      default -> throw new IllegalArgumentException("not of rows: " + clone.of());
    }
    given(clone.world(), name);
    return name.toString();
  }

  /** The formula that an input has in a world that changes it. */
  Expr changed(Clone clone) {
    for (World at = clone.world(); !at.isActual(); at = at.outer()) {
      for (World.Given given : at.changes().reversed()) {
        if (given.subject().equals(clone.of()) && given.change() instanceof Change.OfField of) {
          return of.value();
        }
      }
    }
    throw new IllegalArgumentException("no world changes " + clone.of());
  }

  private void given(World world, StringBuilder name) {
    if (world.isActual()) {
      return;
    }
    given(world.outer(), name);
    List<String> changes = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    for (World.Given given : world.changes()) {
      changes.add(subject(given.change()));
    }
    world
        .slots()
        .forEach(
            (slot, term) ->
                type(world, slot).flatMap(type -> constant(term, type)).ifPresent(fixed::add));
    name.append(" given ").append(String.join(", ", changes));
    fixed.stream().sorted().forEach(of -> name.append(", ").append(of));
  }

  private String subject(Change change) {
    return switch (change) {
      case Change.OfField c -> program.entity(c.entity()).fields().get(c.field()).name();
      case Change.OfSystem c -> c.input().name();
      case Change.OfParam c -> c.param().name();
      case Change.OfRow c -> c.entity().name();
    };
  }

  private static Optional<Type> type(World world, int slot) {
    return world.changes().stream()
        .flatMap(given -> ExprWalk.parts(given.change()).stream())
        .filter(part -> Slots.free(part).contains(slot))
        .map(part -> Slots.type(part, slot))
        .findFirst();
  }

  private Optional<String> constant(Term term, Type type) {
    return term.shape() instanceof Shape.Constant(Value value)
        ? Optional.of(text(value, type))
        : Optional.empty();
  }

  private String text(Value value, Type type) {
    return switch (value) {
      case Exact number -> NumberText.format(number);
      case Text(String text) -> text;
      case Member(int ordinal) when type.present() instanceof Type.OfChoice(var choice) ->
          program.choice(choice).members().get(ordinal);
      case RowNumber(int row) when type.present() instanceof Type.RowOf(EntityRef entity, var p) ->
          row(entity, row);
      default -> value.toString();
    };
  }

  /** A row of a written table by its key. */
  private String row(EntityRef entity, int row) {
    OptionalInt key = program.entity(entity).key();
    Optional<Table> table =
        program.tables().stream().filter(t -> t.rows().equals(entity)).findFirst();
    if (key.isPresent() && table.isPresent() && !table.get().written().isEmpty()) {
      int field = key.getAsInt();
      return text(
          table.get().written().get(row).get(field),
          program.entity(entity).fields().get(field).type());
    }
    return "row " + (row + 1);
  }
}
