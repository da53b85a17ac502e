/** Single operations on numbers of 128 bits, beside the JDK's, by JMH. */
@NullMarked
package org.loadline.benchmarks.arithmetic;

import org.jspecify.annotations.NullMarked;
