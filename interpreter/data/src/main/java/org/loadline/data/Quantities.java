package org.loadline.data;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.NumberText;

/**
 * Turns every number of the input into a quantity that its field may hold.
 *
 * <p>Whole steps are multiplied by their step, a quantity must be a multiple of it, the greatest
 * number of a machine word becomes {@code unlimited} where the entity says so. A cell for which
 * that cannot be done becomes unreadable.
 */
final class Quantities {
  private static final Set<BigInteger> GREATEST_OF_WORDS =
      Set.of(
          greatest(63), greatest(64), greatest(127), greatest(128), greatest(255), greatest(256));

  private final Program program;
  private final List<InputRows> rows;
  private final List<InputProblem> problems;
  private final Set<CellStore> settled = new HashSet<>();

  Quantities(Program program, List<InputRows> rows, List<InputProblem> problems) {
    this.program = program;
    this.rows = rows;
    this.problems = problems;
  }

  /** The key of an entity, which references are found by. */
  void settleKey(InputRows input) {
    input.entity().key().ifPresent(key -> settle(input, key));
  }

  /** Every number of an entity. */
  void settle(InputRows input) {
    boolean written = input.entityRef().filter(e -> program.entity(e).written()).isPresent();
    if (!written) {
      input.fields().stream()
          .filter(field -> field.role() != Field.Role.REFERENCE)
          .forEach(field -> settle(input, field.index()));
    }
  }

  private void settle(InputRows input, int index) {
    Field field = input.fields().get(index);
    StepSource steps = stepSource(input, field);
    boolean plain = steps.none() && !mayHoldSentinel(input, field);
    for (int member = 0; member < input.members(index); member++) {
      CellStore column = input.column(index, member);
      if (settled.add(column)) {
        for (int row = 0; row < input.size(); row++) {
          boolean asItStands =
              column.is(row, CellKind.DECIMAL) || column.is(row, CellKind.WIDE)
                  ? plain && !(field.wholeNumber() && column.scale(row) != 0)
                  : column.is(row, CellKind.INDEX) || column.is(row, CellKind.TEXT);
          if (!asItStands) {
            settle(new Cell(input, field, column, row), steps);
          }
        }
      }
    }
  }

  /** One cell, in the first of the input's rows. */
  void settle(InputRows input, int field, int member, StepSource steps) {
    settle(new Cell(input, input.fields().get(field), input.column(field, member), 0), steps);
  }

  private void settle(Cell cell, StepSource steps) {
    switch (cell.column.kind(cell.row)) {
      case DECIMAL -> {
        if (!sentinel(cell, steps.none())) {
          checkDecimal(cell, steps);
        }
      }
      case WIDE, EXACT -> {
        if (!sentinel(cell, steps.none())) {
          checkExact(cell, steps);
        }
      }
      case STEPS, WIDE_STEPS, HUGE_STEPS -> {
        if (!sentinel(cell, true)) {
          multiply(cell, steps);
        }
      }
      case NONE -> {
        if (!cell.field.type().isOptional()) {
          refuse(cell, SnapshotProblem.NONE_NOT_ALLOWED, Map.of());
        }
      }
      case UNLIMITED -> {
        if (!mayBeUnlimited(cell.field)) {
          refuse(cell, SnapshotProblem.UNLIMITED_NOT_ALLOWED, Map.of());
        }
      }
      case UNREADABLE -> problems.add(cell.column.whyUnreadable(cell.row));
      case ABSENT, TEXT, INDEX, IDENTITY -> {}
    }
  }

  private boolean sentinel(Cell cell, boolean raw) {
    if (raw
        && mayHoldSentinel(cell.input, cell.field)
        && GREATEST_OF_WORDS.contains(cell.rawCount())) {
      cell.column.mark(cell.row, CellKind.UNLIMITED);
      return true;
    }
    return false;
  }

  private void checkDecimal(Cell cell, StepSource steps) {
    if (cell.field.wholeNumber() && cell.column.scale(cell.row) != 0) {
      refuse(cell, SnapshotProblem.NOT_WHOLE, Map.of());
    } else if (!steps.none()) {
      checkStep(cell, steps.at(cell.row));
    }
  }

  private void checkExact(Cell cell, StepSource steps) {
    Exact value = cell.column.quantity(cell.row);
    if (value.decimalPlaces().isEmpty()) {
      refuse(cell, SnapshotProblem.NOT_A_DECIMAL, Map.of());
    } else if (value.exceedsLimit()) {
      refuse(cell, SnapshotProblem.TOO_LONG, Map.of());
    } else if (cell.field.wholeNumber() && !value.isWhole()) {
      refuse(cell, SnapshotProblem.NOT_WHOLE, Map.of());
    } else if (!steps.none()) {
      checkStep(cell, steps.at(cell.row));
    }
  }

  /** A quantity must lie on its step, unless the step itself is not given. */
  private void checkStep(Cell cell, Step step) {
    switch (step) {
      case Step.Of(long unscaled, int scale) -> {
        boolean narrow = !cell.column.is(cell.row, CellKind.EXACT);
        int shift = scale - cell.column.scale(cell.row);
        if (narrow && unscaled == 1 && shift >= 0) {
          return;
        }
        Exact size = Exact.ofUnscaled(BigInteger.valueOf(unscaled), scale);
        if (!cell.column.quantity(cell.row).dividedBy(size).isWhole()) {
          offStep(cell, size);
        }
      }
      case Step.Wide(Exact size) -> {
        if (!cell.column.quantity(cell.row).dividedBy(size).isWhole()) {
          offStep(cell, size);
        }
      }
      case Step.Unknown unknown -> {}
      case Step.Wrong(String path, String shown) ->
          refuse(cell, SnapshotProblem.STEP_NOT_POSITIVE, Map.of("path", path, "step", shown));
    }
  }

  private void offStep(Cell cell, Exact size) {
    refuse(cell, SnapshotProblem.NOT_ON_STEP, Map.of("step", NumberText.format(size)));
  }

  private void multiply(Cell cell, StepSource steps) {
    if (steps.none()) {
      cell.column.exact(cell.row, Exact.of(cell.column.stepCount(cell.row)));
      checkExact(cell, steps);
      return;
    }
    switch (steps.at(cell.row)) {
      case Step.Of(long unscaled, int scale) -> {
        if (!cell.column.is(cell.row, CellKind.HUGE_STEPS)) {
          Int128 count = cell.column.wide(cell.row);
          if (!Int128.timesOverflows(count, unscaled)) {
            cell.column.decimal(cell.row, count.times(unscaled), scale);
            return;
          }
        }
        widen(cell, Exact.ofUnscaled(BigInteger.valueOf(unscaled), scale));
      }
      case Step.Wide(Exact size) -> widen(cell, size);
      case Step.Unknown(String path) ->
          refuse(cell, SnapshotProblem.STEP_UNKNOWN, Map.of("path", path));
      case Step.Wrong(String path, String shown) ->
          refuse(cell, SnapshotProblem.STEP_NOT_POSITIVE, Map.of("path", path, "step", shown));
    }
  }

  private void widen(Cell cell, Exact size) {
    Exact value = Exact.of(cell.column.stepCount(cell.row)).times(size);
    if (value.exceedsLimit()) {
      refuse(cell, SnapshotProblem.TOO_LONG, Map.of());
    } else {
      cell.column.exact(cell.row, value);
    }
  }

  private void refuse(Cell cell, SnapshotProblem code, Map<String, String> named) {
    String shown = cell.column.shown(cell.row);
    InputProblem problem = cell.input.problem(cell.row, cell.field.index(), shown, code, named);
    problems.add(problem);
    cell.column.unreadable(cell.row, problem);
  }

  private boolean mayHoldSentinel(InputRows input, Field field) {
    return mayBeUnlimited(field)
        && input.entityRef().filter(e -> program.entity(e).maximumIsUnlimited()).isPresent();
  }

  private static boolean mayBeUnlimited(Field field) {
    return field.type().present() instanceof Type.Quantity(var unit, var form, boolean unlimited)
        && unlimited;
  }

  private StepSource stepSource(InputRows input, Field field) {
    if (field.step().isEmpty()) {
      return StepSource.NO_STEP;
    }
    return switch (field.step().get()) {
      case StepRule.Fixed(Exact step) -> StepSource.fixed(Step.of(step));
      case StepRule.ByRow rule -> byRow(input, rule);
    };
  }

  private StepSource byRow(InputRows input, StepRule.ByRow rule) {
    List<Integer> path = rule.fields();
    StepPath walk = new StepPath(rule.places());
    InputRows at = input;
    for (int field : path.subList(0, path.size() - 1)) {
      walk.follow(at.column(field, 0), at.fields().get(field).name());
      EntityRef next = InputOrder.target(at.fields().get(field));
      at = rows.get(next.index());
    }
    int last = path.getLast();
    settle(at, last);
    walk.end(at.column(last, 0), at.fields().get(last).name(), at.size());
    return walk;
  }

  private static BigInteger greatest(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }

  /** One cell and where it stands. */
  private record Cell(InputRows input, Field field, CellStore column, int row) {
    BigInteger rawCount() {
      return switch (column.kind(row)) {
        case STEPS, WIDE_STEPS, HUGE_STEPS -> column.stepCount(row);
        case DECIMAL, WIDE, EXACT -> {
          Exact value = column.quantity(row);
          yield value.isWhole() ? value.numerator() : BigInteger.ZERO;
        }
        case ABSENT, NONE, UNREADABLE, TEXT, INDEX, IDENTITY, UNLIMITED -> BigInteger.ZERO;
      };
    }
  }
}
