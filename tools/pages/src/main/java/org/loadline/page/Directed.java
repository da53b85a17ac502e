package org.loadline.page;

import org.loadline.diff.Direction;
import org.loadline.page.kit.Mark;
import org.loadline.page.kit.Phrase;

/** Directions with their marks. */
final class Directed {
  private Directed() {}

  static Phrase of(Direction direction) {
    Mark mark =
        switch (direction) {
          case TIGHTENS -> Mark.TIGHTER;
          case LOOSENS -> Mark.LOOSER;
          case NEUTRAL -> Mark.NEITHER;
          case UNKNOWN -> Mark.EITHER;
        };
    return Phrase.of(mark, direction.word());
  }
}
