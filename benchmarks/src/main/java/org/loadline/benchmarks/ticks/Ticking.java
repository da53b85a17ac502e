package org.loadline.benchmarks.ticks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.loadline.api.LiveBook;
import org.loadline.api.Policy;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Verdict;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.workload.Market;

/**
 * Each run moves the mark of one market, another one each time, and works out what depends on it.
 *
 * @param <A> answers that are compared with those of a run from scratch on the moved marks
 */
final class Ticking<A> implements Contender<Verdict> {
  private final Policy policy;
  private final TruffleEvaluator engine;
  private final LiveBook book;
  private final Function<Outputs, A> answers;
  private final List<BigDecimal> marks = new ArrayList<>();
  private long ticks;

  Ticking(
      LoadedPolicy loaded,
      List<Market> markets,
      TruffleEvaluator engine,
      Function<Outputs, A> answers) {
    this.policy = Policy.of(loaded.program()).on(engine);
    this.engine = engine;
    this.book = policy.open(loaded.snapshot());
    this.answers = answers;
    for (Market market : markets) {
      marks.add(BigDecimal.valueOf(market.mark(), market.pricePlaces()));
    }
  }

  @Override
  public String name() {
    return "Loadline, 1 of " + marks.size() + " marks moved";
  }

  @Override
  public String engine() {
    return engine.engineName();
  }

  @Override
  public Supplier<Verdict> run() {
    int market = (int) (ticks % marks.size());
    // Up by the smallest part of the price in one pass over the markets, and down in the next.
    BigDecimal mark = marks.get(market);
    boolean up = ticks / marks.size() % 2 == 0;
    book.set("market", Integer.toString(market), "mark", up ? mark.add(mark.ulp()) : mark);
    ticks++;
    if (book.evaluate().isEmpty()) {
      throw new IllegalStateException("A tick of market " + market + " changed nothing.");
    }
    return this::verdict;
  }

  private Verdict verdict() {
    A kept = answers.apply(new Outputs(book.results().columns()));
    A anew = answers.apply(new Outputs(policy.evaluate(book.snapshot()).columns()));
    return kept.equals(anew)
        ? Verdict.RIGHT
        : Verdict.wrong("a run from scratch gives other results");
  }
}
