/** Parameter snapshots of protocols. */
@NullMarked
package org.loadline.parameters;

import org.jspecify.annotations.NullMarked;
