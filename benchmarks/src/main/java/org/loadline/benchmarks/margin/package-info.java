/** The published workload: who works it out, and what its answers must be. */
@NullMarked
package org.loadline.benchmarks.margin;

import org.jspecify.annotations.NullMarked;
