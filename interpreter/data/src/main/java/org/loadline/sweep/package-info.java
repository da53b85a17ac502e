/**
 * What the waterfalls of a policy did: a ledger of every entry, totals of every step, what is left,
 * and the snapshot after.
 */
@NullMarked
package org.loadline.sweep;

import org.jspecify.annotations.NullMarked;
