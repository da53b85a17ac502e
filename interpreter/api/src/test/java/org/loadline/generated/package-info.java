/**
 * Policies made from a seed, and what must hold of every one of them.
 *
 * <p>A {@link org.loadline.generated.PolicyMaker} writes a policy that compiles and snapshots for
 * it. The tests run both evaluators on them, inline every fact, shuffle the rows, tear the texts
 * apart, hand states from run to run, refine, and keep the books of waterfalls. What the generator
 * knows of a formula is only what keeps it well typed: its unit, whether it is a fraction, whether
 * it may be missing, and how long its number may become.
 */
@NullMarked
package org.loadline.generated;

import org.jspecify.annotations.NullMarked;
