/**
 * Texts, places in them, and what is said about a place.
 *
 * <p>This package lies beneath every other: it knows no syntax and no meaning. A {@link
 * org.loadline.source.Diagnostic} is data until a renderer at the edge turns it into text.
 */
@NullMarked
package org.loadline.source;

import org.jspecify.annotations.NullMarked;
