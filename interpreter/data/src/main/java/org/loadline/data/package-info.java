/**
 * What a program is run on and what comes out: snapshots as columns, results, faults.
 *
 * <p>Guarantees of a {@link org.loadline.data.Snapshot}: rows of an entity stand in the order of
 * their identity whatever the order of input; children of one parent stand together; references are
 * row numbers; numbers are unscaled integers with one scale per column and lie on their declared
 * step. Nothing here reads a file.
 */
@NullMarked
package org.loadline.data;

import org.jspecify.annotations.NullMarked;
