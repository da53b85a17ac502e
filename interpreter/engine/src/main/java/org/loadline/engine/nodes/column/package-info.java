/** Cells of columns and rows of tables. */
@NullMarked
package org.loadline.engine.nodes.column;

import org.jspecify.annotations.NullMarked;
