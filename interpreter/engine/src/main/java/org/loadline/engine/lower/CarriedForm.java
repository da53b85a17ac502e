package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.Optional;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/**
 * How a number is carried from turn to turn, as far as is known. Its scale is the greatest of what
 * it may be; its range is tried: that of its start, one that leaves room, at last all that 64 bits
 * or the widest numbers hold, which is checked.
 *
 * @param atLeast the width of its start
 */
record CarriedForm(
    Room room, int scale, Interval range, Width atLeast, boolean orNone, boolean orUnlimited) {
  /** So many bits more than what is known of a number leave it room to settle in. */
  private static final int SPARE_BITS = 8;

  /** How much of the numbers around what is known of it are tried. */
  enum Room {
    NONE,
    SPARE,
    /** 64 bits, where as much as a turn adds fits them so many times. */
    SHORT,
    /** The widest numbers. */
    WHOLE,
    /** Fractions of any size. */
    EXACT
  }

  static CarriedForm of(NumberForm start, boolean orNone, boolean orUnlimited) {
    boolean exact = start.isExact() || start.isFraction();
    return new CarriedForm(
        exact ? Room.EXACT : Room.NONE,
        start.scale(),
        start.number(),
        start.width(),
        orNone,
        orUnlimited);
  }

  NumberForm form(Effort effort) {
    if (room == Room.EXACT || effort == Effort.EXACT) {
      return NumberForm.EXACT.marked(orNone, orUnlimited);
    }
    if (room == Room.SHORT) {
      return NumberForm.decimal(Width.LONG.join(atLeast), scale, Width.LONG.range())
          .marked(orNone, orUnlimited);
    }
    Effort able = effort.join(Effort.of(atLeast));
    if (room == Room.WHOLE) {
      Width widest = able.widest();
      return NumberForm.decimal(widest, scale, widest.range()).marked(orNone, orUnlimited);
    }
    Effort.Fit fit = able.fit(range);
    return NumberForm.decimal(fit.width().join(atLeast), scale, fit.range())
        .marked(orNone, orUnlimited);
  }

  /**
   * What it must be if a turn makes {@code next} of it; empty if it is that already.
   *
   * @param turns no less than how many there are
   */
  Optional<CarriedForm> after(NumberForm next, BigInteger turns, Effort effort) {
    if (room == Room.EXACT) {
      return Optional.empty();
    }
    if (next.isExact() || next.isFraction()) {
      return Optional.of(exact());
    }
    if (next.scale() > scale) {
      BigInteger factor = BigInteger.TEN.pow(next.scale() - scale);
      Interval scaled = range.times(Interval.of(factor));
      Width width = atLeast.join(Width.of(scaled));
      return Optional.of(
          width == Width.EXACT
              ? exact()
              : new CarriedForm(room, next.scale(), scaled, atLeast, orNone, orUnlimited));
    }
    if (room == Room.SHORT || room == Room.WHOLE) {
      return Optional.empty();
    }
    Interval then = next.number().times(Interval.of(BigInteger.TEN.pow(scale - next.scale())));
    if (range.contains(then)) {
      return Optional.empty();
    }
    Room more =
        room == Room.NONE ? Room.SPARE : isShort(then, turns, effort) ? Room.SHORT : Room.WHOLE;
    return Optional.of(
        new CarriedForm(more, scale, roomy(range.join(then)), atLeast, orNone, orUnlimited));
  }

  /** With more effort it is known that 64 bits were not enough. */
  private boolean isShort(Interval then, BigInteger turns, Effort effort) {
    Interval whole = range.join(then);
    BigInteger more =
        range.least().subtract(whole.least()).max(whole.most().subtract(range.most()));
    BigInteger all = more.multiply(turns);
    Interval grown = whole.plus(new Interval(all.negate(), all));
    return effort.compareTo(Effort.WIDE) <= 0 && atLeast == Width.LONG && Width.LONG.holds(grown);
  }

  CarriedForm exact() {
    return new CarriedForm(Room.EXACT, scale, range, atLeast, orNone, orUnlimited);
  }

  private static Interval roomy(Interval range) {
    return range.times(Interval.of(BigInteger.ONE.shiftLeft(SPARE_BITS))).widened();
  }
}
