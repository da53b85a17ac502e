/** A policy of sixty facts, and two policies in one process. */
@NullMarked
package org.loadline.benchmarks.large;

import org.jspecify.annotations.NullMarked;
