/** Contenders timed in one process and in turn, and their answers judged. */
@NullMarked
package org.loadline.benchmarks.race;

import org.jspecify.annotations.NullMarked;
