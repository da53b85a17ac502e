package org.loadline.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.loadline.api.Policy;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.reference.WaterfallRunner;
import org.loadline.sweep.Change;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import org.loadline.values.Exact;

/** What holds for every book: both ways to run agree, nothing is lost, nobody jumps the queue. */
class RandomBooksTest {
  private static final int BOOKS = 2_600;

  @Test
  void fundsThatCoverLosses() throws IOException {
    Tally tally = tally("funds.risk", Book::funds, 1, List.of("insurance", "desk.reserve"));
    tally.metWith("moves", "shares", "faults", "refusals", "early stops", "remainders");
  }

  @Test
  void salesThatMovePrices() throws IOException {
    Tally tally = tally("slide.risk", Book::slide, 2, List.of("fund"));
    tally.metWith("moves", "shares", "remainders", "settings");
  }

  @Test
  void salesThatMovePricesServedAnew() throws IOException {
    Policy policy =
        policy("slide.risk", "in order of health", "in order of health again after each");
    tally(policy, Book::slide, 3, BOOKS / 4, List.of("fund"));
  }

  private static Tally tally(
      String name, Function<Random, Book> maker, long seed, List<String> halves)
      throws IOException {
    return tally(policy(name, "", ""), maker, seed, BOOKS, halves);
  }

  private static Policy policy(String name, String replaced, String by) throws IOException {
    try (InputStream text = RandomBooksTest.class.getResourceAsStream(name)) {
      String written = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return Policy.compile(name, written.replace(replaced, replaced.isEmpty() ? "" : by))
          .orThrow();
    }
  }

  private static Tally tally(
      Policy policy, Function<Random, Book> maker, long seed, int books, List<String> drawn) {
    Program program = policy.program();
    ParamValues params = ParamValues.written(program);
    Tally tally = new Tally();
    try (TruffleEvaluator truffle = TruffleEvaluator.create()) {
      WaterfallRunner plain = WaterfallRunner.plain(program, params);
      WaterfallRunner kept = WaterfallRunner.keeping(program, params, new ReferenceEvaluator());
      WaterfallRunner fast = WaterfallRunner.keeping(program, params, truffle);
      for (int i = 0; i < books; i++) {
        Random random = new Random(seed * 1_000_003 + i);
        Book book = maker.apply(random);
        Snapshot snapshot = book.load(policy);
        Sweeps sweeps = plain.run(snapshot);
        String text = Told.of(sweeps);
        assertEquals(text, Told.of(kept.run(snapshot)), "kept, book " + i);
        if (i % 20 == 0) {
          assertEquals(text, Told.of(fast.run(snapshot)), "on the engine, book " + i);
        }
        Snapshot shuffled = book.shuffled(random).load(policy);
        assertEquals(text, Told.of(kept.run(shuffled)), "in another order, book " + i);
        conserved(program, sweeps);
        sweeps.sweeps().forEach(sweep -> inOrder(sweep));
        sweeps.ledger().forEach(line -> withinHalf(line, drawn));
        sweeps.sweeps().forEach(RandomBooksTest::covered);
        tally.add(sweeps);
      }
    }
    return tally;
  }

  /** Holdings less obligations, over all rows, by unit and market. */
  private static void conserved(Program program, Sweeps sweeps) {
    Map<String, Exact> before = totals(program, sweeps.before());
    Map<String, Exact> after = totals(program, sweeps.after());
    for (LedgerLine line : sweeps.ledger()) {
      if (line.event() instanceof Event.Set(Change change)
          && change.after() instanceof Exact now
          && change.before().orElse(Exact.ZERO) instanceof Exact was
          && change.input().equals("spent")) {
        before.merge("USD", now.minus(was), Exact::plus);
      }
    }
    assertEquals(before, after);
  }

  private static Map<String, Exact> totals(Program program, Snapshot snapshot) {
    Map<String, Exact> totals = new HashMap<>();
    for (Field field : program.system()) {
      Column column = snapshot.system(new InputRef(field.index(), field.name()));
      add(totals, field, "", column, 0);
    }
    for (Entity entity : program.entities()) {
      for (Field field : entity.fields()) {
        Column column = snapshot.column(entity.ref(), field.index(), 0);
        for (int row = 0; row < snapshot.rowCount(entity.ref()); row++) {
          String identity = snapshot.identity(entity.ref(), row);
          String market = identity.substring(identity.lastIndexOf('/') + 1);
          add(totals, field, market, column, row);
        }
      }
    }
    return totals;
  }

  private static void add(
      Map<String, Exact> totals, Field field, String market, Column column, int row) {
    if (field.bucket().isPresent()) {
      Exact value = (Exact) column.value(row);
      boolean usd = field.type().toString().contains("USD");
      boolean owes = field.bucket().get().owes();
      totals.merge(usd ? "USD" : market, owes ? value.negate() : value, Exact::plus);
    }
  }

  /** Served rows stand in one run of lines each, their steps in the order of the policy. */
  private static void inOrder(Sweep sweep) {
    List<String> steps = sweep.waterfall().steps().stream().map(step -> step.name()).toList();
    List<String> served = new ArrayList<>();
    int last = -1;
    for (LedgerLine line : sweep.ledger()) {
      if (served.isEmpty() || !served.getLast().equals(line.served())) {
        assertTrue(!served.contains(line.served()), "served once");
        served.add(line.served());
        last = -1;
      }
      int step = line.step().map(steps::indexOf).orElse(last);
      assertTrue(step >= last, "no step before an earlier one");
      last = step;
    }
  }

  /** No move takes more than half of a pool that is said to give at most so much. */
  private static void withinHalf(LedgerLine line, List<String> drawn) {
    if (line.event() instanceof Event.Flow(var kind, Exact amount, var type, Change from, Change to)
        && kind == Event.Kind.MOVE
        && drawn.contains(from.input())) {
      Exact before = (Exact) from.before().orElseThrow();
      assertTrue(amount.times(Exact.of(2)).compareTo(before) <= 0, "within its cap");
    }
    if (line.event() instanceof Event.Flow flow) {
      assertTrue(flow.amount().signum() > 0);
      assertTrue(((Exact) flow.to().after()).signum() >= 0 || flow.to().input().equals("till"));
    }
  }

  private static void covered(Sweep sweep) {
    sweep
        .covered()
        .ifPresent(
            c -> assertEquals(c.loss(), c.absorbed().plus(c.remainder()), "all of the loss"));
    Optional<Exact> absorbed =
        sweep
            .covered()
            .map(
                c ->
                    sweep.steps().stream()
                        .map(step -> step.absorbed().orElseThrow())
                        .reduce(Exact.ZERO, Exact::plus));
    assertEquals(sweep.covered().map(c -> c.absorbed()), absorbed);
  }
}
