/**
 * A policy with all it imports, its declared names known and its vocabulary built.
 *
 * <p>Guarantees: every module is read once; entities, fields, units, choices, params and tables are
 * resolved to the forms of {@code org.loadline.model}; names are unique where they must be.
 * Formulas are still as written: names inside them are resolved by the next pass, because what a
 * name means there depends on types.
 *
 * <p>Start at {@link org.loadline.bound.PolicyReader}, which reads files ({@link
 * org.loadline.bound.ModuleLoader}) and binds them ({@link org.loadline.bound.Binding}). Decisions
 * that the text of a policy does not show:
 *
 * <ul>
 *   <li>Reports, tests and examples of a library are its own; its facts, properties and assumptions
 *       hold for the policy too.
 *   <li>An automatic plural belongs to the first reference to an entity; a second {@code of} must
 *       say one, a second input whose type is an entity has none unless it says one.
 *   <li>A bare number takes the unit of its place, except time: {@code 3} could be days.
 *   <li>A param is a decimal, because a run may set another: {@code 1 / 3} is written where it is
 *       used.
 *   <li>{@code from x} becomes an interval that ends where the next row begins, so the rows of a
 *       written table are always tried from the top.
 *   <li>What no row of a table takes is an error where all values of a key are known (members,
 *       flags, an order with bounds); texts and single numbers may be left out, and then a lookup
 *       fails.
 *   <li>Between neighbouring counts or dates there is nothing to take.
 * </ul>
 */
@NullMarked
package org.loadline.bound;

import org.jspecify.annotations.NullMarked;
