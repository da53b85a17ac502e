/** Rows found by key, and lookups in tables. */
@NullMarked
package org.loadline.engine.nodes.table;

import org.jspecify.annotations.NullMarked;
