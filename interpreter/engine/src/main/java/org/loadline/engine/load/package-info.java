/**
 * A snapshot as arrays that nodes read, and the columns that passes fill.
 *
 * <p>Guarantees: an array is laid out as its {@link org.loadline.engine.load.ColumnForm} says; a
 * missing place is -1; texts are places in one dictionary of the snapshot; what was loaded from a
 * snapshot never changes and is shared by runs.
 */
@NullMarked
package org.loadline.engine.load;

import org.jspecify.annotations.NullMarked;
