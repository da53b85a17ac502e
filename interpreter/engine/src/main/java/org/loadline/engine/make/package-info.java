/**
 * Makes nodes of operations, one for one; nothing is decided here.
 *
 * <p>Guarantees: this is the only place where nodes are made, so whoever does not come here loads
 * none of them.
 */
@NullMarked
package org.loadline.engine.make;

import org.jspecify.annotations.NullMarked;
