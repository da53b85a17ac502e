/** A snapshot that is kept while prices move: what one tick costs. */
@NullMarked
package org.loadline.benchmarks.ticks;

import org.jspecify.annotations.NullMarked;
