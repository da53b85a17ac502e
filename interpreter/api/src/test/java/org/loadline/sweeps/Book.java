package org.loadline.sweeps;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.loadline.api.Policy;
import org.loadline.api.SnapshotInput;
import org.loadline.data.Snapshot;

/** A random book: the rows that some policy is run on, in any order. */
final class Book {
  private final Map<String, Object> system = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(String entity, Map<String, Object> values) {}

  Book system(String name, Object value) {
    system.put(name, value);
    return this;
  }

  Book row(String entity, Map<String, Object> values) {
    rows.add(new Row(entity, values));
    return this;
  }

  Snapshot load(Policy policy) {
    SnapshotInput input = policy.snapshot();
    system.forEach(input::system);
    rows.forEach(row -> input.row(row.entity(), row.values()));
    return input.load().snapshot().orElseThrow();
  }

  /** The same rows in another order. */
  Book shuffled(Random random) {
    Book other = new Book();
    other.system.putAll(system);
    other.rows.addAll(rows);
    Collections.shuffle(other.rows, random);
    return other;
  }

  /** Cents as an amount. */
  static BigDecimal cents(long count) {
    return BigDecimal.valueOf(count, 2);
  }

  /** For a policy of desks with accounts and funds. */
  static Book funds(Random random) {
    Book book = new Book();
    book.system("insurance", cents(random.nextInt(60_000)));
    book.system("spent", cents(0));
    int desks = 1 + random.nextInt(3);
    for (int desk = 0; desk < desks; desk++) {
      book.row(
          "desk",
          Map.of(
              "name", "d" + desk,
              "reserve", cents(random.nextInt(20_000)),
              "rank", random.nextInt(2)));
    }
    int accounts = random.nextInt(14);
    for (int account = 0; account < accounts; account++) {
      boolean short_ = random.nextInt(3) == 0;
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", "a" + account);
      values.put("desk", "d" + random.nextInt(desks));
      values.put("cash", cents(short_ ? random.nextInt(20_000) : random.nextInt(510_000)));
      values.put("debt", cents(short_ ? random.nextInt(60_000) : random.nextInt(20_000)));
      values.put("limit", cents(random.nextInt(30_000) - 1_000));
      values.put("open", random.nextBoolean());
      book.row("account", values);
    }
    return book;
  }

  /** For a policy whose sales move prices. */
  static Book slide(Random random) {
    Book book = new Book();
    book.system("till", cents(random.nextInt(1_000)));
    book.system("fund", cents(random.nextInt(100_000)));
    int markets = 1 + random.nextInt(3);
    for (int market = 0; market < markets; market++) {
      book.row(
          "market",
          Map.of(
              "symbol", "m" + market,
              "mark", cents(100 + random.nextInt(20_000)),
              "lot", BigDecimal.valueOf(1, random.nextInt(3)),
              "tick", cents(1 + random.nextInt(2) * 4),
              "stock", 0));
    }
    int accounts = random.nextInt(9);
    for (int account = 0; account < accounts; account++) {
      book.row(
          "account",
          Map.of(
              "id", "a" + account,
              "cash", cents(random.nextInt(80_000)),
              "debt", cents(random.nextInt(200_000))));
      for (int market = 0; market < markets; market++) {
        if (random.nextInt(3) > 0) {
          book.row(
              "position",
              Map.of(
                  "account", "a" + account,
                  "market", "m" + market,
                  "size", random.nextInt(12)));
        }
      }
    }
    return book;
  }
}
