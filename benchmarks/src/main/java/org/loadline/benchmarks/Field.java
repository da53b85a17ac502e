package org.loadline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.workload.Workload;

/** Who takes part, with the engines that all sizes share. */
final class Field implements AutoCloseable {
  /** Beyond this many accounts the reference evaluator would take most of the time. */
  private static final int MOST_FOR_REFERENCE = 1_000;

  private final Path policy;
  private final TruffleEvaluator one = TruffleEvaluator.create();
  private final TruffleEvaluator two = TruffleEvaluator.onThreads(2);

  Field(Path policy) {
    this.policy = policy;
  }

  /** {@return the contenders, each with its data; the first is what the others are held against} */
  List<Contender> of(Workload workload) throws IOException {
    LoadlinePolicy loadline = new LoadlinePolicy(policy, workload);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new ExactJava(workload));
    contenders.add(new DoubleJava(workload));
    contenders.add(new DecimalJava(workload));
    contenders.add(loadline.on(one, "Loadline, 1 thread", one.engineName()));
    contenders.add(loadline.on(two, "Loadline, 2 threads", two.engineName()));
    if (workload.accounts() <= MOST_FOR_REFERENCE) {
      contenders.add(loadline.on(new ReferenceEvaluator(), "Loadline, reference", Jvm.COMPILER));
    }
    return contenders;
  }

  @Override
  public void close() {
    one.close();
    two.close();
  }
}
