/** Cells of columns, read and filled. */
@NullMarked
package org.loadline.engine.nodes.column;

import org.jspecify.annotations.NullMarked;
