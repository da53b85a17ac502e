package org.loadline.benchmarks;

/**
 * What one contender did at one size.
 *
 * @param nanos median nanoseconds per position
 * @param fastest of all samples
 * @param slowest of all samples
 * @param ratio to the first contender's median
 * @param agrees whether every status, health and total is as published
 * @param otherStatuses accounts with another status than the first contender gave
 * @param otherHealths accounts with another health than the first contender gave
 */
record Measurement(
    int accounts,
    int positions,
    String contender,
    String engine,
    double nanos,
    double fastest,
    double slowest,
    double ratio,
    boolean agrees,
    int otherStatuses,
    int otherHealths) {}
