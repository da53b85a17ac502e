package org.loadline.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.plan.Effort;
import org.loadline.generated.Cells.Difference;

/**
 * What must hold of every waterfall, tried on generated ones: it does the same however its facts
 * are worked out and in whatever order rows are added, its ledger leads from the snapshot before to
 * the one after, nothing is lost, and every loss is absorbed or left.
 *
 * <p>{@code -Dwaterfalls.pairs=N} tries N pairs of a policy and a snapshot, {@code
 * -Dwaterfalls.seed=S} begins elsewhere, {@code -Dwaterfalls.debug=true} prints what was refused.
 */
class GeneratedWaterfallsTest {
  private static final int PAIRS = Integer.getInteger("waterfalls.pairs", 120);
  private static final long SEED = Long.getLong("waterfalls.seed", 700);
  private static final boolean DEBUG = Boolean.getBoolean("waterfalls.debug");
  private static final int EACH = 4;

  @Test
  @Timeout(3_600)
  void everyGeneratedWaterfallKeepsTheBooks() {
    List<String> broken = new ArrayList<>();
    int pairs = 0;
    int policies = 0;
    int refused = 0;
    List<TruffleEvaluator> engines =
        List.of(
            TruffleEvaluator.beginningWith(Effort.WIDE, 1),
            TruffleEvaluator.beginningWith(Effort.NARROW, 8));
    SweepLaws laws = new SweepLaws(List.<Evaluator>copyOf(engines));
    for (long seed = SEED; pairs < PAIRS && broken.size() < 3; seed++) {
      PolicyMaker.Made made = PolicyMaker.sweeping(seed, EACH);
      Compiled compiled = Compiled.of(made.policy().text());
      policies++;
      if (compiled.program().isEmpty()) {
        refused++;
        if (DEBUG) {
          System.out.println(
              "seed " + seed + " is refused:\n" + compiled.errors() + "\n" + made.policy().text());
        }
        continue;
      }
      for (MadeSnapshot snapshot : made.snapshots()) {
        pairs++;
        Optional<Difference> found = broken(laws, compiled.program().get(), snapshot, seed);
        if (found.isPresent()) {
          long from = seed;
          broken.add(
              "seed "
                  + seed
                  + ":\n"
                  + found.get()
                  + "\nThe least that shows it:\n"
                  + Shrinker.shrink(made.policy(), snapshot, (p, s) -> broken(laws, p, s, from)));
          break;
        }
      }
    }
    engines.forEach(TruffleEvaluator::close);
    System.out.println(
        policies
            + " policies with waterfalls, "
            + pairs
            + " pairs, "
            + refused
            + " refused: "
            + laws.met());
    if (!broken.isEmpty()) {
      fail(String.join("\n\n", broken));
    }
    int some = 1 + PAIRS / 200;
    for (String what :
        List.of(
            "MOVE",
            "SHARE",
            "CANCEL",
            "RAISE",
            "Set",
            "Created",
            "Refused",
            "Faulted",
            "Early",
            "absorbed",
            "remainder")) {
      assertTrue(laws.met(what) >= some, () -> what + " among " + laws.met());
    }
    assertTrue(refused * 100 <= 3 * policies + 300, refused + " of " + policies + " are refused");
  }

  private static Optional<Difference> broken(
      SweepLaws laws, Program program, MadeSnapshot snapshot, long seed) {
    return laws.broken(program, snapshot, new Draw(seed));
  }
}
