package org.loadline.benchmarks.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Times the contenders of a course in turn: first each warms up, then in every round each gives one
 * sample, another one first each time. A sample repeats short runs and begins with an empty
 * nursery.
 */
public final class Race<A> {
  private static final long SAMPLE_NANOS = 20_000_000L;

  /** A run is better than the best one when it takes a tenth less. */
  private static final int BETTER = 10;

  private static final int MOST_PERIODS = 10;

  private final Course<A> course;
  private final Pace pace;
  private final List<Contender<A>> contenders;
  private final List<Supplier<A>> last = new ArrayList<>();
  private final double[][] samples;

  private Race(Course<A> course, Pace pace) {
    this.course = course;
    this.pace = pace;
    this.contenders = course.contenders();
    this.samples = new double[contenders.size()][pace.rounds()];
  }

  /** {@return a line for each contender} */
  public static <A> List<Measurement> over(Course<A> course, Pace pace) {
    return new Race<>(course, pace).measure();
  }

  private List<Measurement> measure() {
    for (int i = 0; i < contenders.size(); i++) {
      Contender<A> contender = contenders.get(i);
      String does = contender.runsOnce() ? ": once " : ": warming up ";
      Progress.say(course.section() + ", " + course.size() + does + contender.name());
      if (contender.runsOnce()) {
        Arrays.fill(samples[i], once(contender));
      } else {
        last.add(warmedUp(contender));
      }
    }
    Progress.say(course.section() + ", " + course.size() + ": " + pace.rounds() + " rounds");
    for (int round = 0; round < pace.rounds(); round++) {
      for (int turn = 0; turn < contenders.size(); turn++) {
        int contender = (turn + round) % contenders.size();
        if (!contenders.get(contender).runsOnce()) {
          samples[contender][round] = sample(contender);
        }
      }
    }
    return measurements();
  }

  private Supplier<A> warmedUp(Contender<A> contender) {
    long start = System.nanoTime();
    long since = start;
    long best = Long.MAX_VALUE;
    Supplier<A> answers = contender.run();
    for (long now = System.nanoTime(); !isWarm(start, since, now); ) {
      answers = contender.run();
      long spent = System.nanoTime() - now;
      now += spent;
      if (spent < best - best / BETTER) {
        best = spent;
        since = now;
      }
    }
    return answers;
  }

  /** Compilers share the processors with others: it is warm when it has long stopped improving. */
  private boolean isWarm(long start, long since, long now) {
    long period = pace.warmUp().toNanos();
    return now - since >= period || now - start >= period * MOST_PERIODS;
  }

  /** {@return nanoseconds per unit} */
  private double once(Contender<A> contender) {
    System.gc();
    long start = System.nanoTime();
    last.add(contender.run());
    return (double) (System.nanoTime() - start) / course.units();
  }

  /** {@return nanoseconds per unit} */
  private double sample(int contender) {
    Contender<A> running = contenders.get(contender);
    System.gc();
    long start = System.nanoTime();
    long runs = 0;
    long spent;
    Supplier<A> answers;
    do {
      answers = running.run();
      runs++;
      spent = System.nanoTime() - start;
    } while (spent < SAMPLE_NANOS);
    last.set(contender, answers);
    return (double) spent / runs / course.units();
  }

  private List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    A first = last.getFirst().get();
    double against = Samples.of(samples[0]).median();
    for (int i = 0; i < contenders.size(); i++) {
      Verdict verdict = course.judge().apply(last.get(i).get(), first);
      Samples taken = Samples.of(samples[i]);
      measurements.add(
          new Measurement(
              course.section(),
              course.size(),
              contenders.get(i).name(),
              contenders.get(i).engine(),
              "ns/" + course.unit(),
              taken.median(),
              taken.least(),
              taken.greatest(),
              taken.median() / against,
              contenders.get(i).isExact(),
              verdict.right(),
              verdict.words()));
    }
    return measurements;
  }
}
