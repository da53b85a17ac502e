/** Puts what lowering took down into words: {@link org.loadline.engine.inspect}. */
@NullMarked
package org.loadline.engine.describe;

import org.jspecify.annotations.NullMarked;
