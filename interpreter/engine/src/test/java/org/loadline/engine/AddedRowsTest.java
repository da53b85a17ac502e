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

/** Worlds that add rows agree. */
class AddedRowsTest {
  private static final String POLICY =
      """
      choice kind { low, mid, high }
      entity account { key id
        cash : number }
      entity asset { key symbol
        price : number }
      entity debt { of account
        of asset
        amount : number
        kind : kind }
      entity note { of account
        size : number }
      entity fee { key place : count
        size : number }
      for each debt {
        value = amount * asset.price
        heavy = value > 5
        more(n : number) = amount * n + account.cash
      }
      for each asset { lent = sum(d.amount for d in debts) }
      for each account {
        owed = sum(debts.value)
        heavies = count(d for d in debts where d.heavy)
        least = min(debts.value) else -1
        greatest = max(d.value for d in debts where d.kind is mid) else -2
        mean_owed = mean(debts.value) else -3
        weighted = mean(d.value weighted by d.amount for d in debts) else -4
        any_heavy = any(debts.heavy)
        all_heavy = all(d.heavy for d in debts where d.kind is not low)
        pairs = sum(a.amount * b.amount for a in debts, b in debts where a is not b and a.asset is b.asset)
        crowd = sum(d.asset.lent for d in debts)
        kinds = max(d.kind for d in debts) else low
        argued = sum(d.more(2) for d in debts)
        weigh(d : debt) = d.value * 2 + cash
        weighed = sum(weigh(d) for d in debts)
        noted = sum(notes.size) + count(notes)
        free = cash - owed

        a1 = (free given also debt { account = account, asset = asset("ETH"), amount = 2 })
        a2 = (heavies * 100 + least given also debt { account = account, asset = asset("ETH"), amount = cash, kind = mid })
        a3 = (greatest + mean_owed given also debt { account = account, asset = asset("BTC"), amount = 3, kind = mid })
        a4 = (weighted + pairs given also debt { account = account, asset = asset("ETH"), amount = cash / 4, kind = low })
        a5 = (any_heavy or all_heavy given also debt { account = account, asset = asset("BTC"), amount = 1, kind = high })
        a6 = (crowd + argued + weighed given also debt { account = account, asset = asset("DOT"), amount = 1, kind = high })
        a7 = (noted given also note { account = account, size = cash }, also note { account = account, size = 1 })
        a8 = (kinds given also debt { account = account, asset = asset("ETH"), amount = 1, kind = high })
        a9 = ((owed given debt.amount = debt.amount * 2 + 1) given also debt { account = account, asset = asset("ETH"), amount = 2 })
        b1 = ((owed given also debt { account = account, asset = asset("ETH"), amount = 2 }) given debt.amount = debt.amount * 2)
        b2 = ((owed given also debt { account = account, asset = asset("ETH"), amount = 2 }) given also debt { account = account, asset = asset("BTC"), amount = 5 })
        b3 = (owed + totals given also debt { account = first(accounts), asset = asset("DOT"), amount = 2 })
        b4 = (owed given also debt { account = account, asset = asset("ETH"), amount = 2 }, debt.amount = debt.amount + 1 where debt.asset is asset("ETH"))
        b5 = (noted + charged given also fee { place = 9, size = cash })
        b6 = (charged given also fee { place = 1, size = cash })
        b7 = first d in 0 .. 6 by 0.5 such that (free given also debt { account = account, asset = asset("BTC"), amount = d }) < 0 else -7
        b8 = (sum(accounts.free) given also account { id = "new", cash = cash })
        b9 = (sum(accounts.noted) + count(accounts) given also account { id = "new", cash = 3 }, asset.price = 2)
        c1 = sum((free given also debt { account = account, asset = d.asset, amount = d.amount }) for d in debts)
      }
      totals = sum(debts.value)
      charged = sum(fees.size)
      spread = sum((a.owed given also debt { account = a, asset = asset("ETH"), amount = 1 }) for a in accounts)
      """;

  private static final String RARE =
      """
      for each account {
        dearest = ((the d in debts with greatest d.value).amount given also debt { account = account, asset = asset("ETH"), amount = 9 })
        ranked = (sum(d.value for d in debts ranked by value take first 1) given also debt { account = account, asset = asset("ETH"), amount = 9 })
      }
      """;

  private static final List<String> NUMBERS = List.of("0", "1", "2", "2.5", "3", "7", "-1", "1e25");

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("added.seed", 3));

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String rows(int missing) {
    StringBuilder rows = new StringBuilder();
    for (String asset : List.of("ETH", "BTC", "DOT")) {
      rows.append("asset symbol=").append(asset);
      rows.append(random.nextInt(100) < missing ? "" : " price=" + of(NUMBERS)).append("\n");
    }
    for (int a = 0; a < 4; a++) {
      rows.append("account id=").append(a).append(" cash=").append(of(NUMBERS)).append("\n");
      for (String asset : List.of("ETH", "BTC", "DOT")) {
        if (random.nextInt(3) == 0) {
          rows.append("debt account=").append(a).append(" asset=").append(asset);
          rows.append(random.nextInt(100) < missing ? "" : " amount=" + of(NUMBERS));
          rows.append(" kind=").append(of(List.of("low", "mid", "high"))).append("\n");
        }
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        rows.append("note account=").append(a).append(" size=").append(of(NUMBERS)).append("\n");
      }
    }
    return rows + "fee place=1 size=3\nfee place=2 size=0.5\n";
  }

  private void agree(String policy, int times) {
    Program program = Policies.policy(policy);
    for (int i = 0; i < times; i++) {
      Agreement.of(program, Policies.snapshot(program, rows(i % 3 == 2 ? 20 : 0)));
    }
  }

  @Test
  void throughAggregates() {
    agree(POLICY, 9);
  }

  @Test
  void whatIsDeclaredHoldsOfThemToo() {
    agree(POLICY.replace("amount : number", "amount : number within 0 .. 6"), 5);
    agree(POLICY + "for each debt { assume amount < 3 or kind is mid }\n", 5);
    agree(POLICY + "for each account { assume count(debts) < 3 }\n", 4);
  }

  @Test
  void otherwise() {
    agree(POLICY + RARE, 4);
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
