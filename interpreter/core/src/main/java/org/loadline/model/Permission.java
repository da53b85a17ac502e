package org.loadline.model;

import java.util.Optional;
import org.loadline.source.Span;

/**
 * A param or a column of a table that an envelope lets change, and how far.
 *
 * <p>{@code name} is that of the param, or of the column with its table: {@code tiers.rate}.
 */
public record Permission(
    String name, Type type, Optional<Bounds> within, ChangeRule change, Span span) {}
