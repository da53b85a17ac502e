package org.loadline.reference;

import org.loadline.core.Program;
import org.loadline.core.Waterfall;

/**
 * What is known of a waterfall before it runs: what it reads and writes, what depends on that, and
 * the program that works out what it reads of all rows. One that is not the first finds states that
 * are not those of its rows.
 */
record SweepPlan(WaterfallReads reads, Dependencies dependencies, Program asked) {
  static SweepPlan of(Program program, Waterfall waterfall, boolean first) {
    WaterfallReads reads = new WaterfallReads(waterfall);
    Dependencies dependencies =
        new Dependencies(program, reads.written(), Line.of(waterfall), reads.formulas());
    Program asked =
        StartingFacts.of(program, reads.overAllRows(), dependencies.totals().keySet(), first);
    return new SweepPlan(reads, dependencies, asked);
  }
}
