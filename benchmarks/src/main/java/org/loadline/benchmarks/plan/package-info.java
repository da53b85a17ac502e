/** Two versions of a policy, planned on the published workload. */
@NullMarked
package org.loadline.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
