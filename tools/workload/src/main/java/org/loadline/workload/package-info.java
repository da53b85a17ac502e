/**
 * Accounts, positions and collateral drawn from a seed, the same on every machine, so that a result
 * can be held against published answers to the last digit.
 *
 * <p>Everything is an integer with the number of places that its type states; nothing is rounded on
 * the way to a file.
 */
@NullMarked
package org.loadline.workload;

import org.jspecify.annotations.NullMarked;
