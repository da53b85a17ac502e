package org.loadline.engine.load;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;
import org.loadline.data.Column;
import org.loadline.values.Exact;

/** When the points of a series were, as whole numbers of a fraction of a second; they rise. */
public final class SeriesTimes {
  private final int scale;
  private final long[] times;

  private SeriesTimes(int scale, long[] times) {
    this.scale = scale;
    this.times = times;
  }

  /** Of a column of moments, which fit 64 bits: see the times that a snapshot takes. */
  static SeriesTimes of(Column column) {
    return switch (column) {
      case Column.Narrow(int scale, long[] unscaled, var marks) -> new SeriesTimes(scale, unscaled);
      case Column other -> throw new IllegalStateException("times that do not fit: " + other);
    };
  }

  public long at(int row) {
    return times[row];
  }

  /** The least time that is not before a moment; beyond 64 bits, the end of them. */
  @TruffleBoundary
  public long notBefore(Exact moment) {
    BigInteger[] parts = divided(moment);
    return narrowed(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]);
  }

  /** The greatest time that is not after a moment; beyond 64 bits, the end of them. */
  @TruffleBoundary
  public long notAfter(Exact moment) {
    BigInteger[] parts = divided(moment);
    return narrowed(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  private BigInteger[] divided(Exact moment) {
    return moment
        .numerator()
        .multiply(BigInteger.TEN.pow(scale))
        .divideAndRemainder(moment.denominator());
  }

  private static long narrowed(BigInteger time) {
    if (time.bitLength() < Long.SIZE) {
      return time.longValue();
    }
    return time.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
