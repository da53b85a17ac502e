/**
 * Values and their arithmetic: what a policy computes with, and nothing about how it is written.
 *
 * <p>What this package guarantees:
 *
 * <ul>
 *   <li>Numbers are exact. Arithmetic on {@link org.loadline.values.Exact} never rounds; rounding
 *       happens only in {@link org.loadline.values.Rounding}, once, from the exact value.
 *   <li>{@link org.loadline.values.Functions} gives the 18-place decimal nearest to the true value,
 *       half even, for every argument.
 *   <li>No binary floating point, no clock, no locale and no default time zone takes part in any
 *       result, so the same operands give the same digits on every machine.
 *   <li>{@link org.loadline.values.Int128} holds the same arithmetic in fixed widths for the fast
 *       engine; where a result does not fit, it says so and never bends a digit.
 *   <li>Everything is immutable and safe to share between threads. No method takes or returns null.
 * </ul>
 */
@NullMarked
package org.loadline.values;

import org.jspecify.annotations.NullMarked;
