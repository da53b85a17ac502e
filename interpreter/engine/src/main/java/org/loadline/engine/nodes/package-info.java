/**
 * The bases of all nodes: what a node gives, and how it fails. What a node is told when it is made
 * has been decided in {@link org.loadline.engine.code}.
 *
 * <p>Guarantees: a node's type, scale and width are fixed when it is made; nothing is rewritten or
 * specialised while it runs; nodes hold no state of a run, so threads and contexts share them. A
 * value that cannot be worked out leaves by {@link org.loadline.engine.nodes.Failure}, a number
 * that leaves its width by {@link org.loadline.engine.nodes.Overflow}; both are prepared beforehand
 * and carry nothing.
 */
@NullMarked
package org.loadline.engine.nodes;

import org.jspecify.annotations.NullMarked;
