package org.loadline.impact;

import org.loadline.diff.Difference;

/** Two policies that have been worked out. */
record Compared(
    Difference difference, OneRun before, OneRun after, Names names, Rows rows, Books books) {}
