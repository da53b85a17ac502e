/** A waterfall over a book of which six in a hundred accounts are over the line. */
@NullMarked
package org.loadline.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
