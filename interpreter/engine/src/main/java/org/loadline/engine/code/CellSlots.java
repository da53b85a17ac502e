package org.loadline.engine.code;

/**
 * The slots of a frame in which the arrays of a column stand; -1 for those it does not have.
 *
 * @param step how far the lowest words of one row and the next stand apart
 * @param place where that of the first row stands
 */
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
    int divisorFourth,
    int step,
    int place) {
  /** Where the lowest word of a row's number stands. */
  public int low(int row) {
    return row * step + place;
  }
}
