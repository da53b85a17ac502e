/**
 * From the bound form to the core form: types, units, scales and completeness.
 *
 * <p>What passes has a type, a unit and a scale in every expression, and no cycle.
 */
@NullMarked
package org.loadline.check;

import org.jspecify.annotations.NullMarked;
