/**
 * Two policies on the same books: what changes, for whom, by how much, and because of what.
 *
 * <p>{@link org.loadline.impact.Impact} is what is known in the end; reports and pages read it.
 */
@NullMarked
package org.loadline.impact;

import org.jspecify.annotations.NullMarked;
