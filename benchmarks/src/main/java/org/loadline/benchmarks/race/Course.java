package org.loadline.benchmarks.race;

import java.util.List;
import java.util.function.BiFunction;

/**
 * What is raced over: one policy on one snapshot.
 *
 * @param size how large the snapshot is, in words
 * @param unit what the clock's nanoseconds are divided by
 * @param units how many of them there are
 * @param contenders the first is what the others are held against
 * @param judge of answers, given those of the first contender
 */
public record Course<A>(
    String section,
    String size,
    String unit,
    long units,
    List<Contender<A>> contenders,
    BiFunction<A, A, Verdict> judge) {
  public Course {
    contenders = List.copyOf(contenders);
  }
}
