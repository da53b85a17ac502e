package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loadline.core.Program;
import org.loadline.data.LiveResults;
import org.loadline.data.ParamValues;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.plan.Effort;
import org.loadline.model.Entity;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.values.Exact;

/** Worlds in which rows are mended or break, while some rows of the snapshot are broken, agree. */
class JudgedWorldsTest {
  private static final String POLICY =
      """
      system {
        calm : number within 0 .. 4
        stress : number
      }
      param cap = 6 within 0 .. 50
      param desk : text = "east"
      entity asset { key symbol
        price : number within 1 .. 6
        index : number
        quote : number within 0 .. 9
        desk : text
      }
      entity account { key id
        cash : number within -3 .. 9
      }
      entity debt { of account
        of asset
        amount : number within 0 .. 7
        tier : count
      }
      entity step { of asset
        lower : number
        rate : number within 0 .. 5
      }
      table rates of asset from steps by lower
      table shocks by id {
        | id   | shift |
        | flat |     0 |
        | up   |     1 |
        | down |    -2 |
      }
      for each asset {
        assume price < quote + 4
        lent = sum(d.amount for d in debts)
        spread = price - index
      }
      for each debt {
        assume amount * asset.price < 40
        value = amount * asset.price
        charge = asset.rates(amount).rate else -5
      }
      for each account {
        assume cash < cap
        owed = sum(debts.value)
        charged = sum(debts.charge)
        crowd = sum(d.asset.lent for d in debts)
        free = cash - owed
        most = max(d.asset.price for d in debts) else 0

        a1 = (owed given asset.price = 3)
        a2 = (free given asset.price = asset.price - 2)
        a3 = (free given asset.price = 2 where asset.index > 1, asset.quote = 8)
        a4 = (crowd given debt.amount = debt.tier)
        a5 = (crowd + most given debt.amount = debt.amount + 1 where debt.amount < 5)
        a6 = (cash given account.cash = 2)
        a7 = (cash + owed given cap = 20)
        a8 = ((owed given asset.price = 2) given asset.price = asset.index)
        a9 = ((owed given asset.price = asset.price + 1) given asset.quote = 9)
        b1 = ((owed given asset.index = 1) given asset.price = 3, debt.amount = 1)
        b2 = (whole given calm = 2)
        b3 = (whole + owed given calm = calm + 1, asset.price = 4)
        b4 = min((free given asset.price = asset.index + s.shift) for s in shocks) else -100
        b5 = (charged given step.rate = 1)
        b6 = (charged given debt.amount = 1)
        b7 = (total given asset.price = 1)
        b8 = (owed given stress = 3)
        b9 = (whole given stress = 3)
        c1 = first p in 1 .. 9 by 0.5 such that (owed given asset.price = p) > 6 else -7
        c2 = sum((d.value given asset.price = d.tier) for d in debts)
        c3 = (named given asset.desk = "east")
        c4 = (named given asset.desk = "west" where asset.price > 2, desk = "west")
        named = count(d for d in debts where d.asset.desk is desk)
      }
      assume stress < 5 and sum(accounts.cash) < 30
      total = sum(accounts.owed)
      whole = calm + stress
      """;

  private static final List<String> NUMBERS = List.of("0", "1", "2", "2.5", "3", "5", "8", "-1");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("judged.seed", 11));

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String cell(String name, int missing) {
    return random.nextInt(100) < missing ? "" : " " + name + "=" + of(NUMBERS);
  }

  private String rows(int missing) {
    StringBuilder rows = new StringBuilder();
    rows.append("system calm=").append(of(NUMBERS)).append(" stress=").append(of(NUMBERS));
    rows.append("\n");
    for (String asset : List.of("ETH", "BTC", "DOT")) {
      rows.append("asset symbol=").append(asset);
      rows.append(cell("price", missing)).append(cell("index", missing));
      rows.append(cell("quote", missing)).append(" desk=").append(of(List.of("east", "west")));
      rows.append("\n");
      rows.append("step asset=").append(asset).append(" lower=0 rate=").append(of(NUMBERS));
      rows.append("\n");
      rows.append("step asset=").append(asset).append(" lower=3").append(cell("rate", missing));
      rows.append("\n");
    }
    for (int a = 0; a < 4; a++) {
      rows.append("account id=").append(a).append(cell("cash", missing)).append("\n");
      for (String asset : List.of("ETH", "BTC", "DOT")) {
        if (random.nextInt(3) > 0) {
          rows.append("debt account=").append(a).append(" asset=").append(asset);
          rows.append(cell("amount", missing)).append(" tier=").append(random.nextInt(9));
          rows.append("\n");
        }
      }
    }
    return rows.toString();
  }

  @Test
  void allEffortsAgree() {
    Program program = Policies.policy(POLICY);
    boolean fault = false;
    boolean known = false;
    for (int i = 0; i < 12; i++) {
      for (String line :
          Agreement.of(program, Policies.snapshot(program, rows(i % 3 == 2 ? 15 : 0)))) {
        fault |= line.contains("fault");
        known |= !line.contains("fault");
      }
    }
    assertTrue(fault && known);
  }

  @Test
  void theReferenceEvaluatorIsNotAsked() {
    Program program = Policies.policy(POLICY);
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      PlanDescription plan =
          engine.describe(
              program, Policies.snapshot(program, rows(0)), ParamValues.written(program));
      assertFalse(plan.toString().contains("reference evaluator"), plan::toString);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Effort.class,
      names = {"NARROW", "EXACT"})
  void everyTickIsARunFromScratch(Effort effort) {
    Program program = Policies.policy(POLICY);
    ParamValues params = ParamValues.written(program);
    Snapshot snapshot = Policies.snapshot(program, rows(0));
    List<String> fields = List.of("asset.price", "asset.quote", "debt.amount", "account.cash");
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, 1)) {
      LiveResults live = engine.open(program, snapshot, params, RunLimits.USUAL);
      for (int tick = 0; tick < 40; tick++) {
        String[] name = of(fields).split("\\.");
        Entity entity = program.entity(name[0]).orElseThrow();
        int field = entity.field(name[1]).orElseThrow().index();
        int row = random.nextInt(snapshot.rowCount(entity.ref()));
        Exact to = Exact.of(new BigDecimal(of(NUMBERS)));
        SnapshotChanges changes = new SnapshotChanges(snapshot);
        assertEquals(Optional.empty(), changes.put(entity.ref(), row, field, 0, to));
        SnapshotChanges.Changed changed = changes.apply();
        live.update(changed);
        snapshot = changed.snapshot();
        assertEquals(
            Agreement.lines(new ReferenceEvaluator().evaluate(program, snapshot, params)),
            Agreement.lines(live.results()),
            "tick " + tick);
      }
    }
  }
}
