/** The price at which accounts are liquidated, by a policy that searches for it. */
@NullMarked
package org.loadline.benchmarks.solve;

import org.jspecify.annotations.NullMarked;
