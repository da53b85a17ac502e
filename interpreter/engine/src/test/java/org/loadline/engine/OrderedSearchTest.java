package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.load.Searching;
import org.loadline.reference.ReferenceEvaluator;

/** Searches agree whose conditions put rows in order, carry values on or look at series. */
class OrderedSearchTest {
  private static final String POLICY =
      """
      system { now : instant }
      choice kind { low, mid, high }
      entity account { key id
        need : number
        marks : series of number }
      entity lot { of account
        key id
        place : count
        kind : kind
        name : text
        size : number
        slope : number }
      for each lot ranked by place then size descending {
        worth = size + slope * account.need
        taken : number = max(0, min(worth, account.need * 2 - sum(e.taken for e in earlier)))
        capped : number = max(0, min(worth, 4 - sum(e.capped for e in earlier where e.worth > worth)))
        nearest = (the e in earlier with least abs(e.worth - worth)).taken else -1
      }
      for each account {
        top = sum(l.worth for l in lots ranked by worth descending then id take first 2)
        least_name = first(lots ranked by name then worth).worth else 0
        worst = place(first(lots ranked by size), lots ranked by worth) else 0
        best = (the l in lots ranked by kind then worth with greatest l.worth).size else 0
        folded = fold s from 0, t from 1 over l in lots ranked by worth while s < 20: {
                   s = max(s, l.worth) + t
                   t = min(t * 2, s - need)
                 }
        turns = repeat at most 6 times x from need, n from 0 while x < 9: {
                   x = x * 2 + 1
                   n = n + 1
                 } else -3
        all_taken = sum(lots.taken) + sum(lots.capped) + sum(lots.nearest)
        numbers = sum(n * need for n in 1 .. place_of)
        place_of = count(l for l in lots where l.worth > 2)
        a = first d in -1 .. 4 by 0.5 such that (top given account.need = need + d) > 5 else -9
        b = last d in -1 .. 4 by 0.5 such that (least_name given account.need = need + d) > 3 else -9
        c = first d in -1 .. 4 by 0.5 such that (worst given account.need = need + d) = 2 else -9
        e = first d in -1 .. 4 by 0.5 such that (best given account.need = need + d) = 3 else -9
        f = first d in -1 .. 4 by 0.5 such that (folded given account.need = need + d) > 7 else -9
        g = last d in -1 .. 4 by 0.5 such that (turns given account.need = need + d) > 20 else -9
        h = first d in -1 .. 4 by 0.5 such that (all_taken given account.need = need + d) > 6 else -9
        i = first d in -1 .. 4 by 0.5 such that (numbers given account.need = need + d) > 11 else -9
        j = first d in 0 .. 4 by 1 such that sum(l.size for l in lots ranked by worth take first d) > 4 else -9
        k = first d in 0 .. 4 by 0.5 such that (fold s from d over l in lots ranked by id: min(s * 2, s + l.size)) > 5 else -9
        l = first d in 1 minutes .. 31 minutes by 5 minutes such that sum(marks within d) > 4 else 0 minutes
        n = last d in 0 .. 4 by 1 such that sum(m.value * d for m in last(marks, 3)) > 4 else -9
        o = first d in 0 .. 4 by 1 such that (last(marks within 10 minutes) else 0) + d > 4 else -9
        m = fold s from 0 over l in lots ranked by id: s + (first d in 0 .. 9 by 1 such that d > s + l.size else 1)
      }
      total = sum(accounts.a)
      """;

  private static final List<String> NUMBERS = List.of("0", "1", "2", "2.5", "3", "7", "-1", "1e25");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("orders.seed", 3));

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String rows(int missing) {
    StringBuilder rows = new StringBuilder("system now=2026-01-01T00:40Z\n");
    for (int a = 0; a < 5; a++) {
      rows.append("account id=").append(a).append(" need=").append(of(NUMBERS)).append("\n");
      int minute = 0;
      for (int i = random.nextInt(4); i > 0; i--) {
        minute += 1 + random.nextInt(14);
        rows.append("account.marks account=").append(a);
        rows.append(" time=2026-01-01T00:").append(minute < 10 ? "0" : "").append(minute);
        rows.append("Z value=").append(of(NUMBERS)).append("\n");
      }
      for (int i = random.nextInt(6); i > 0; i--) {
        rows.append("lot account=").append(a).append(" id=").append(i).append(" place=");
        rows.append(1 + random.nextInt(3))
            .append(" kind=")
            .append(of(List.of("low", "mid", "high")));
        rows.append(" name=").append(of(List.of("a", "b", "Z")));
        if (random.nextInt(100) >= missing) {
          rows.append(" size=").append(of(NUMBERS));
        }
        rows.append(" slope=").append(of(NUMBERS)).append("\n");
      }
    }
    return rows.toString();
  }

  @Test
  void everyFormOnRandomRows() {
    Program program = Policies.policy(POLICY);
    for (int i = 0; i < 6; i++) {
      Agreement.of(program, Policies.snapshot(program, rows(i % 3 == 2 ? 10 : 0)));
    }
  }

  @Test
  void allWaysFindTheSame() {
    Program program = Policies.policy(POLICY);
    ParamValues params = ParamValues.written(program);
    for (int i = 0; i < 6; i++) {
      Snapshot snapshot = Policies.snapshot(program, rows(i % 3 == 2 ? 10 : 0));
      List<String> judged =
          Agreement.lines(new ReferenceEvaluator().evaluate(program, snapshot, params));
      for (Searching.Way way : Searching.Way.values()) {
        try (TruffleEvaluator engine = TruffleEvaluator.searching(way)) {
          assertEquals(judged, Agreement.lines(engine.evaluate(program, snapshot, params)));
        }
      }
    }
  }

  @Test
  void noneIsLeftToTheReferenceEvaluator() {
    Program program = Policies.policy(POLICY);
    Snapshot snapshot = Policies.snapshot(program, rows(0));
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      PlanDescription plan = engine.describe(program, snapshot, ParamValues.written(program));
      assertTrue(!plan.toString().contains("reference evaluator"), plan::toString);
    }
  }
}
