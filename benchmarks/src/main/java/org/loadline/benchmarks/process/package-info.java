/** Whole commands, timed from nothing to their end as a user waits for them. */
@NullMarked
package org.loadline.benchmarks.process;

import org.jspecify.annotations.NullMarked;
