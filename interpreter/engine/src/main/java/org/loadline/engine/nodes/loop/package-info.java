/** Aggregates: one loop over the same rows works out all that is asked of them. */
@NullMarked
package org.loadline.engine.nodes.loop;

import org.jspecify.annotations.NullMarked;
