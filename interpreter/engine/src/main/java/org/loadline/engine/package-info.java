/**
 * The engine that plans a core program and runs it on Truffle.
 *
 * <p>Its results equal those of the reference evaluator to the digit.
 */
@NullMarked
package org.loadline.engine;

import org.jspecify.annotations.NullMarked;
