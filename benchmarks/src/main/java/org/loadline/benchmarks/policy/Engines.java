package org.loadline.benchmarks.policy;

import java.util.List;
import java.util.function.Function;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.ReferenceEvaluator;

/** The evaluators that all races of a process share, as a host would. */
public final class Engines implements AutoCloseable {
  private final TruffleEvaluator one = TruffleEvaluator.create();
  private final TruffleEvaluator two = TruffleEvaluator.onThreads(2);

  /**
   * {@return what runs policies: {@code GraalVM CE} compiles them, {@code Interpreted} does not}
   */
  public String name() {
    return one.engineName();
  }

  public TruffleEvaluator oneThread() {
    return one;
  }

  /** {@return a policy on one thread} */
  public <A> Contender<A> single(LoadedPolicy policy, Function<Outputs, A> answers) {
    return policy.contender("Loadline, 1 thread", name(), one, answers);
  }

  /** {@return a policy on one thread and on two} */
  public <A> List<Contender<A>> both(LoadedPolicy policy, Function<Outputs, A> answers) {
    return List.of(
        single(policy, answers), policy.contender("Loadline, 2 threads", name(), two, answers));
  }

  /** {@return a policy as the reference evaluator works it out} */
  public <A> Contender<A> reference(LoadedPolicy policy, Function<Outputs, A> answers) {
    return policy.contender("Loadline, reference", Jvm.COMPILER, new ReferenceEvaluator(), answers);
  }

  @Override
  public void close() {
    one.close();
    two.close();
  }
}
