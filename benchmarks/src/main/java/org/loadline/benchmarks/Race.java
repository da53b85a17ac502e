package org.loadline.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loadline.workload.Workload;

/**
 * Times the contenders of one size in turn: first each warms up, then in every round each gives one
 * sample, another one first each time. A sample repeats short runs and begins with an empty
 * nursery.
 */
final class Race {
  private static final long SAMPLE_NANOS = 20_000_000L;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int LEAST_WARM_UPS = 3;

  private final Workload workload;
  private final Published published;
  private final List<Contender> contenders;
  private final Object[] last;
  private final double[][] samples;

  Race(Workload workload, Published published, List<Contender> contenders, int rounds) {
    this.workload = workload;
    this.published = published;
    this.contenders = List.copyOf(contenders);
    this.last = new Object[contenders.size()];
    this.samples = new double[contenders.size()][rounds];
  }

  List<Measurement> measure() {
    for (int i = 0; i < contenders.size(); i++) {
      warmUp(i);
    }
    for (int round = 0; round < samples[0].length; round++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int contender = (turn + round) % contenders.size();
        samples[contender][round] = sample(contender);
      }
    }
    return measurements();
  }

  private void warmUp(int contender) {
    long start = System.nanoTime();
    int runs = 0;
    while (runs < LEAST_WARM_UPS || System.nanoTime() - start < WARM_UP_NANOS) {
      last[contender] = contenders.get(contender).run();
      runs++;
    }
  }

  /** {@return nanoseconds per position} */
  private double sample(int contender) {
    Contender running = contenders.get(contender);
    System.gc();
    long start = System.nanoTime();
    long runs = 0;
    long spent;
    do {
      last[contender] = running.run();
      runs++;
      spent = System.nanoTime() - start;
    } while (spent < SAMPLE_NANOS);
    return (double) spent / runs / workload.positions().size();
  }

  private List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    Answers first = contenders.getFirst().answers(last[0]);
    double against = median(samples[0]);
    for (int i = 0; i < contenders.size(); i++) {
      Answers answers = contenders.get(i).answers(last[i]);
      double median = median(samples[i]);
      measurements.add(
          new Measurement(
              workload.accounts(),
              workload.positions().size(),
              contenders.get(i).name(),
              contenders.get(i).engine(),
              median,
              Arrays.stream(samples[i]).min().orElseThrow(),
              Arrays.stream(samples[i]).max().orElseThrow(),
              median / against,
              published.agreesWith(answers),
              answers.otherStatuses(first),
              answers.otherHealths(first)));
    }
    return measurements;
  }

  private static double median(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
