package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Mark;
import org.loadline.page.kit.Phrase;

/** Whether something stays inside what was approved, and what that is. */
record Finding(State state, Phrase what) {
  /** Where it stands. */
  enum State {
    INSIDE(Mark.GOOD, "inside"),
    OUTSIDE(Mark.BAD, "outside"),
    OPEN(Mark.OPEN, "not decided"),
    PASSED(Mark.GOOD, "passed"),
    FAILED(Mark.BAD, "failed");

    private final Mark mark;
    private final String word;

    State(Mark mark, String word) {
      this.mark = mark;
      this.word = word;
    }
  }

  /** What is outside or open, one by one; how much is inside in one line. */
  static List<Phrase> summary(List<Finding> all) {
    List<Phrase> lines = new ArrayList<>();
    all.stream().filter(f -> f.state == State.OUTSIDE).map(Finding::phrase).forEach(lines::add);
    all.stream().filter(f -> f.state == State.OPEN).map(Finding::phrase).forEach(lines::add);
    int inside = all.size() - lines.size();
    if (inside > 0) {
      String other = lines.isEmpty() ? "" : "other ";
      String values = Figure.count(inside, other + "value", other + "values");
      Phrase what = Phrase.of(values + " within the limits of the old policy");
      lines.add(new Finding(State.INSIDE, what).phrase());
    }
    return lines;
  }

  Phrase phrase() {
    return Phrase.of(state.mark, state.word).plain(": ").then(what);
  }
}
