package org.loadline.mandate;

import org.loadline.diff.Wording;
import org.loadline.source.Span;

/** Written text on one line. */
final class Lines {
  private Lines() {}

  static String of(Span span) {
    return new Wording(span).line();
  }
}
