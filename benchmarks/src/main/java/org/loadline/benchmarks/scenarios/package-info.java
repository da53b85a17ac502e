/** A portfolio margin over sixteen scenarios, by a policy and by hand. */
@NullMarked
package org.loadline.benchmarks.scenarios;

import org.jspecify.annotations.NullMarked;
