/**
 * What a run gave, for people: tables of rows, counts of outcomes, totals, faults.
 *
 * <p>Guarantees: what is printed depends on the results alone, in an order that follows from them.
 */
@NullMarked
package org.loadline.cli.report;

import org.jspecify.annotations.NullMarked;
