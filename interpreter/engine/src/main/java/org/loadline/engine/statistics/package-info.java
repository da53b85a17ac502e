/** What a run took, for those who measure: plain records that hold nothing of the run itself. */
@NullMarked
package org.loadline.engine.statistics;

import org.jspecify.annotations.NullMarked;
