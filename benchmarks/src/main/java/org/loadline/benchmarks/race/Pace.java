package org.loadline.benchmarks.race;

import java.time.Duration;

/**
 * How much time a race takes.
 *
 * @param rounds samples of each contender
 * @param warmUp how long each runs without getting better before the first round
 */
public record Pace(int rounds, Duration warmUp) {}
