package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.nodes.Failure;
import org.loadline.values.Exact;

/** What values stood at before each element of an order, by the places of the elements. */
final class Trail {
  private final int[] strides;
  private final long[][] words;
  private final @Nullable Exact[][] exacts;
  private int size;
  private @Nullable Ranking of;
  private int version;
  private boolean failed;

  /**
   * @param strides how many words each value takes; 0 for exact fractions
   */
  Trail(int[] strides) {
    this.strides = strides;
    this.words = new long[strides.length][0];
    this.exacts = new Exact[strides.length][0];
  }

  /** Whether it is that of an order as it is now. */
  boolean isOf(Ranking ranking) {
    return of == ranking && version == ranking.version();
  }

  void begin(int count) {
    of = null;
    failed = false;
    if (count > size) {
      grow(count);
    }
  }

  @TruffleBoundary
  private void grow(int count) {
    size = Math.max(count, 2 * size);
    for (int value = 0; value < strides.length; value++) {
      words[value] = new long[size * (strides[value] + 1)];
      exacts[value] = new Exact[strides[value] == 0 ? size : 0];
    }
  }

  void isMadeOf(Ranking ranking) {
    of = ranking;
    version = ranking.version();
  }

  /** The order itself has failed. */
  void fail() {
    failed = true;
  }

  void check() {
    if (failed) {
      throw Failure.FAULT;
    }
  }

  /** The words of a value: those of the number, and behind them its mark. */
  long[] words(int value) {
    return words[value];
  }

  @Nullable Exact[] exacts(int value) {
    return exacts[value];
  }

  /** Where the words of a place begin. */
  int start(int value, int place) {
    return place * (strides[value] + 1);
  }
}
