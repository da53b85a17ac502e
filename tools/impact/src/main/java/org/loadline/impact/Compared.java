package org.loadline.impact;

import org.loadline.diff.Difference;
import org.loadline.mandate.Guards;

/** Two policies that have been worked out. */
record Compared(Guards guards, OneRun before, OneRun after, Names names, Rows rows, Books books) {
  Difference difference() {
    return guards.difference();
  }
}
