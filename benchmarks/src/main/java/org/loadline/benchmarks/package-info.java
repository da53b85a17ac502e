/**
 * The published workload, timed: Loadline beside programs written by hand, in one process and in
 * turn, each answer held against the published one.
 */
@NullMarked
package org.loadline.benchmarks;

import org.jspecify.annotations.NullMarked;
