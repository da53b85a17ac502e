package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.Compared;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Slots;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int256;

/** Brings numbers to one scale, and decides widths. */
abstract class Scales {
  protected final Effort effort;
  protected final FrameLayout frame;
  private final Notes notes;

  Scales(Effort effort, FrameLayout frame, Notes notes) {
    this.effort = effort;
    this.frame = frame;
    this.notes = notes;
  }

  final Effort effort() {
    return effort;
  }

  final Notes notes() {
    return notes;
  }

  /** Numbers of one scale, or all exact. */
  record Agreed(List<NumberOp> numbers, boolean exact, int scale, Width width) {}

  final boolean exact(NumberOp... numbers) {
    boolean any = effort == Effort.EXACT;
    for (NumberOp op : numbers) {
      any |= op.form().isExact();
    }
    return any;
  }

  final Effort.Fit fit(Interval range, Width atLeast) {
    Effort.Fit fit = effort.join(Effort.of(atLeast)).fit(range);
    notes.result(range, fit);
    return new Effort.Fit(fit.width().join(atLeast), fit.checked(), fit.range());
  }

  /** Slots in which two of the agreed numbers can be compared. */
  final Compared order(Agreed agreed, int left, int right) {
    NumberForm a = agreed.numbers().get(left).form();
    NumberForm b = agreed.numbers().get(right).form();
    return new Compared(slots(agreed, left), slots(agreed, right), within256(a, b));
  }

  /** Whether products of a number and the other's divisor fit 256 bits. */
  static boolean within256(NumberForm a, NumberForm b) {
    return Width.QUAD.holds(a.number().times(b.divisor().orElse(Interval.ONE)))
        && Width.QUAD.holds(b.number().times(a.divisor().orElse(Interval.ONE)));
  }

  private Slots slots(Agreed agreed, int at) {
    NumberForm form = agreed.numbers().get(at).form();
    return frame.slots(agreed.width(), !agreed.exact() && form.isFraction(), form.isMarked());
  }

  /** Brings numbers to one scale; marks stay. If they do not fit one, all are exact. */
  final Agreed agree(List<NumberOp> numbers) {
    Agreed exact = new Agreed(numbers, true, 0, Width.EXACT);
    if (exact(numbers.toArray(NumberOp[]::new))) {
      return exact;
    }
    int scale = numbers.stream().mapToInt(n -> n.form().scale()).max().orElse(0);
    List<NumberOp> agreed = new ArrayList<>();
    Width width = Width.LONG;
    for (NumberOp op : numbers) {
      final Optional<NumberOp> rescaled = rescale(op, scale);
      if (rescaled.isEmpty()) {
        return exact;
      }
      agreed.add(rescaled.get());
      width = width.join(rescaled.get().form().width());
    }
    return new Agreed(agreed, false, scale, width);
  }

  /** A form for any of the agreed numbers. */
  final NumberForm joined(Agreed agreed) {
    boolean none = agreed.numbers().stream().anyMatch(n -> n.form().orNone());
    boolean unlimited = agreed.numbers().stream().anyMatch(n -> n.form().orUnlimited());
    if (agreed.exact()) {
      return NumberForm.EXACT.marked(none, unlimited);
    }
    Interval number = agreed.numbers().getFirst().form().number();
    Optional<Interval> divisor = Optional.empty();
    boolean fraction = agreed.numbers().stream().anyMatch(n -> n.form().isFraction());
    for (NumberOp op : agreed.numbers()) {
      number = number.join(op.form().number());
      if (fraction) {
        Interval own = op.form().divisor().orElse(Interval.ONE);
        divisor = Optional.of(divisor.map(own::join).orElse(own));
      }
    }
    return new NumberForm(agreed.width(), agreed.scale(), number, divisor, none, unlimited);
  }

  /** The same number at a scale that is not less than its own; empty if no width holds it. */
  final Optional<NumberOp> rescale(NumberOp op, int scale) {
    NumberForm from = op.form();
    int more = scale - from.scale();
    if (more == 0) {
      return Optional.of(op);
    }
    if (op instanceof NumberRead.Constant constant && !from.isFraction() && !from.isMarked()) {
      return constant(constant.value(), scale);
    }
    BigInteger factor = BigInteger.TEN.pow(more);
    if (from.number().equals(Interval.ZERO)) {
      factor = BigInteger.ONE;
    }
    Width least = from.width().join(Width.of(Interval.of(factor)));
    if (least == Width.EXACT) {
      return Optional.empty();
    }
    Effort.Fit fit = fit(from.number().times(Interval.of(factor)), least);
    NumberForm form =
        new NumberForm(
            fit.width(), scale, fit.range(), from.divisor(), from.orNone(), from.orUnlimited());
    return Optional.of(
        new Calculation.Rescale(form, frame.beside(form), fit.checked(), op, Int256.of(factor)));
  }

  /** A decimal at a scale that is enough for it; empty if no width holds it. */
  private Optional<NumberOp> constant(Exact value, int scale) {
    BigInteger number = value.times(Exact.ofUnscaled(BigInteger.ONE, -scale)).numerator();
    Interval range = Interval.of(number);
    Width width = Width.of(range);
    if (width == Width.EXACT) {
      return Optional.empty();
    }
    NumberForm form = NumberForm.decimal(width, scale, range);
    return Optional.of(
        new NumberRead.Constant(form, frame.beside(form), value, Int256.of(number), Int256.ONE));
  }
}
