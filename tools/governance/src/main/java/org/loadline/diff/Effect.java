package org.loadline.diff;

import org.loadline.core.Output;

/**
 * Which way a change moves what the policy declares as a requirement or an allowance.
 *
 * <p>{@code reason} is one sentence without a full stop, in the words of the policy.
 */
public record Effect(Output output, Direction direction, String reason) {}
