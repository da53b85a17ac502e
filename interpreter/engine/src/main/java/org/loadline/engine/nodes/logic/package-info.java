/** Conditions, decisions and {@code else}. */
@NullMarked
package org.loadline.engine.nodes.logic;

import org.jspecify.annotations.NullMarked;
