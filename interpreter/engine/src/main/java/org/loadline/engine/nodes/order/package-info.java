/** Elements in an order, and what is read of it. */
@NullMarked
package org.loadline.engine.nodes.order;

import org.jspecify.annotations.NullMarked;
