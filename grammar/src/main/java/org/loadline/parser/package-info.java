/**
 * Text to syntax: the lexer, the layout rule, the parser and the builders of the tree.
 *
 * <p>{@link org.loadline.parser.Parsing} is the way in. A text passes through {@code Spelling}
 * (tokens, with what other languages would write put right), {@code Layout} (which line breaks
 * count), the generated parser with {@code Recovery} and {@code SyntaxErrors}, and the builders.
 */
@NullMarked
package org.loadline.parser;

import org.jspecify.annotations.NullMarked;
