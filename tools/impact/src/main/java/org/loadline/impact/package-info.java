/** What a change of policy does to the books it governs. */
@NullMarked
package org.loadline.impact;

import org.jspecify.annotations.NullMarked;
