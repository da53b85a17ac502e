package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.core.Cause;
import org.loadline.core.Influence;
import org.loadline.core.Influences;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.model.Bounds;
import org.loadline.model.ColumnRule;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * What is said of the direction of each number that the examples report holds when a param or a
 * cell of a table is raised on their own books; and how much is said.
 *
 * <p>A sample is raised, everything with {@code -Dinfluences.all=true}; {@code
 * -Dinfluences.count=true} only counts, and {@code -Dinfluences.open=true} lists what stands in the
 * way.
 */
class InfluencesTest {
  private static final Evaluator JUDGE = new ReferenceEvaluator();
  private static final List<Exact> NUDGES =
      List.of(
          Exact.ofFraction(1, 1000), Exact.ofFraction(1, 20), Exact.ofFraction(1, 2), Exact.of(3));

  /** How many things are raised of one example, unless all are. */
  private static final int MOST = 2;

  private static final boolean EVERYTHING = Boolean.getBoolean("influences.all");
  private static final boolean COUNTING = Boolean.getBoolean("influences.count");

  private static final Map<String, int[]> TALLY = new TreeMap<>();
  private static final Set<String> OPEN = new HashSet<>();

  static Stream<String> examples() throws IOException {
    return Example.all().stream().map(Example::name);
  }

  /** A thing that is raised, in a program and with params that have it raised. */
  private record Raised(String name, Cause cause, Program program, ParamValues params) {}

  @ParameterizedTest
  @MethodSource("examples")
  void raisingMovesWhatIsReportedAsIsSaid(String name) throws IOException {
    Example example = new Example(name);
    Program program = Compiled.of(example.policy()).program().orElseThrow();
    List<Snapshot> books = new ArrayList<>();
    for (String snapshot : example.snapshots()) {
      books.add(example.load(program, snapshot));
    }
    List<Results> before =
        COUNTING
            ? List.of()
            : books.stream()
                .map(b -> JUDGE.evaluate(program, b, ParamValues.written(program)))
                .toList();
    Influences influences = new Influences(program);
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<Raised> all = all(program);
    int every = EVERYTHING ? 1 : Math.max(1, (all.size() + MOST - 1) / MOST);
    for (int i = 0; i < all.size(); i++) {
      Raised raised = all.get(i);
      if (i % every != 0 && seen.contains(raised.name())) {
        continue;
      }
      List<Influence> said =
          program.outputs().stream().map(o -> influences.of(o, raised.cause())).toList();
      count(name, program, raised, said, seen);
      if (i % every != 0) {
        continue;
      }
      for (int book = 0; !COUNTING && book < books.size(); book++) {
        Results after = JUDGE.evaluate(raised.program(), books.get(book), raised.params());
        wrong.addAll(contradictions(raised, said, before.get(book), after));
      }
    }
    assertEquals(List.of(), wrong.stream().distinct().limit(20).toList());
  }

  @AfterAll
  static void says() {
    int[] all = new int[4];
    TALLY.forEach(
        (name, counts) -> {
          for (int i = 0; i < all.length; i++) {
            all[i] += counts[i];
          }
          System.out.println(
              name
                  + ": "
                  + counts[0]
                  + " of "
                  + counts[1]
                  + " pairs; in a role "
                  + counts[2]
                  + " of "
                  + counts[3]);
        });
    System.out.println(
        "decided: " + all[0] + " of " + all[1] + "; in a role " + all[2] + " of " + all[3]);
    if (TALLY.size() > 40) {
      assertTrue(all[0] * 100 >= all[1] * 80, "most directions are known");
    }
    if (Boolean.getBoolean("influences.open")) {
      OPEN.stream().sorted().forEach(System.out::println);
    }
  }

  private static void count(
      String name, Program program, Raised raised, List<Influence> said, Set<String> seen) {
    if (!seen.add(raised.name())) {
      return;
    }
    int[] counts = TALLY.computeIfAbsent(name, n -> new int[4]);
    for (int i = 0; i < said.size(); i++) {
      Output output = program.outputs().get(i);
      Influence influence = said.get(i);
      if (!(output.type().present() instanceof Type.Quantity)) {
        continue;
      }
      int decided = influence.way() == Influence.Way.UNKNOWN ? 0 : 1;
      counts[0] += decided;
      counts[1]++;
      counts[2] += output.role().isPresent() ? decided : 0;
      counts[3] += output.role().isPresent() ? 1 : 0;
      influence
          .obstacle()
          .ifPresent(
              o ->
                  OPEN.add(
                      name
                          + " "
                          + raised.name()
                          + " -> "
                          + output.name()
                          + (output.role().isPresent() ? " ROLE" : "")
                          + ": "
                          + o.text()
                          + " "
                          + o.formula().span().place()));
    }
  }

  private static List<String> contradictions(
      Raised raised, List<Influence> said, Results before, Results after) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      OutputColumn was = before.columns().get(i);
      OutputColumn is = after.columns().get(i);
      for (int row = 0; row < was.size(); row++) {
        Optional<Integer> moved = moved(was.outcome(row), is.outcome(row));
        boolean holds =
            moved.isEmpty()
                || switch (said.get(i).way()) {
                  case NONE -> moved.get() == 0;
                  case RISES -> moved.get() >= 0;
                  case FALLS -> moved.get() <= 0;
                  case UNKNOWN -> true;
                };
        if (!holds) {
          wrong.add(
              raised.name()
                  + " raised: "
                  + was.output().name()
                  + " of row "
                  + row
                  + " "
                  + said.get(i).way()
                  + " went from "
                  + was.outcome(row)
                  + " to "
                  + is.outcome(row));
        }
      }
    }
    return wrong;
  }

  /** Whether a value rose or fell; empty if one of the two is no number. */
  private static Optional<Integer> moved(Outcome before, Outcome after) {
    if (before instanceof Outcome.Known(var a) && after instanceof Outcome.Known(var b)) {
      if (a instanceof Exact x && b instanceof Exact y) {
        return Optional.of(y.compareTo(x));
      }
      boolean both =
          (a instanceof Exact || a instanceof Unlimited)
              && (b instanceof Exact || b instanceof Unlimited);
      if (both) {
        return Optional.of((b instanceof Unlimited ? 1 : 0) - (a instanceof Unlimited ? 1 : 0));
      }
    }
    return Optional.empty();
  }

  // ---- What is raised

  private static List<Raised> all(Program program) {
    List<Raised> all = new ArrayList<>();
    for (Param param : program.params()) {
      for (Value value : raised(param.value(), param.within())) {
        all.add(
            new Raised(
                "param " + param.ref().name(),
                Cause.of(param.ref()),
                program,
                ParamValues.written(program).with(Map.of(param.ref(), value))));
      }
    }
    for (Table table : program.tables()) {
      for (Field column : program.entity(table.rows()).fields()) {
        for (int row = 0; row < table.written().size(); row++) {
          List<Value> cells = table.written().get(row);
          boolean isValue =
              column.role() == Field.Role.INPUT
                  && column.index() < cells.size()
                  && cells.get(column.index()) instanceof Exact
                  && column.type().present() instanceof Type.Quantity
                  && table.keys().stream().noneMatch(k -> k.name().equals(column.name()));
          if (isValue) {
            for (Value value : raised(cells.get(column.index()), limits(program, table, column))) {
              all.add(
                  new Raised(
                      "column " + program.entity(table.rows()).name() + "." + column.name(),
                      Cause.of(table.rows(), column.index()),
                      with(program, table, row, column.index(), value),
                      ParamValues.written(program)));
            }
          }
        }
      }
    }
    return all;
  }

  private static Optional<Bounds> limits(Program program, Table table, Field column) {
    return program.columnRules().stream()
        .filter(r -> r.table().equals(table.ref()) && r.column() == column.index())
        .findFirst()
        .flatMap(ColumnRule::within);
  }

  private static List<Value> raised(Value value, Optional<Bounds> within) {
    List<Value> all = new ArrayList<>();
    if (value instanceof Exact number) {
      Exact size = number.signum() == 0 ? Exact.ONE : number.abs();
      for (Exact nudge : NUDGES) {
        Exact more = number.plus(size.times(nudge));
        if (within.map(w -> w.holds(more)).orElse(number.signum() >= 0 || more.signum() <= 0)) {
          all.add(more);
        }
      }
      within.map(Bounds::most).filter(most -> most.compareTo(number) > 0).ifPresent(all::add);
      if (all.isEmpty()) {
        // Nothing can be raised; what is said is counted.
        all.add(number);
      }
    }
    return all;
  }

  private static Program with(Program program, Table table, int row, int column, Value value) {
    List<List<Value>> cells = new ArrayList<>(table.written());
    List<Value> changed = new ArrayList<>(cells.get(row));
    changed.set(column, value);
    cells.set(row, changed);
    Table other =
        new Table(
            table.ref(),
            table.rows(),
            table.owner(),
            table.keys(),
            table.mode(),
            table.clamp(),
            table.symmetric(),
            table.grid(),
            cells,
            table.doc(),
            table.span());
    return program.with(
        program.params(),
        program.tables().stream().map(t -> t.ref().equals(table.ref()) ? other : t).toList());
  }
}
