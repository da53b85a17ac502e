package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.ResultChanges;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.generated.Cells.Cell;
import org.loadline.generated.Cells.Difference;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.values.None;
import org.loadline.values.Value;

/**
 * What must hold of every policy whose snapshot changes, tried on generated ones: the results are
 * those of the changed rows worked out from scratch by either evaluator, what is said to have
 * changed is what differs, results given before stay as they were, and changes that are taken back
 * bring the first results back.
 *
 * <p>{@code -Dticks.pairs=N} tries N pairs of a policy and a snapshot, {@code -Dticks.seed=S}
 * begins elsewhere.
 */
class GeneratedTicksTest {
  private static final int PAIRS = Integer.getInteger("ticks.pairs", 120);
  private static final long SEED = Long.getLong("ticks.seed", 1);
  private static final int SNAPSHOTS = 4;
  private static final int STEPS = Integer.getInteger("ticks.steps", 4);

  private final ReferenceEvaluator reference = new ReferenceEvaluator();
  private int ticks;
  private int changes;

  @Test
  @Timeout(3_600)
  void everyTickGivesWhatARunFromScratchGives() {
    int pairs = 0;
    try (TruffleEvaluator truffle = TruffleEvaluator.create()) {
      for (long seed = SEED; pairs < PAIRS; seed++) {
        PolicyMaker.Made made = PolicyMaker.make(seed, SNAPSHOTS);
        Optional<Program> program = Compiled.of(made.policy().text()).program();
        if (program.isPresent()) {
          pairs += tryPolicy(made, program.get(), truffle);
        }
      }
    }
    System.out.println(pairs + " pairs, " + ticks + " ticks, " + changes + " changed results");
    assertTrue(changes > ticks / 5);
  }

  private int tryPolicy(PolicyMaker.Made made, Program program, TruffleEvaluator truffle) {
    List<Snapshot> loaded = new ArrayList<>();
    made.snapshots().forEach(s -> s.load(program).snapshot().ifPresent(loaded::add));
    Draw draw = new Draw(made.seed());
    List<MadeSnapshot> usable =
        made.snapshots().stream().filter(s -> s.load(program).snapshot().isPresent()).toList();
    for (MadeSnapshot snapshot : usable) {
      Ticks source = new Ticks(program, made.policy(), loaded, draw.split());
      if (opened(program, snapshot, truffle).isPresent()) {
        String least = Shrinker.shrink(made.policy(), snapshot, (p, s) -> opened(p, s, truffle));
        fail("seed " + made.seed() + ", as the book opens:\n" + least);
      }
      try {
        new Live(made, program, snapshot, truffle, source).run(draw);
      } catch (RuntimeException failure) {
        throw new AssertionError(
            "seed " + made.seed() + "\n" + made.policy().text() + "\n" + snapshot, failure);
      }
    }
    return usable.size();
  }

  /** Where a book that nobody has touched differs from a run. */
  private Optional<Difference> opened(
      Program program, MadeSnapshot made, TruffleEvaluator truffle) {
    Optional<Snapshot> snapshot = made.load(program).snapshot();
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    ParamValues params = made.params(program);
    Cells expected = Evaluators.cells(reference, program, snapshot.get(), params);
    Cells opened;
    try {
      opened = Cells.of(truffle.open(program, snapshot.get(), params, RunLimits.USUAL).results());
    } catch (RuntimeException failure) {
      opened = Cells.thrown(failure);
    }
    return expected.firstDifference(opened, true);
  }

  /** A snapshot that is changed, step by step. */
  private final class Live {
    private final PolicyMaker.Made made;
    private final Program program;
    private final ParamValues params;
    private final TruffleEvaluator truffle;
    private final Ticks source;
    private final LiveResults live;
    private MadeSnapshot given;
    private Snapshot snapshot;
    private Cells now;

    Live(
        PolicyMaker.Made made,
        Program program,
        MadeSnapshot given,
        TruffleEvaluator truffle,
        Ticks source) {
      this.made = made;
      this.program = program;
      this.params = given.params(program);
      this.truffle = truffle;
      this.source = source;
      this.given = given;
      this.snapshot = given.load(program).snapshot().orElseThrow();
      this.live = truffle.open(program, snapshot, params, RunLimits.USUAL);
      this.now = Cells.of(live.results());
    }

    void run(Draw draw) {
      Cells first = now;
      Map<Ticks.Put, Ticks.Put> back = new LinkedHashMap<>();
      boolean all = true;
      for (int step = 0; step < STEPS; step++) {
        List<Ticks.Put> puts = source.some(snapshot);
        for (Ticks.Put put : puts) {
          Optional<Value> before = put.before(snapshot);
          all &= before.isPresent();
          before.ifPresent(value -> back.putIfAbsent(put.with(None.INSTANCE), put.with(value)));
        }
        tick(puts, draw.chance(60));
      }
      tick(List.copyOf(back.values()), true);
      if (all) {
        same(first, now, "taken back");
      }
    }

    /** One tick; {@code reading}: somebody holds the results of before. */
    private void tick(List<Ticks.Put> puts, boolean reading) {
      SnapshotChanges pending = new SnapshotChanges(snapshot);
      List<Ticks.Put> taken = puts.stream().filter(p -> p.into(pending)).toList();
      Supplier<Cells> held = reading ? heldCells() : () -> now;
      SnapshotChanges.Changed changed = pending.apply();
      ResultChanges said = live.update(changed);
      given = Ticks.given(given, snapshot, taken);
      snapshot = changed.snapshot();
      Cells before = now;
      same(before, held.get(), "held");
      Snapshot anew = given.load(program).snapshot().orElseThrow();
      Cells expected = Cells.of(reference.evaluate(program, anew, params));
      ticks++;
      if (ticks % 3 == 0) {
        same(expected, Cells.of(truffle.evaluate(program, snapshot, params)), "from scratch");
      }
      now = reading || ticks % 2 == 0 ? Cells.of(live.results()) : expected;
      same(expected, now, "after " + taken);
      assertEquals(differing(before, now), told(said), () -> where("changes after " + taken));
      changes += differing(before, now).size();
    }

    private Supplier<Cells> heldCells() {
      var results = live.results();
      return () -> Cells.of(results);
    }

    private List<String> differing(Cells before, Cells after) {
      List<String> differing = new ArrayList<>();
      for (int i = 0; i < after.cells().size(); i++) {
        Cell from = before.cells().get(i);
        Cell to = after.cells().get(i);
        if (!(from.fault() && to.fault()) && !from.equals(to)) {
          differing.add(to.output() + " " + to.row() + ": " + shown(from) + " to " + shown(to));
        }
      }
      return differing;
    }

    private static String shown(Cell cell) {
      return cell.fault() ? "fault" : cell.outcome();
    }

    private List<String> told(ResultChanges said) {
      List<String> told = new ArrayList<>();
      for (ResultChanges.OfOutput output : said.outputs()) {
        for (int i = 0; i < output.size(); i++) {
          int row = output.row(i);
          String identity =
              output.output().owner().map(o -> said.after().identity(o, row)).orElse("");
          told.add(
              output.output().name()
                  + " "
                  + identity
                  + ": "
                  + shown(output.before(i))
                  + " to "
                  + shown(output.after(i)));
        }
      }
      return told;
    }

    private static String shown(Outcome outcome) {
      return outcome instanceof Outcome.Known(var value) ? Cells.text(value) : "fault";
    }

    private void same(Cells expected, Cells actual, String what) {
      Optional<Cells.Difference> difference = expected.firstDifference(actual, true);
      assertTrue(difference.isEmpty(), () -> difference.orElseThrow() + "\n" + where(what));
    }

    private String where(String what) {
      return "seed " + made.seed() + ", " + what + "\n" + given + "\n" + made.policy().text();
    }
  }
}
