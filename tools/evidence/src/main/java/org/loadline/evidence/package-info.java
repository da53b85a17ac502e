/** What was run and what came out, so that others can check it. */
@NullMarked
package org.loadline.evidence;

import org.jspecify.annotations.NullMarked;
