package org.loadline.engine.code;

/**
 * Where two numbers of one scale are put to be compared.
 *
 * @param within256 products of a number and the other's divisor are known to fit 256 bits
 */
public record Compared(Slots left, Slots right, boolean within256) {
  /** Whether one of them may be missing, which fails. */
  public boolean mayFail() {
    return left.mark() >= 0 || right.mark() >= 0;
  }
}
