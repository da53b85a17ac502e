/**
 * What a pass does, operation by operation, with slots, scales and widths decided.
 *
 * <p>Guarantees: an operation is immutable, and whether it may fail or leave its width is known
 * from it alone. One that stands in two places is done twice. Nothing here can run: nodes are made
 * of operations one for one, and whoever only wants to know the plan makes none.
 */
@NullMarked
package org.loadline.engine.code;

import org.jspecify.annotations.NullMarked;
