/**
 * From text to the syntax tree.
 *
 * <p>A parse never throws for what the author wrote: it gives a tree, possibly partial, and
 * diagnostics.
 */
@NullMarked
package org.loadline.parser;

import org.jspecify.annotations.NullMarked;
