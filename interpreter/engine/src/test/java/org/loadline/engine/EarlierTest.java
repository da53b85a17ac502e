package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.inspect.PlanDescription;

/**
 * What earlier rows are asked agrees where a fact reads itself in ways that cannot be carried: by
 * conditions on the row itself, picks, rankings and folds; and in worlds.
 */
class EarlierTest {
  private static final String POLICY =
      """
      choice kind { low, mid, high }
      entity account { key id
        need : number
        scale : number }
      entity lot { of account
        key id
        place : count
        kind : kind
        size : number
        extra : number or none }
      for each lot ranked by place then size descending {
        left = account.need - sum(e.taken for e in earlier where e.kind is kind)
        taken : number = max(0, min(size, left))
        nearest = (the e in earlier with least abs(e.size - size)).taken else -1
        second = last(earlier where size < 3 ranked by id).taken else -1
        largest = first(earlier ranked by taken descending).taken else -2
        two = sum(e.taken for e in earlier ranked by taken then size descending take first 2)
        folded = fold s from 0 over e in earlier ranked by taken: max(s, e.taken - size)
        strict : number = max(0, min(size, 4 - sum(e.strict for e in earlier where e.size > size)))
        after : number = min(size, ((the e in earlier with greatest e.after * 2 - size).after else 0) + 1)
        rated : number = floor((size + (first(earlier ranked by rated descending).rated else 2)) / 3 to 0.01)
        odd : flag = not any(e.odd and e.kind is kind for e in earlier)
        worst : kind = max(e.worst for e in earlier where e.size != size) else kind
        below = count(e for e in earlier where e.taken < size and e.odd)
        lacking : number = extra else sum(e.lacking for e in earlier where e.place = place)
        behind = sum(e.below for e in earlier where e.below > below)
        pairs = count(a for a in earlier, b in earlier where a.taken > b.taken + size / 3)
        share = size / sum(e.size for e in earlier where e.kind is kind) else 7
      }
      for each account {
        all_taken = sum(lots.taken)
        rates = sum(lots.rated)
      }
      total = sum(lots.folded)
      """;

  private static final String WORLDS =
      """
      for each account {
        doubled = (all_taken given lot.size = lot.size * 2)
        turned = (all_taken + sum(lots.pairs) given lot.place = 10 - lot.place)
        needier = (rates + all_taken given account.need = account.need + 3)
        each_kind = max(all_with(k) for k in kind)
        all_with(k) = (all_taken given lot.kind = k)
      }
      """;

  private static final List<String> NUMBERS = List.of("0", "1", "2", "2.5", "3", "7", "-1", "1e25");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("earlier.seed", 3));

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String rows(int missing) {
    StringBuilder rows = new StringBuilder();
    for (int a = 0; a < 4; a++) {
      rows.append("account id=")
          .append(a)
          .append(" need=")
          .append(of(NUMBERS))
          .append(" scale=2\n");
      for (int i = random.nextInt(6); i > 0; i--) {
        rows.append("lot account=").append(a).append(" id=").append(i).append(" place=");
        rows.append(1 + random.nextInt(3))
            .append(" kind=")
            .append(of(List.of("low", "mid", "high")));
        if (random.nextInt(100) >= missing) {
          rows.append(" size=").append(of(NUMBERS));
        }
        rows.append(" extra=").append(of(List.of("_", "1", "0.5"))).append("\n");
      }
    }
    return rows.toString();
  }

  private void agree(String policy, int times) {
    Program program = Policies.policy(policy);
    for (int i = 0; i < times; i++) {
      Agreement.of(program, Policies.snapshot(program, rows(i % 3 == 2 ? 10 : 0)));
    }
  }

  @Test
  void whatCannotBeCarriedOn() {
    agree(POLICY, 15);
    agree(POLICY.replace("size : number", "size : number within 0 .. 10"), 10);
  }

  @Test
  void overAllRowsOfAnEntity() {
    Program program =
        Policies.policy(
            """
            entity lot { key id
              place : count
              size : number }
            for each lot ranked by place {
              taken : number = max(0, min(size, 5 - sum(e.taken for e in earlier where e.size > size)))
              least : number = min(size, (the e in earlier with least e.least).least else 100)
            }
            total = sum(lots.taken)
            most = max(lots.least) else 0
            """);
    Agreement.of(
        program,
        Policies.snapshot(
            program,
            """
            lot id=a place=3 size=2
            lot id=b place=1 size=7
            lot id=c place=2 size=1
            lot id=d place=2 size=4
            lot id=e place=4
            lot id=f place=5 size=9
            """));
  }

  @Test
  void inWorlds() {
    agree(POLICY + WORLDS, 12);
    agree(POLICY.replace("size : number", "size : number within -1 .. 10") + WORLDS, 8);
  }

  @Test
  void noneIsLeftToTheReferenceEvaluator() {
    Program program = Policies.policy(POLICY + WORLDS);
    Snapshot snapshot = Policies.snapshot(program, rows(0));
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      PlanDescription plan = engine.describe(program, snapshot, ParamValues.written(program));
      assertTrue(!plan.toString().contains("reference evaluator"), plan::toString);
    }
  }
}
