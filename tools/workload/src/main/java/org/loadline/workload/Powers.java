package org.loadline.workload;

/** Powers of ten that a {@code long} holds. */
final class Powers {
  private Powers() {}

  static long ofTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, 10L);
    }
    return power;
  }
}
