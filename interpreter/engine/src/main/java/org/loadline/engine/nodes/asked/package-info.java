/** Formulas that the reference evaluator works out. */
@NullMarked
package org.loadline.engine.nodes.asked;

import org.jspecify.annotations.NullMarked;
