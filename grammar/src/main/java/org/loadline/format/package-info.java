/**
 * Lays out the text of a file in the one style; text to text, by way of syntax and never of
 * meaning.
 *
 * <p>Where a line is broken inside a formula is the author's; the rest follows from rules. The
 * passes, in their order: {@code Spacing}, {@code Breaks}, {@code Indentation}, {@code Alignment}.
 */
@NullMarked
package org.loadline.format;

import org.jspecify.annotations.NullMarked;
