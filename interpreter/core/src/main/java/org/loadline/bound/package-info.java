/**
 * A policy with all it imports, its declared names known and its vocabulary built.
 *
 * <p>Guarantees: every module is read once; entities, fields, units, choices, params and tables are
 * resolved to the forms of {@code org.loadline.model}; names are unique where they must be.
 * Formulas are still as written: names inside them are resolved by the next pass, because what a
 * name means there depends on types.
 */
@NullMarked
package org.loadline.bound;

import org.jspecify.annotations.NullMarked;
