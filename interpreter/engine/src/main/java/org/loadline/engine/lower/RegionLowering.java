package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Makes the operations of lookups by region. */
final class RegionLowering {
  private RegionLowering() {}

  static PlaceOp region(Lowering lowering, Shape.Region region) {
    Arithmetic arithmetic = lowering.arithmetic();
    NumberOp key = arithmetic.plain(lowering.number(region.key()));
    NumberForm form = key.form();
    if (form.isExact() || !form.isFraction()) {
      return new PlaceFound.Region(key, region.points(), false);
    }
    int scale = Math.max(form.scale(), places(region.points()));
    // Points that the width does not hold would be compared with the wrong end of a fraction.
    Optional<NumberOp> scaled =
        arithmetic
            .rescale(key, scale)
            .filter(
                s ->
                    region.points().stream()
                        .allMatch(p -> s.form().width().holds(p.times(power(scale)).numerator())));
    return scaled
        .map(s -> new PlaceFound.Region(s, region.points(), false))
        .orElseGet(() -> new PlaceFound.Region(key, region.points(), true));
  }

  static PlaceOp place(Lowering lowering, Shape.Chosen chosen) {
    List<Integer> rows =
        chosen.values().stream()
            .map(v -> v.map(r -> ((RowNumber) r).index()).orElse(PlaceOp.NONE))
            .toList();
    return new PlaceFound.Chosen(lowering.index(chosen.place()), rows, chosen.own());
  }

  static NumberOp number(Lowering lowering, Shape.Chosen chosen) {
    List<Optional<Exact>> numbers =
        chosen.values().stream().map(v -> v.map(RegionLowering::number)).toList();
    return new NumberRead.Chosen(
        form(lowering.arithmetic().effort(), numbers.stream().flatMap(Optional::stream).toList()),
        lowering.index(chosen.place()),
        numbers,
        chosen.own());
  }

  private static Exact number(Value value) {
    return (Exact) value;
  }

  private static NumberForm form(Effort effort, List<Exact> numbers) {
    int scale = places(numbers);
    List<BigInteger> unscaled =
        numbers.stream().map(n -> n.times(power(scale)).numerator()).toList();
    Interval range =
        new Interval(
            unscaled.stream().reduce(BigInteger::min).orElse(BigInteger.ZERO),
            unscaled.stream().reduce(BigInteger::max).orElse(BigInteger.ZERO));
    Width width = Width.of(range);
    if (effort == Effort.EXACT || width == Width.EXACT) {
      return NumberForm.EXACT;
    }
    return NumberForm.decimal(width, scale, range);
  }

  private static int places(List<Exact> decimals) {
    return decimals.stream().mapToInt(d -> d.decimalPlaces().orElseThrow()).max().orElse(0);
  }

  private static Exact power(int places) {
    return Exact.ofUnscaled(BigInteger.ONE, -places);
  }
}
