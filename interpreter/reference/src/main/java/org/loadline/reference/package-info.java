/**
 * The reference evaluator, derivations, tests and properties.
 *
 * <p>It follows the rules of the language one by one; where another engine differs, this one is
 * right.
 */
@NullMarked
package org.loadline.reference;

import org.jspecify.annotations.NullMarked;
