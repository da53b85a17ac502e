/** What governance may change: limits of params and columns, and envelopes. */
@NullMarked
package org.loadline.mandate;

import org.jspecify.annotations.NullMarked;
