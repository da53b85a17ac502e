package org.loadline.engine;

import org.loadline.core.Program;
import org.loadline.data.Snapshot;

/** Contracts on three markets, positions in them, and margins over scenarios. */
public final class ScenarioBook {
  public static final String POLICY =
      """
      entity market { key symbol
        mark : number
        wild : flag
      }
      entity contract { key id
        of market
        strike : number
        unit : number
      }
      entity account { key id
        cash : number
      }
      entity position { of account
        of contract
        amount : number
      }
      table scenarios by id {
        | id   | tame | wild | weight |
        | up   |   5% |  20% |  100%  |
        | down |  -5% | -20% |  100%  |
        | far  |  50% | -99% |   35%  |
      }
      for each contract {
        value = round(max(0, market.mark - strike) / unit to 0.0001, half up)
        at(s) = max(0, strike * (1 + s.tame) - market.mark)
        near  = market.mark >= strike
      }
      for each account {
        worth     = cash + sum(p.amount * p.contract.value for p in positions)
        loss(s)   = (worth - (worth given market.mark = market.mark * (1 + (s.wild when market.wild | s.tame otherwise)))) * s.weight
        margin    = max(0, max(loss(s) for s in scenarios))
        puts(s)   = sum(p.amount * p.contract.at(s) for p in positions)
        least     = min(puts(s) for s in scenarios)
        moved     = (count(p for p in positions where p.contract.near) given market.mark = market.mark * 2 + 3 * market.mark * market.mark)
        doubled   = (sum(p.amount * p.contract.market.mark for p in positions) given market.mark = market.mark * (2 when market.wild | 1 otherwise))
      }
      all_margin = sum(accounts.margin)
      report account.margin, account.least, account.moved, account.doubled, all_margin
      """;

  private ScenarioBook() {}

  /** Twelve contracts, of which the last has no unit; ten accounts with seven positions each. */
  public static Snapshot snapshot(Program program) {
    StringBuilder rows = new StringBuilder();
    rows.append("market symbol=a mark=100 wild=true\n");
    rows.append("market symbol=b mark=20.5 wild=false\n");
    rows.append("market symbol=c mark=0.004 wild=true\n");
    String[] strikes = {"95", "19.75", "0.0041", "120", "22", "0.001"};
    for (int c = 0; c < 12; c++) {
      rows.append("contract id=c").append(c).append(" market=").append("abc".charAt(c % 3));
      rows.append(" strike=").append(strikes[c % strikes.length]);
      rows.append(" unit=").append(c == 11 ? 0 : 1 + c % 4).append("\n");
    }
    for (int a = 0; a < 10; a++) {
      rows.append("account id=a").append(a).append(" cash=").append(100 * a).append("\n");
    }
    for (int p = 0; p < 70; p++) {
      // The last contract is held by one account.
      int contract = p == 69 ? 11 : p * 5 % 11;
      rows.append("position account=a").append(p / 7).append(" contract=c").append(contract);
      rows.append(" amount=").append(p % 3 == 0 ? "-" : "").append(p % 13 + 0.5).append("\n");
    }
    return Policies.snapshot(program, rows.toString());
  }

  public static Program program() {
    return Policies.policy(POLICY);
  }
}
