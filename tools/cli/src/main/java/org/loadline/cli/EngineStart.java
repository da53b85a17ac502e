package org.loadline.cli;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;

/** An engine that starts on a thread of its own, while a policy is compiled and a snapshot read. */
final class EngineStart {
  private final FutureTask<Evaluator> starting;

  private EngineStart(FutureTask<Evaluator> starting) {
    this.starting = starting;
  }

  static EngineStart of(Engine engine, int threads) {
    var starting = new FutureTask<>(() -> engine.evaluator(Math.min(threads, Engine.MOST_THREADS)));
    Thread.ofPlatform().daemon().name("engine").start(starting);
    return new EngineStart(starting);
  }

  /** The engine, once it has started. */
  Evaluator evaluator() {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine did not start", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the engine had started", e);
    }
  }

  /** Whether an evaluator compiles what runs often. */
  static boolean isOptimising(Evaluator evaluator) {
    return evaluator instanceof TruffleEvaluator truffle && truffle.isOptimising();
  }

  /** Which engine runs, and why that one. */
  static String words(Evaluator evaluator) {
    String compiles = isOptimising(evaluator) ? "compiles what runs often" : "compiles nothing";
    Optional<String> why =
        Optional.ofNullable(System.getProperty("loadline.why"))
            .filter(reason -> evaluator instanceof TruffleEvaluator);
    return evaluator.name() + ": " + compiles + why.map(reason -> ", " + reason).orElse("");
  }
}
