/**
 * The reference evaluator, derivations, tests and properties.
 *
 * <p>It follows the rules of the language one by one; where another engine differs, this one is
 * right. Start at {@link org.loadline.reference.ReferenceEvaluator} for results, at {@link
 * org.loadline.reference.Evaluation} for single values, at {@link
 * org.loadline.reference.Explanation} for how they came to be and at {@link
 * org.loadline.reference.PolicyTests} for what a policy says about itself.
 *
 * <p>Choices that the rules leave open, and that every engine shares:
 *
 * <ul>
 *   <li>A lookup works out its owner, then its keys, then reads the key columns of all rows of that
 *       owner; the first fault among them is its fault.
 *   <li>A rounding word works out its operand, the domain of a square root included, then its step.
 *   <li>An aggregate is held to the limit of digits as a whole, not sum by sum.
 *   <li>Nothing of a broken row may be read, its key and references included; its children may, and
 *       it is counted. A broken whole closes system inputs and facts of the whole, not functions.
 *   <li>Assumptions are judged by the inputs as they stand; one that reads an input without value
 *       is undecided.
 *   <li>Bounds speak of numbers: {@code none} and {@code unlimited} do not break them.
 * </ul>
 */
@NullMarked
package org.loadline.reference;

import org.jspecify.annotations.NullMarked;
