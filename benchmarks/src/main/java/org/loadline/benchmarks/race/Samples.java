package org.loadline.benchmarks.race;

import java.util.Arrays;

/** What was measured again and again. */
public record Samples(double median, double least, double greatest) {
  public static Samples of(double... taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Samples(median, sorted[0], sorted[sorted.length - 1]);
  }
}
