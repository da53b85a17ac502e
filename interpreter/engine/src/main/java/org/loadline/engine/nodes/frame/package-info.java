/** Values that are worked out once and kept in the slots of a frame. */
@NullMarked
package org.loadline.engine.nodes.frame;

import org.jspecify.annotations.NullMarked;
