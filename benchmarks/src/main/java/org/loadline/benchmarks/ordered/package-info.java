/** Work that goes over rows in an order: rankings, earlier rows, values that are carried on. */
@NullMarked
package org.loadline.benchmarks.ordered;

import org.jspecify.annotations.NullMarked;
