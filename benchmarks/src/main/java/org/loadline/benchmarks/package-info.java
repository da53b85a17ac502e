/**
 * What can be asked for on the command line, and how it is told. The contenders and their races are
 * in the packages below.
 */
@NullMarked
package org.loadline.benchmarks;

import org.jspecify.annotations.NullMarked;
