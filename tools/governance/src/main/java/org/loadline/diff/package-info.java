/** What differs in meaning between two policies. */
@NullMarked
package org.loadline.diff;

import org.jspecify.annotations.NullMarked;
