package org.loadline.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Finds the input row that each reference leads to. */
final class References {
  private static final int SEVERAL = -2;

  private final Program program;
  private final List<InputRows> rows;
  private final InputOrder order;
  private final List<InputProblem> problems;

  /** Input rows by their whole identity, and by their key alone; made when first asked for. */
  private final Map<EntityRef, Map<List<Value>, Integer>> byIdentity = new HashMap<>();

  private final Map<EntityRef, Map<Value, Integer>> byKey = new HashMap<>();

  References(Program program, List<InputRows> rows, InputOrder order, List<InputProblem> problems) {
    this.program = program;
    this.rows = rows;
    this.order = order;
    this.problems = problems;
  }

  /** Resolves what rows are known by first, then every other reference. */
  void resolve() {
    List<EntityRef> given =
        order.entities().stream().filter(entity -> !program.entity(entity).written()).toList();
    for (EntityRef entity : given) {
      List<Field> identity = program.entity(entity).identity();
      identity.forEach(field -> resolve(entity, field, true));
    }
    for (EntityRef entity : given) {
      Entity declared = program.entity(entity);
      declared.fields().stream()
          .filter(field -> field.role() == Field.Role.REFERENCE)
          .filter(field -> !declared.identity().contains(field))
          .forEach(field -> resolve(entity, field, false));
    }
  }

  private void resolve(EntityRef entity, Field field, boolean known) {
    InputRows input = rows.get(entity.index());
    CellStore column = input.column(field.index(), 0);
    boolean reference = field.role() == Field.Role.REFERENCE;
    int targets = reference ? rows.get(InputOrder.target(field).index()).size() : 0;
    for (int row = 0; row < input.size(); row++) {
      switch (column.kind(row)) {
        case IDENTITY -> lookUp(input, field, column, row);
        case INDEX -> {
          if (reference && (column.index(row) < 0 || column.index(row) >= targets)) {
            dangling(input, field, row, Integer.toString(column.index(row)));
          }
        }
        case NONE -> {
          if (!field.type().isOptional()) {
            missing(input, field, row, known);
          }
        }
        case ABSENT, UNREADABLE -> {
          if (known) {
            missing(input, field, row, true);
          }
        }
        case DECIMAL, WIDE, EXACT, STEPS, WIDE_STEPS, HUGE_STEPS, TEXT, UNLIMITED -> {
          if (reference) {
            throw new IllegalArgumentException("`" + field.name() + "` takes a row");
          }
        }
      }
    }
  }

  private void lookUp(InputRows input, Field field, CellStore column, int row) {
    EntityRef target = InputOrder.target(field);
    List<Value> identity = column.identity(row);
    int found =
        identity.size() == 1 && width(target) > 1
            ? keyed(target).getOrDefault(identity.getFirst(), -1)
            : whole(target, identity).orElse(-1);
    if (found >= 0) {
      column.index(row, found);
    } else if (found == SEVERAL) {
      problems.add(
          input.problem(
              row,
              field.index(),
              shown(identity),
              SnapshotProblem.AMBIGUOUS_REFERENCE,
              Map.of("target", target.name(), "identity", identityWords(program.entity(target)))));
    } else {
      dangling(input, field, row, shown(identity));
    }
  }

  private OptionalInt whole(EntityRef target, List<Value> identity) {
    if (identity.size() != width(target)) {
      return OptionalInt.empty();
    }
    List<Value> local = new ArrayList<>();
    int at = 0;
    for (Field field : program.entity(target).identity()) {
      if (field.role() == Field.Role.REFERENCE) {
        EntityRef next = InputOrder.target(field);
        int width = width(next);
        OptionalInt row = whole(next, identity.subList(at, at + width));
        if (row.isEmpty()) {
          return OptionalInt.empty();
        }
        local.add(new RowNumber(row.getAsInt()));
        at += width;
      } else {
        local.add(identity.get(at++));
      }
    }
    Integer found = byIdentity.computeIfAbsent(target, this::indexIdentity).get(local);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** How many values make up an identity, references counted by those of their own. */
  private int width(EntityRef entity) {
    return program.entity(entity).identity().stream()
        .mapToInt(
            field -> field.role() == Field.Role.REFERENCE ? width(InputOrder.target(field)) : 1)
        .sum();
  }

  private Map<List<Value>, Integer> indexIdentity(EntityRef entity) {
    List<Field> identity = program.entity(entity).identity();
    InputRows input = rows.get(entity.index());
    Map<List<Value>, Integer> index = HashMap.newHashMap(input.size());
    for (int row = 0; row < input.size(); row++) {
      List<Value> values = new ArrayList<>(identity.size());
      for (Field field : identity) {
        value(input.column(field.index(), 0), field, row).ifPresent(values::add);
      }
      index.putIfAbsent(values, row);
    }
    return index;
  }

  private Map<Value, Integer> keyed(EntityRef entity) {
    return byKey.computeIfAbsent(entity, this::indexKey);
  }

  private Map<Value, Integer> indexKey(EntityRef entity) {
    Entity declared = program.entity(entity);
    Map<Value, Integer> index = new HashMap<>();
    if (declared.key().isPresent()) {
      Field key = declared.fields().get(declared.key().getAsInt());
      InputRows input = rows.get(entity.index());
      for (int row = 0; row < input.size(); row++) {
        int here = row;
        value(input.column(key.index(), 0), key, row)
            .ifPresent(value -> index.merge(value, here, (first, second) -> SEVERAL));
      }
    }
    return index;
  }

  private static Optional<Value> value(CellStore column, Field field, int row) {
    return switch (column.kind(row)) {
      case DECIMAL, WIDE, EXACT -> Optional.of(column.quantity(row));
      case TEXT -> Optional.of(new Text(column.text(row)));
      case INDEX -> Optional.of(Keys.indexed(field, column.index(row)));
      case NONE -> Optional.of(None.INSTANCE);
      case ABSENT, UNREADABLE, STEPS, WIDE_STEPS, HUGE_STEPS, IDENTITY, UNLIMITED ->
          Optional.empty();
    };
  }

  private void dangling(InputRows input, Field field, int row, String value) {
    problems.add(
        input.problem(
            row,
            field.index(),
            value,
            SnapshotProblem.DANGLING_REFERENCE,
            Map.of("target", InputOrder.target(field).name())));
  }

  private void missing(InputRows input, Field field, int row, boolean known) {
    if (known) {
      String value = input.column(field.index(), 0).shown(row);
      problems.add(
          input.problem(
              row,
              field.index(),
              value,
              SnapshotProblem.MISSING_IDENTITY,
              Map.of("identity", identityWords(input.entity()))));
      return;
    }
    InputProblem problem =
        input.problem(row, field.index(), "none", SnapshotProblem.NONE_NOT_ALLOWED, Map.of());
    problems.add(problem);
    input.column(field.index(), 0).unreadable(row, problem);
  }

  /** What rows of an entity are known by, in words: `account` and `id`. */
  static String identityWords(Entity entity) {
    List<Field> identity = InputOrder.sortFields(entity);
    return identity.isEmpty()
        ? "their values"
        : identity.stream()
            .map(field -> "`" + field.name() + "`")
            .collect(Collectors.joining(" and "));
  }

  private String shown(List<Value> identity) {
    return identity.stream().map(References::shown).collect(Collectors.joining("/"));
  }

  private static String shown(Value value) {
    return switch (value) {
      case Exact number -> NumberText.format(number);
      case Text text -> text.value();
      case Member member -> Integer.toString(member.ordinal());
      case RowNumber row -> Integer.toString(row.index());
      case Flag flag -> flag.toString();
      case None none -> none.toString();
      case Unlimited unlimited -> unlimited.toString();
    };
  }
}
