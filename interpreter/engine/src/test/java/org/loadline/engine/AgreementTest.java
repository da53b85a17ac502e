package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.core.Program;

/** The engine gives what the reference evaluator gives, whatever the formulas and the data. */
class AgreementTest {
  private static List<String> agree(String policy, String snapshot) {
    Program program = Policies.policy(policy);
    return Agreement.of(program, Policies.snapshot(program, snapshot));
  }

  private static void says(List<String> lines, String... expected) {
    for (String line : expected) {
      assertTrue(lines.contains(line), () -> line + " is not in\n" + String.join("\n", lines));
    }
  }

  @Test
  void arithmeticOnDecimalsAndFractions() {
    List<String> lines =
        agree(
            """
            entity row { key id
              a, b, c : number }
            for each row {
              total = a + b - c * 3
              half = a / 2 + b
              third = a / 3
              quotient = a / b else -1
              twice = quotient + quotient
              ratio_sum = a / b + c / 7
              nested = (a / b) / (c / a)
              less_ten = a less 10%
              square = power(a, 2)
              fifth = power(b, 5)
              magnitude = abs(a) * sign(b)
              rest = remainder(a, b) else 99
              least = min(a, b, c / 3)
              most = max(a / 7, b, c)
              held = clamp(a, b, c)
              above = a / b > c / a
              order = (a / 3 = a * 2 / 6)
            }
            """,
            """
            row id=1 a=1 b=2 c=3
            row id=2 a=-1.5 b=0.25 c=-7
            row id=3 a=10 b=0 c=1
            row id=4 a=0 b=5 c=0.001
            row id=5 a=0 b=0 c=0
            row id=6 a=-3.000001 b=-7 c=12345678.9
            """);
    says(lines, "row.third 0: 0.333333333333333333~", "row.quotient 2: -1");
  }

  @Test
  void numbersThatLeave64And128Bits() {
    agree(
        """
        entity row { key id
          a, b : number }
        for each row {
          product = a * b
          cube = a * a * a
          sixth = cube * cube
          difference = a * a - b * b
          quotient = a * a / (b * b) else 0
          rounded = round(a * b / 7 to 3 places, half even)
          below = a * a * a < b * b * b
          sum_of = quotient + a / 7
          steps = floor(cube / 1_000 to 0.01)
          opposite = -(a * a)
        }
        total = sum(rows.product)
        cubes = sum(rows.cube)
        greatest = max(rows.cube) else 0
        """,
        """
        row id=1 a=9223372036854775807 b=-9223372036854775808
        row id=2 a=3037000499 b=3037000500
        row id=3 a=-3037000500 b=3037000500
        row id=4 a=0.000000001 b=123456789.123456789
        row id=5 a=170141183460469231731687303715884105727 b=-1
        row id=6 a=-170141183460469231731687303715884105728 b=1
        row id=7 a=99999999999999999999999999999999999999999999 b=0.5
        row id=8 a=0 b=0
        row id=9 a=1e30 b=1e-30
        """);
  }

  @Test
  void roundingOfTiesAndNegatives() {
    StringBuilder policy = new StringBuilder("entity row { key id\n a, step : number }\n");
    policy.append("for each row {\n");
    String[] words = {"floor", "ceil", "truncate", "away"};
    for (String word : words) {
      policy.append(word).append("_whole = ").append(word).append("(a)\n");
      policy.append(word).append("_step = ").append(word).append("(a to step)\n");
      policy.append(word).append("_place = ").append(word).append("(a / 3 to 2 places)\n");
    }
    policy.append("even = round(a to 1 places, half even)\n");
    policy.append("up = round(a to 1 places, half up)\n");
    policy.append("even_step = round(a to step, half even)\n");
    policy.append("tens = round(a to -1 places, half even)\n");
    policy.append("even_third = round(a / 0.3 to 0.5, half even)\n");
    policy.append("root = round(sqrt(abs(a)) to 18 places, half even)\n");
    policy.append("root_step = ceil(sqrt(a) to step) else -1\n");
    policy.append("by_data = floor(a to id places)\n");
    policy.append("}\n");
    agree(
        policy.toString().replace("key id", "key id : count"),
        """
        row id=1 a=0.25 step=0.1
        row id=2 a=0.35 step=0.1
        row id=3 a=-0.25 step=0.5
        row id=4 a=-0.35 step=7
        row id=5 a=15 step=10
        row id=6 a=25 step=10
        row id=7 a=-25 step=0
        row id=8 a=0 step=-1
        row id=9 a=2.5 step=0.000001
        row id=10 a=-123456789012345678.5 step=1
        row id=11 a=0.05 step=0.03
        """);
  }

  @Test
  void decisionsElseNoneAndUnlimited() {
    agree(
        """
        choice colour { red, green, blue }
        entity row { key id
          a : number
          b : number or none
          c : number or none
          colour : colour or none
          flag : flag or none }
        for each row {
          health = ((a / b else unlimited) when b is not none | unlimited otherwise)
          filled = b else 0
          doubled = b * 2 when b is not none | -1 otherwise
          chain = b else c else a
          cap = min(a, (unlimited when c is none | c otherwise))
          tint = colour else blue
          warm = tint is red or tint > green
          lit = flag else false
          open = (unlimited when a < 0 | a otherwise)
          is_open = open is unlimited
          is_less = open < 5
          top = max(open, 3)
          severe = max(tint, green)
          ranged = a in 0 .. 10
          either = tint in { red, blue }
          dead = 1 / a when a > 0 | 0 otherwise
        }
        """,
        """
        row id=1 a=1 b=2 c=3 colour=red flag=true
        row id=2 a=-1 b=_ c=3 colour=_ flag=_
        row id=3 a=0 b=0 c=_ colour=green flag=false
        row id=4 a=11 b=_ c=_ colour=blue flag=true
        """);
  }

  @Test
  void aggregatesOfEveryKind() {
    agree(
        """
        choice side { long, short }
        entity market { key id
          mark : number }
        entity account { key id
          cash : number }
        entity position { of account
          of market
          size : number
          weight : number
          side : side }
        for each position {
          value = size * market.mark
          share = value / account.cash else 0
        }
        for each account {
          equity = cash + sum(positions.value)
          big = sum(positions.value where size > 1)
          shorts = count(positions where side is short)
          any_short = any(positions.side is short)
          all_short = all(positions.side is short)
          least = min(positions.value) else 0
          most = max(positions.value where size < 0) else none
          average = mean(positions.value) else 0
          weighted = mean(positions.value weighted by weight) else 0
          worst_size = (the p in positions with least p.value).size else 0
          worst_market = (the p in positions with greatest p.size).market.mark else 0
          dangerous = max(positions.side) else long
          ratios = sum(p.value / 3 for p in positions)
        }
        for each market {
          interest = sum(positions.size)
          holders = count(positions)
          richest = max(p.account.equity for p in positions) else 0
        }
        pairs = sum(p.size * q.size for p in positions, q in positions)
        crossed = sum(p.size for a in accounts, p in a.positions where p.size > a.cash)
        equity = sum(accounts.equity)
        """,
        """
        market id=A mark=10
        market id=B mark=0.5
        account id=x cash=100
        account id=y cash=0
        account id=z cash=-5
        position account=x market=A size=2 weight=1 side=long
        position account=x market=B size=-3.5 weight=2 side=short
        position account=y market=A size=1 weight=0 side=short
        position account=y market=B size=7 weight=0 side=short
        """);
  }

  @Test
  void faultsStayWhereTheyHappen() {
    List<String> lines =
        agree(
            """
            entity account { key id
              cash : number }
            entity position { of account
              key id
              size : number
              price : number }
            for each position {
              ratio = floor(size / price to 0.001)
              worth = size * price
            }
            for each account {
              total = sum(positions.ratio)
              sound = sum(positions.worth)
              kept = sum(positions.ratio where price > 0)
              some = sum(floor(p.size / p.price to 0.01) else 0 for p in positions)
              counted = count(positions where size / price > 1)
              reads = total + 1
              guarded = total when cash > 0 | 0 otherwise
              answered = cash / total else 7
              least = min(positions.worth) else 0
            }
            whole = sum(accounts.total)
            fine = sum(accounts.sound)
            """,
            """
            account id=a cash=1
            account id=b cash=0
            account id=c cash=1
            position account=a id=1 size=1 price=2
            position account=a id=2 size=1
            position account=b id=1 size=1 price=0
            position account=b id=2 size=4 price=2
            """);
    says(lines, "account.guarded 1: 0", "account.sound 1: 8");
  }

  @Test
  void tables() {
    agree(
        """
        choice tier { low, mid, high }
        table brackets by size : number {
          | id | size      | rate | fee  |
          | a  | below 10  |  1%  | 0.5  |
          | b  | up to 100 |  2%  | 0.25 |
          | c  | otherwise |  5%  | 0    |
        }
        table kinds by kind : tier, size : number {
          | kind | size      | rate |
          | low  | below 5   |  1%  |
          | low  | otherwise |  2%  |
          | mid  | otherwise |  3%  |
          | high | otherwise |  4%  |
        }
        entity market { key id }
        entity step { of market
          lower : number or none
          rate : ratio }
        entity ladder { key lower : number
          rate : ratio }
        table steps_of of market from steps by lower
        table plain_rates from ladders by lower
        entity row { key id
          of market
          size : number
          kind : tier }
        for each row {
          rate = brackets(size).rate
          fee = brackets(size / 3).fee
          kind_rate = kinds(kind, size).rate
          step_rate = market.steps_of(size).rate else -1
          step_third = market.steps_of(size / 3).rate else -1
          plain_rate = plain_rates(size).rate else -2
          plain_product = plain_rates(size * size * 1.5).rate else -2
        }
        rates = sum(b.rate for b in brackets)
        """,
        """
        market id=A
        market id=B
        market id=C
        step market=A lower=_ rate=1%
        step market=A lower=0 rate=2%
        step market=A lower=10.5 rate=3%
        step market=B lower=-2 rate=4%
        ladder lower=0 rate=1%
        ladder lower=7 rate=2%
        ladder lower=49.5 rate=3%
        row id=1 market=A size=9.999 kind=low
        row id=2 market=A size=10 kind=mid
        row id=3 market=A size=-3 kind=high
        row id=4 market=B size=-3 kind=low
        row id=5 market=B size=100 kind=low
        row id=6 market=C size=100.01 kind=mid
        row id=7 market=A size=10.5 kind=low
        row id=8 market=A size=5 kind=low
        row id=9 market=B size=1e30 kind=high
        row id=10 market=B kind=high
        """);
  }

  @Test
  void factsWithArgumentsFunctionsAndFamilies() {
    agree(
        """
        choice kind { one, two, three }
        entity market { key id
          mark : number
          weight(kind) : ratio }
        entity row { key id
          of market
          other : market or none
          size : number
          kind : kind }
        for each market {
          weighted(k : kind) = mark * weight(k)
          scaled(x : number, y : number) = x / y
        }
        for each row {
          value(k : kind) = size * market.weighted(k)
          mine = value(kind)
          first = value(one) + value(two)
          by_data = market.weight(kind)
          lazy = pick(size, floor(1 / size to 0.1))
          other_mark = other.mark else 0
          other_weighted = other.weighted(kind) else -1
          scaled = floor(market.scaled(size, size) to 0.01)
          here = a + b  with a = size * 2, b = a * a
          quoted = quote(size, 3).price
          spread = quote(size, 3).price - quote(size, 4).price
        }
        pick(a : number, b : number) = a when a > 0 | b otherwise
        function quote(a : number, b : number) {
          half = a / 2
          price = half + b
        }
        """,
        """
        market id=A mark=10 weight#0=10% weight#1=20% weight#2=30%
        market id=B mark=20 weight#0=10% weight#2=30%
        row id=1 market=A other=B size=5 kind=one
        row id=2 market=B other=_ size=0 kind=two
        row id=3 market=A other=A size=-2 kind=three
        """);
  }

  @Test
  void brokenAndMissingInputs() {
    agree(
        """
        system { rate : ratio within 0 .. 1
          missing : number
          floor_price : number
          assume floor_price > 0 }
        entity account { key id
          cash : number within -100 .. 100
          limit : number
          assume cash < limit }
        entity position { of account
          key id
          size : number
          assume size != 0 }
        for each position {
          value = size * 2
          rich = account.cash + size
        }
        for each account {
          total = cash + sum(positions.value)
          constant = 7
          held = count(positions)
          uses = cash * rate
          absent = missing + cash
        }
        everything = sum(accounts.total)
        rate_now = rate
        floors = floor_price
        """,
        """
        system rate=0.5 floor_price=1
        account id=a cash=10 limit=20
        account id=b cash=1000 limit=2000
        account id=c cash=10 limit=5
        account id=d cash=10
        account id=e limit=5
        position account=a id=1 size=1
        position account=b id=1 size=1
        position account=d id=1 size=0
        position account=d id=2 size=3
        """);
  }

  @Test
  void theWholeMayBeBroken() {
    agree(
        """
        system { rate : ratio within 0 .. 1 }
        entity account { key id
          cash : number }
        for each account {
          plain = cash
          rated = cash * rate
        }
        total = sum(accounts.cash)
        """,
        """
        system rate=1.5
        account id=a cash=10
        """);
  }

  @Test
  void textsKeysDatesAndMoments() {
    agree(
        """
        system { now : instant
          today : date }
        entity asset { key symbol
          price : number
          listed : date
          seen : instant }
        entity account { key id
          nick : text or none }
        entity holding { of account
          of asset
          amount : number }
        for each account {
          ether = holdings(assets("ETH")).amount else 0
          named = nick else "nobody"
          is_bob = named is "bob"
          price = assets("ETH").price
          none_such = assets("XYZ").price else -1
          best = (the h in holdings with greatest h.amount).asset.symbol else "none"
        }
        for each asset {
          age = today - listed
          fresh = (now - seen) < 90 seconds
          older = listed < today
          holders = count(holdings)
        }
        """,
        """
        system now=2026-11-20T08:00Z today=2026-11-20
        asset symbol=ETH price=2000.5 listed=2015-07-30 seen=2026-11-20T07:59:30.5Z
        asset symbol=BTC price=50000 listed=2009-01-03 seen=2026-11-19T07:59:30Z
        account id=a nick=bob
        account id=b nick=_
        account id=c nick=ETH
        holding account=a asset=ETH amount=3
        holding account=a asset=BTC amount=4
        holding account=c asset=BTC amount=0.5
        """);
  }
}
