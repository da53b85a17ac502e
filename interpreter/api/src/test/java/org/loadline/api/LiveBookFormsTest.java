package org.loadline.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Snapshot;

/**
 * Ticks of a book whose policy supposes worlds, makes groups and looks back at series: what it says
 * is what a run on the same values makes of rows loaded anew.
 */
class LiveBookFormsTest {
  private static final String TEXT =
      """
      policy forms

      unit USD
      unit base of market

      system {
          now   : instant
          index : series of number
      }

      param impact = 10%   within 0% .. 50%

      table shocks by id {
          | id    | price |
          | crash | -20%  |
          | rally | +20%  |
      }

      entity market {
          key symbol
          mark  : USD/base   within 0 .. 1_000_000
          marks : series of USD/base
      }

      entity account {
          key id
          cash  : USD
          limit : USD or none
      }

      entity position {
          of account
          of market
          key id
          size  : base
          entry : USD/base
      }

      group book of account from positions by market
      group desk from books by market

      for each position { profit = size * (market.mark - entry) }

      for each book {
          size : base = sum(positions.size)
          net         = abs(size) * market.mark
          share       = net / account.gross    else 0
          dropped     = (net given market.mark = market.mark * (1 - impact))
      }

      for each desk {
          open : base = sum(books.size)
          held        = max(books.net)    else 0
      }

      for each account {
          gross        = sum(books.net)
          equity       = cash + sum(positions.profit)
          equity_at(s) = (equity given market.mark = market.mark * (1 + s.price))
          stressed     = min(equity_at(s) for s in shocks)
          worst        = the s in shocks with least equity_at(s)
          netted       = sum(abs(b.size) * b.market.mark for b in books)
          gone_at      = first d in 0% .. 100% by 0.5% such that
                             (equity given market.mark = market.mark * (1 - d)) < 0    else none
          bounded      = (min(equity, limit) when limit is not none | equity otherwise)
      }

      for each market {
          average = mean(m.value for m in marks within 10 minutes)  else mark
          stale   = marks older than 5 minutes
          highest = max(marks) else mark
          above   = mark / average    else 1
          open    = sum(p.size for p in positions)
      }

      total    = sum(accounts.equity)
      stressed = sum(accounts.stressed)
      average  = mean(last(index, 3)) else 0
      lonely   = count(accounts where stressed < 0)
      more     = (total given also account { id = "new", cash = 100 USD, limit = none })

      report position.profit, book.size, book.net, book.share, book.dropped, desk.open, desk.held,
             account.gross, account.equity, account.stressed, account.worst, account.netted,
             account.gone_at, account.bounded,
             market.average, market.stale, market.highest, market.above, market.open,
             total, stressed, average, lonely, more
      """;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> MARKETS = List.of("BTC", "ETH", "SOL");

  private static Policy policy(String engine) {
    Policy policy = Policy.compile("forms.risk", TEXT).orThrow();
    return switch (engine) {
      case "reference" -> policy.on(Engines.reference());
      case "threads" -> policy.on(Engines.truffle(3));
      default -> policy;
    };
  }

  /** What the rows hold, to be loaded from the beginning; a change of it is a tick. */
  private static final class Values {
    private Instant now = START;
    private final Map<String, Object> marks = new TreeMap<>();
    private final Map<String, Object> cash = new TreeMap<>();
    private final Map<String, Object> limits = new TreeMap<>();
    private final Map<List<String>, Object> sizes = new LinkedHashMap<>();
    private final Map<List<Object>, Object> points = new LinkedHashMap<>();

    Values(Random random) {
      for (String market : MARKETS) {
        marks.put(market, 100 + random.nextInt(100));
        for (int i = 0; i < 12; i++) {
          points.put(
              List.of(market, START.minusSeconds(1_100 - i * 90L + market.charAt(0) % 7)),
              90 + random.nextInt(40));
        }
      }
      for (int account = 0; account < 5; account++) {
        String id = "a" + account;
        cash.put(id, random.nextInt(2_000) - 200);
        if (random.nextBoolean()) {
          limits.put(id, random.nextInt(500));
        }
        for (int position = 0; position < random.nextInt(5); position++) {
          String market = MARKETS.get(random.nextInt(MARKETS.size()));
          sizes.put(List.of(id, market, "p" + position), random.nextInt(40) - 20);
        }
      }
    }

    Snapshot load(Policy policy) {
      SnapshotInput input = policy.snapshot().system("now", now);
      marks.forEach((symbol, mark) -> input.row("market", Map.of("symbol", symbol, "mark", mark)));
      points.forEach(
          (key, value) ->
              input.row(
                  "market.marks",
                  Map.of("market", key.get(0), "time", key.get(1), "value", value)));
      for (int i = 0; i < 5; i++) {
        input.row("system.index", Map.of("time", START.plusSeconds(60L * i - 120), "value", i));
      }
      cash.forEach(
          (id, amount) -> {
            Map<String, Object> row = new LinkedHashMap<>(Map.of("id", id, "cash", amount));
            if (limits.containsKey(id)) {
              row.put("limit", limits.get(id));
            }
            input.row("account", row);
          });
      sizes.forEach(
          (key, size) ->
              input.row(
                  "position",
                  Map.of(
                      "account", key.get(0),
                      "market", key.get(1),
                      "id", key.get(2),
                      "size", size,
                      "entry", 120)));
      return input.load().snapshot().orElseThrow();
    }

    /** Changes some values, in the book as well. */
    void tick(Random random, LiveBook book) {
      for (int change = 0; change <= random.nextInt(3); change++) {
        switch (random.nextInt(6)) {
          case 0 -> {
            now = now.plusSeconds(random.nextInt(400) - 60);
            book.system("now", now);
          }
          case 1 -> {
            String id = "a" + random.nextInt(5);
            cash.put(id, random.nextInt(3_000) - 1_000);
            book.set("account", id, "cash", cash.get(id));
          }
          case 2 -> {
            List<List<String>> known = List.copyOf(sizes.keySet());
            if (!known.isEmpty()) {
              List<String> key = known.get(random.nextInt(known.size()));
              sizes.put(key, random.nextInt(60) - 30);
              book.set("position", List.of(key.get(0), key.get(2)), "size", sizes.get(key));
            }
          }
          case 3 -> {
            List<List<Object>> known = List.copyOf(points.keySet());
            List<Object> key = known.get(random.nextInt(known.size()));
            points.put(key, 50 + random.nextInt(100));
            book.set("market.marks", key, "value", points.get(key));
          }
          default -> {
            String market = MARKETS.get(random.nextInt(MARKETS.size()));
            int kind = random.nextInt(8);
            Object mark =
                kind == 0
                    ? (Object) 0
                    : kind == 1
                        ? (Object) 1_000_001
                        : BigDecimal.valueOf(random.nextInt(3_000_000), random.nextInt(7));
            marks.put(market, mark);
            book.set("market", market, "mark", mark);
          }
        }
      }
    }
  }

  private static List<String> lines(PolicyResults results) {
    List<String> lines = new ArrayList<>();
    for (OutputColumn column : results.columns().columns()) {
      for (int row = 0; row < column.size(); row++) {
        lines.add(column.output().name() + " " + row + ": " + text(column.outcome(row)));
      }
    }
    return lines;
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(var value) -> value.toString();
      case Outcome.Faulted(var fault) ->
          "fault " + fault.what().code().code() + " " + fault.what().message();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "threads", "reference"})
  void everyTickIsARunOnRowsLoadedAnew(String engine) {
    Policy policy = policy(engine);
    Policy judge = policy.on(Engines.reference());
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      Values values = new Values(random);
      LiveBook book = policy.open(values.load(policy));
      List<String> before = lines(book.results());
      for (int tick = 0; tick < 10; tick++) {
        values.tick(random, book);
        Changes changes = book.evaluate();
        List<String> now = lines(book.results());
        String where = "seed " + seed + ", tick " + tick;
        assertEquals(lines(policy.evaluate(values.load(policy))), now, where);
        assertEquals(lines(judge.evaluate(values.load(policy))), now, where);
        int differing = 0;
        for (int i = 0; i < now.size(); i++) {
          boolean faults = now.get(i).contains(": fault") && before.get(i).contains(": fault");
          differing += !faults && !now.get(i).equals(before.get(i)) ? 1 : 0;
        }
        assertEquals(differing, changes.size(), where);
        before = now;
      }
    }
  }

  @Test
  void whatATickReachesIsSaid() {
    Policy policy = policy("truffle");
    Values values = new Values(new Random(1));
    values.sizes.clear();
    values.sizes.put(List.of("a0", "BTC", "p"), 2);
    values.sizes.put(List.of("a1", "BTC", "p"), -1);
    values.sizes.put(List.of("a1", "ETH", "q"), 3);
    values.marks.put("BTC", 100);
    LiveBook book = policy.open(values.load(policy));
    Changes changes = book.set("market", "BTC", "mark", 110).evaluate();
    List<String> facts = new ArrayList<>();
    changes.of("book", "net").forEach(c -> facts.add(c.toString()));
    changes.of("book", "size").forEach(c -> facts.add(c.toString()));
    changes.of("desk", "held").forEach(c -> facts.add(c.toString()));
    assertEquals(
        List.of(
            "book a0/BTC.net: 200 → 220", "book a1/BTC.net: 100 → 110", "desk BTC.held: 200 → 220"),
        facts);
    assertTrue(changes.of("account", "stressed").size() >= 2);
    Changes point =
        book.set("market.marks", List.of("ETH", firstPoint(values)), "value", 7).evaluate();
    point.forEach(c -> assertTrue(c.toString().startsWith("market ETH."), c.toString()));
  }

  private static Object firstPoint(Values values) {
    return values.points.keySet().stream()
        .filter(key -> key.get(0).equals("ETH"))
        .findFirst()
        .orElseThrow()
        .get(1);
  }

  @Test
  void whatMakesGroupsAndPointsStays() {
    Policy policy = policy("truffle");
    Values values = new Values(new Random(3));
    values.sizes.put(List.of("a0", "BTC", "p9"), 2);
    LiveBook book = policy.open(values.load(policy));
    assertThrows(
        IllegalArgumentException.class,
        () -> book.set("position", List.of("a0", "p9"), "market", "ETH"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            book.set(
                "market.marks", List.of("ETH", firstPoint(values)), "time", START.plusSeconds(1)));
    assertTrue(book.evaluate().isEmpty());
  }
}
