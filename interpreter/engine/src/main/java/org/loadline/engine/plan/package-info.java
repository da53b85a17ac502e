/**
 * What is to be worked out, in which order, and in which numbers; nothing of it runs here.
 *
 * <p>Guarantees: only facts that an output needs are planned; facts, locals and arguments are
 * substituted into one graph of shared {@link org.loadline.engine.plan.Term terms}, so that equal
 * parts are one part; passes stand in an order in which each reads only columns that are filled;
 * the scale and the range of every number are known. What is gone: facts as such, frames, the
 * difference between a local and its formula.
 */
@NullMarked
package org.loadline.engine.plan;

import org.jspecify.annotations.NullMarked;
