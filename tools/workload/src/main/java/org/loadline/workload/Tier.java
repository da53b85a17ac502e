package org.loadline.workload;

/**
 * The margin that a market asks of a position from a notional on.
 *
 * @param lower the least notional it applies to, in whole USD
 * @param initialRate in units of 0.0001
 * @param maintenanceRate in units of 0.0001
 * @param initialDeduction what keeps the margin continuous, in units of 0.0001 USD
 * @param maintenanceDeduction the same for the maintenance margin
 */
public record Tier(
    long lower,
    long initialRate,
    long maintenanceRate,
    long initialDeduction,
    long maintenanceDeduction) {}
