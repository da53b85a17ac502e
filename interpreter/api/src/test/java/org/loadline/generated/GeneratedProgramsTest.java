package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.loadline.core.Inlining;
import org.loadline.core.Program;
import org.loadline.data.InputProblem;
import org.loadline.data.Loading;
import org.loadline.data.SnapshotProblem;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.plan.Effort;
import org.loadline.generated.Cells.Difference;
import org.loadline.reference.ReferenceEvaluator;

/**
 * What must hold of every policy, tried on generated ones: both evaluators give the same values and
 * the same faults in the same words, the order in which rows are added never shows, and a fact is
 * what its formula is.
 *
 * <p>{@code -Dgenerated.pairs=N} tries N pairs of a policy and a snapshot, {@code
 * -Dgenerated.seed=S} begins elsewhere, {@code -Dgenerated.debug=true} prints what was refused.
 */
class GeneratedProgramsTest {
  private static final int PAIRS = Integer.getInteger("generated.pairs", 2_100);
  private static final long SEED = Long.getLong("generated.seed", 1);
  private static final boolean DEBUG = Boolean.getBoolean("generated.debug");

  /** Snapshots of each policy: a policy costs more to read than to run. */
  private static final int EACH = 5;

  /** The naming law and other orders of rows are tried on one snapshot in so many. */
  private static final int SOME = 3;

  /** Half of the policies as they run for a user, the others with another width forced. */
  private static final List<Effort> EFFORTS =
      List.of(Effort.WIDE, Effort.NARROW, Effort.WIDE, Effort.QUAD, Effort.WIDE, Effort.EXACT);

  private final List<String> differences = new ArrayList<>();
  private int policies;
  private int pairs;
  private int refused;
  private int ungrouped;

  @Test
  @Timeout(3_600)
  void everyGeneratedPolicyIsTheSameToAll() {
    ReferenceEvaluator reference = new ReferenceEvaluator();
    List<TruffleEvaluator> engines =
        EFFORTS.stream().map(effort -> TruffleEvaluator.beginningWith(effort, 1)).toList();
    for (long seed = SEED; pairs < PAIRS && differences.size() < 3; seed++) {
      TruffleEvaluator engine = engines.get((int) (seed % engines.size()));
      tryPolicy(PolicyMaker.make(seed, EACH), new Evaluators(reference, engine));
    }
    engines.forEach(TruffleEvaluator::close);
    System.out.println(
        "Generated: "
            + policies
            + " policies, "
            + pairs
            + " pairs; "
            + ungrouped
            + " snapshots with rows in no group, "
            + refused
            + " policies refused");
    if (!differences.isEmpty()) {
      fail(String.join("\n\n", differences));
    }
    assertTrue(
        refused * 100 <= 3 * policies + 300,
        () -> refused + " of " + policies + " generated policies do not compile");
  }

  private void tryPolicy(PolicyMaker.Made made, Evaluators both) {
    policies++;
    Compiled compiled = Compiled.of(made.policy().text());
    if (compiled.program().isEmpty()) {
      refused++;
      if (DEBUG) {
        System.out.println(
            "seed "
                + made.seed()
                + " is refused:\n"
                + compiled.errors()
                + "\n"
                + made.policy().text());
      }
      return;
    }
    Program program = compiled.program().get();
    Program inlined = Inlining.inlined(program);
    Draw draw = new Draw(made.seed());
    for (MadeSnapshot snapshot : made.snapshots()) {
      Loading loading = snapshot.load(program);
      if (loading.snapshot().isEmpty()) {
        if (ungrouped(loading)) {
          ungrouped++;
          continue;
        }
        differences.add("seed " + made.seed() + " has no snapshot: " + loading.problems());
        return;
      }
      pairs++;
      if (differs("the evaluators", both.differ(program, snapshot), made, snapshot, both)) {
        return;
      }
      if (pairs % SOME == 0) {
        boolean other =
            differs(
                    "the order of rows",
                    both.differWhenShuffled(program, snapshot, draw),
                    made,
                    snapshot,
                    both)
                || differs(
                    "names",
                    NamingLaw.differ(
                        both, program, inlined, loading.snapshot().get(), snapshot.params(program)),
                    made,
                    snapshot,
                    both);
        if (other) {
          return;
        }
      }
    }
  }

  /** Whether the rows stop the run only because some of them belong to no group. */
  private static boolean ungrouped(Loading loading) {
    return loading.problems().stream()
        .filter(InputProblem::stops)
        .allMatch(p -> p.what().code() == SnapshotProblem.NO_GROUP);
  }

  private boolean differs(
      String what,
      Optional<Difference> found,
      PolicyMaker.Made made,
      MadeSnapshot snapshot,
      Evaluators both) {
    found.ifPresent(
        difference ->
            differences.add(
                "seed "
                    + made.seed()
                    + ", "
                    + what
                    + ":\n"
                    + difference
                    + "\nThe least that shows it:\n"
                    + Shrinker.shrink(made.policy(), snapshot, way(what, made.seed(), both))));
    return found.isPresent();
  }

  private static BiFunction<Program, MadeSnapshot, Optional<Difference>> way(
      String what, long seed, Evaluators both) {
    return switch (what) {
      case "the evaluators" -> both::differ;
      case "the order of rows" -> (p, s) -> both.differWhenShuffled(p, s, new Draw(seed));
      default ->
          (p, s) ->
              s.load(p)
                  .snapshot()
                  .flatMap(
                      rows -> NamingLaw.differ(both, p, Inlining.inlined(p), rows, s.params(p)));
    };
  }
}
