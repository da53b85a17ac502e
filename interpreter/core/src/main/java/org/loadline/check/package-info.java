/**
 * From bound names to the typed core: names inside formulas, types, units, completeness, cycles.
 *
 * <p>{@link org.loadline.check.Checking} is the way in. A definition is typed when it is first read
 * ({@code Definitions}, {@code Typing}), once for each list of argument types; so the typed facts
 * stand callee first, and a definition read while it is typed is a cycle. Formulas are typed by
 * family: what a name or path stands for ({@code Names}, {@code Parts}, {@code Calls}, {@code
 * Lookups}), arithmetic and comparison, rounding, {@code else}, decisions, aggregates.
 *
 * <p>A {@code Scope} holds what may be named at a place and what tests have shown there; {@code
 * Paths} knows which rows are one. Prose stands in the enums whose names end in {@code Problem}:
 * R2500 names in formulas, R2900 what is unused, R3100 types, R3200 units, R3300 {@code else},
 * {@code none} and {@code unlimited}, R3500 suppositions and searches, R4500 decisions.
 */
@NullMarked
package org.loadline.check;

import org.jspecify.annotations.NullMarked;
