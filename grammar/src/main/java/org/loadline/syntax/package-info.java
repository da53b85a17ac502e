/**
 * The syntax tree of a {@code .risk} file: what was written, as records.
 *
 * <p>Guarantees: every node has the span of its text; layout, comments and brackets that only group
 * are gone; numbers are exact. Names are not resolved and nothing has a type. Documentation
 * comments stand on the definitions they belong to.
 */
@NullMarked
package org.loadline.syntax;

import org.jspecify.annotations.NullMarked;
