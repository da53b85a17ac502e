/**
 * Turns the terms of a pass into operations, for one effort.
 *
 * <p>Guarantees: whatever is read twice, or in a loop that it does not depend on, is worked out
 * once and kept in slots; all aggregates over the same rows stand in one loop; scale and width of
 * every number are decided here and never change.
 */
@NullMarked
package org.loadline.engine.lower;

import org.jspecify.annotations.NullMarked;
