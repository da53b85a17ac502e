/** What a definition means, whatever its layout, comments, order and local names. */
@NullMarked
package org.loadline.meaning;

import org.jspecify.annotations.NullMarked;
