/**
 * From bound names to the typed core: names inside formulas, types, units, completeness, cycles.
 */
@NullMarked
package org.loadline.check;

import org.jspecify.annotations.NullMarked;
