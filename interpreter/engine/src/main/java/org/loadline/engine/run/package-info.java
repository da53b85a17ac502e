/**
 * Runs plans: passes in order, rows in chunks, rows that overflow again with more effort.
 *
 * <p>Guarantees: what comes out does not depend on the effort begun with, on the chunks or on the
 * number of threads. Every fault is worded by the reference evaluator.
 */
@NullMarked
package org.loadline.engine.run;

import org.jspecify.annotations.NullMarked;
