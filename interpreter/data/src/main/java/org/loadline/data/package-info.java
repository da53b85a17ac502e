/**
 * Snapshots as columns of unscaled integers, and the results and faults of a run.
 *
 * <p>Once loaded, a snapshot is complete, refers only to its own rows, and does not change.
 */
@NullMarked
package org.loadline.data;

import org.jspecify.annotations.NullMarked;
