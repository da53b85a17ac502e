package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.table.ChosenNumberNode;
import org.loadline.engine.nodes.table.ChosenPlaceNode;
import org.loadline.engine.nodes.table.RegionNode;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Makes the nodes of lookups by region. */
final class RegionLowering {
  private RegionLowering() {}

  static IndexNode region(Lowering lowering, Shape.Region region) {
    Arithmetic arithmetic = lowering.arithmetic();
    NumberNode key = arithmetic.plain(lowering.number(region.key()));
    NumberForm form = key.form();
    if (form.isExact() || !form.isFraction()) {
      return new RegionNode(key, region.points(), false);
    }
    int scale = Math.max(form.scale(), places(region.points()));
    // Points that the width does not hold would be compared with the wrong end of a fraction.
    Optional<NumberNode> scaled =
        arithmetic
            .rescale(key, scale)
            .filter(
                s ->
                    region.points().stream()
                        .allMatch(p -> s.form().width().holds(p.times(power(scale)).numerator())));
    return scaled
        .map(s -> new RegionNode(s, region.points(), false))
        .orElseGet(() -> new RegionNode(key, region.points(), true));
  }

  static IndexNode place(Lowering lowering, Shape.Chosen chosen) {
    int[] rows =
        chosen.values().stream()
            .mapToInt(v -> v.map(r -> ((RowNumber) r).index()).orElse(IndexNode.NONE))
            .toArray();
    return new ChosenPlaceNode(lowering.index(chosen.place()), rows, chosen.own());
  }

  static NumberNode number(Lowering lowering, Shape.Chosen chosen) {
    List<Optional<Exact>> numbers =
        chosen.values().stream().map(v -> v.map(RegionLowering::number)).toList();
    return new ChosenNumberNode(
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
