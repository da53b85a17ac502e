package org.loadline.impact;

/**
 * How many rows of an entity come out otherwise in anything that both policies report.
 *
 * <p>{@code faultsBefore} and {@code faultsAfter} are rows with a fault; a row that gets or loses a
 * fault counts as changed.
 */
public record RowCount(
    String entity, int rows, int unchanged, int changed, int faultsBefore, int faultsAfter) {}
