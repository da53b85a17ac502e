/** A lending pool's health factors, rounded at every step: amounts of 18 and 27 places. */
@NullMarked
package org.loadline.benchmarks.lending;

import org.jspecify.annotations.NullMarked;
