/** Arithmetic: each operation in the three widths, exact in all of them. */
@NullMarked
package org.loadline.engine.nodes.number;

import org.jspecify.annotations.NullMarked;
