/** Policies as an author writes them, with snapshots read from files, as contenders. */
@NullMarked
package org.loadline.benchmarks.policy;

import org.jspecify.annotations.NullMarked;
