package org.loadline.page;

import org.loadline.page.kit.Mark;
import org.loadline.page.kit.Phrase;

/** Whether something stays inside what was approved, and what that is. */
record Finding(State state, Phrase what) {
  /** Where it stands. */
  enum State {
    INSIDE(Mark.GOOD, "inside"),
    OUTSIDE(Mark.BAD, "outside"),
    OPEN(Mark.OPEN, "not decided");

    private final Mark mark;
    private final String word;

    State(Mark mark, String word) {
      this.mark = mark;
      this.word = word;
    }
  }

  Phrase phrase() {
    return Phrase.of(state.mark, state.word).plain(": ").then(what);
  }
}
