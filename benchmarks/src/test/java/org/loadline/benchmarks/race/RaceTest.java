package org.loadline.benchmarks.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RaceTest {
  /** Counts its runs and answers with a number. */
  private static final class Counting implements Contender<Integer> {
    private final int answer;
    private int runs;

    private Counting(int answer) {
      this.answer = answer;
    }

    @Override
    public String name() {
      return "answers " + answer;
    }

    @Override
    public String engine() {
      return "none";
    }

    @Override
    public Supplier<Integer> run() {
      runs++;
      return () -> answer;
    }
  }

  @Test
  void runsASlowContenderOnceAndJudgesItAsTheOthers() {
    Counting usual = new Counting(1);
    Counting slow = new Counting(1);
    Counting wrong = new Counting(2);
    Course<Integer> course =
        new Course<>(
            "none",
            "small",
            "run",
            1,
            List.of(usual, slow.once(), wrong.once()),
            (answer, first) ->
                answer.equals(first) ? Verdict.RIGHT : Verdict.wrong("not " + first));

    List<Measurement> lines = Race.over(course, new Pace(2, Duration.ofMillis(1)));

    assertTrue(usual.runs > 2, () -> "ran " + usual.runs + " times");
    assertEquals(1, slow.runs);
    assertEquals(1, wrong.runs);
    assertTrue(lines.get(1).median() > 0);
    assertEquals(List.of(true, true, false), lines.stream().map(Measurement::right).toList());
  }
}
