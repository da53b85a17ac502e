package org.loadline.engine.nodes.column;

/** The slots of a frame in which the arrays of a column stand; -1 for those it does not have. */
public record CellSlots(
    int low,
    int high,
    int divisorLow,
    int divisorHigh,
    int exact,
    int marks,
    int places,
    int whole,
    int third,
    int fourth,
    int divisorThird,
    int divisorFourth) {}
