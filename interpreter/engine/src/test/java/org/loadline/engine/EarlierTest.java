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
      choice grade { low, mid, high }
      entity account { key id
        need : number
        scale : number }
      entity lot { of account
        key id
        place : count
        kind : grade
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
        worst : grade = max(e.worst for e in earlier where e.size != size) else kind
        below = count(e for e in earlier where e.taken < size and e.odd)
        lacking : number = extra else sum(e.lacking for e in earlier where e.place = place)
        behind = sum(e.below for e in earlier where e.below > below)
        pairs = count(a for a in earlier, b in earlier where a.taken > b.taken + size / 3)
        shared(k : grade, n : number) : number = max(0, min(size, n - sum(e.shared(k, n) for e in earlier where e.kind is k or e.size > size)))
        in_kind = shared(kind, account.need)
        in_all = sum(shared(k, 5) for k in grade)
        share = size / sum(e.size for e in earlier where e.kind is kind) else 7
      }
      for each account {
        all_taken = sum(lots.taken)
        rates = sum(lots.rated)
        kinds = sum(l.shared(k, need) for k in grade, l in lots)
        turned_about = sum((all_taken given lot.size = l.size) for l in lots)
      }
      total = sum(lots.folded)
      """;

  private static final String WORLDS =
      """
      for each account {
        doubled = (all_taken given lot.size = lot.size * 2)
        turned = (all_taken + sum(lots.pairs) given lot.place = 10 - lot.place)
        needier = (rates + all_taken given account.need = account.need + 3)
        each_kind = max(all_with(k) for k in grade)
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
    String place = policy.contains("turn : count") ? " turn=" : " place=";
    for (int i = 0; i < times; i++) {
      Agreement.of(
          program, Policies.snapshot(program, rows(i % 3 == 2 ? 10 : 0).replace(" place=", place)));
    }
  }

  @Test
  void whatCannotBeCarriedOn() {
    agree(POLICY, 9);
    agree(POLICY.replace("size : number", "size : number within 0 .. 10"), 6);
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
    agree(POLICY + WORLDS, 5);
    agree(POLICY.replace("size : number", "size : number within -1 .. 10") + WORLDS, 5);
  }

  @Test
  void placesAndOrdersOfNumbersAndMembers() {
    agree(
        """
        choice grade { low, mid, high }
        entity account { key id
          need : number
          scale : number }
        entity lot { of account
          key id
          turn : count
          kind : grade
          size : number
          extra : number or none }
        for each lot ranked by turn {
          at = place(kind, grade)
          downwards = place(kind, grade ranked by grade descending)
          again = place(kind, (grade ranked by grade descending) ranked by how_many(grade))
          few = place(kind, (grade ranked by grade descending take first 2) ranked by how_many(grade)) else -1
          how_many(g : grade) = count(l for l in account.lots where l.kind is g)
          before = place(lot, account.lots ranked by size) - (place(first(earlier), account.lots ranked by size) else 0)
        }
        for each account {
          lots_of(g : grade) = count(l for l in lots where l.kind is g)
          kind_at = first((grade ranked by grade descending) ranked by lots_of(grade))
          kind_last = last((grade ranked by lots_of(grade)) ranked by (lots_of(grade) > 1))
          best = (the g in grade ranked by g descending with greatest lots_of(g))
        }
        """,
        8);
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
