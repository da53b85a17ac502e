/**
 * What the language {@code risk} shows to other languages: a policy that is called with a snapshot,
 * and results as plain objects.
 *
 * <p>Guarantees: numbers are whole and fit 64 bits, or they are texts with every digit; a fault is
 * an object with a {@code code} and a {@code message}, never an exception; objects are immutable.
 */
@NullMarked
package org.loadline.engine.guest;

import org.jspecify.annotations.NullMarked;
