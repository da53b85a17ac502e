/** Waterfalls on random books: both ways to run them, and what must hold whatever the book. */
@NullMarked
package org.loadline.sweeps;

import org.jspecify.annotations.NullMarked;
