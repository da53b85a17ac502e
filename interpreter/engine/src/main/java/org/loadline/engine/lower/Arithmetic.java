package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;

/**
 * Makes the operations of arithmetic and decides their forms.
 *
 * <p>Decimals are brought to one scale where they must agree. A fraction's parts are decimals of
 * their own. What 256 bits can't hold, by its scale, is worked out as exact fractions.
 */
final class Arithmetic extends Scales {
  /** With so many places a number of 256 bits is still far from the most digits it may have. */
  private static final int MOST_PLACES = 400;

  Arithmetic(Effort effort, FrameLayout frame, Notes notes) {
    super(effort, frame, notes);
  }

  NumberOp constant(Exact value) {
    if (effort == Effort.EXACT) {
      return exactConstant(value);
    }
    OptionalInt places = value.decimalPlaces();
    BigInteger above = value.numerator();
    BigInteger below = value.denominator();
    if (places.isPresent()) {
      above = above.multiply(BigInteger.TEN.pow(places.getAsInt())).divide(below);
      below = BigInteger.ONE;
    }
    Width width = Width.of(Interval.of(above)).join(Width.of(Interval.of(below)));
    if (width == Width.EXACT) {
      return exactConstant(value);
    }
    NumberForm form =
        new NumberForm(
            width,
            places.orElse(0),
            Interval.of(above),
            places.isPresent() ? Optional.empty() : Optional.of(Interval.of(below)),
            false,
            false);
    return new NumberRead.Constant(
        form, frame.beside(form), value, Int256.of(above), Int256.of(below));
  }

  private NumberOp exactConstant(Exact value) {
    NumberForm form = NumberForm.EXACT;
    return new NumberRead.Constant(form, frame.beside(form), value, Int256.ZERO, Int256.ZERO);
  }

  /** No number: {@code none}, or else {@code unlimited}. */
  NumberOp mark(boolean none) {
    NumberForm form = NumberForm.decimal(Width.LONG, 0, Interval.ZERO).marked(none, !none);
    return new NumberRead.Constant(form, frame.beside(form), Exact.ZERO, Int256.ZERO, Int256.ONE);
  }

  /** A number that is there. */
  NumberOp plain(NumberOp op) {
    if (!op.form().isMarked()) {
      return op;
    }
    NumberForm form = op.form().marked(false, false);
    return new NumberChoice.Present(form, frame.beside(form), op);
  }

  NumberOp add(NumberOp left, NumberOp right) {
    return sum(plain(left), plain(right), false);
  }

  NumberOp subtract(NumberOp left, NumberOp right) {
    return sum(plain(left), plain(right), true);
  }

  private NumberOp sum(NumberOp left, NumberOp right, boolean minus) {
    if (left.form().isFraction() || right.form().isFraction()) {
      Optional<NumberOp> fraction = sumOfFractions(left, right, minus);
      if (fraction.isPresent()) {
        return fraction.get();
      }
    } else if (!exact(left, right)) {
      Agreed agreed = agree(List.of(left, right));
      if (!agreed.exact()) {
        NumberOp a = agreed.numbers().get(0);
        NumberOp b = agreed.numbers().get(1);
        Interval range =
            minus
                ? a.form().number().minus(b.form().number())
                : a.form().number().plus(b.form().number());
        Effort.Fit fit = fit(range, agreed.width());
        NumberForm form = NumberForm.decimal(fit.width(), agreed.scale(), fit.range());
        return minus
            ? new Calculation.Subtract(form, fit.checked(), a, b)
            : new Calculation.Add(form, fit.checked(), a, b);
      }
    }
    return minus
        ? new Calculation.Subtract(NumberForm.EXACT, false, left, right)
        : new Calculation.Add(NumberForm.EXACT, false, left, right);
  }

  NumberOp multiply(NumberOp left, NumberOp right) {
    NumberOp a = plain(left);
    NumberOp b = plain(right);
    if (exact(a, b)) {
      return new Calculation.Multiply(NumberForm.EXACT, false, a, b);
    }
    if (!a.form().isFraction() && !b.form().isFraction()) {
      return product(a, b);
    }
    Parts x = parts(a);
    Parts y = parts(b);
    return fraction(
            List.of(x, y),
            product(x.number(), y.number()),
            product(x.divisor(), y.divisor()),
            Calculation.Zero.NEVER)
        .orElseGet(() -> new Calculation.Multiply(NumberForm.EXACT, false, a, b));
  }

  /** The product of decimals. */
  private NumberOp product(NumberOp a, NumberOp b) {
    if (exact(a, b)) {
      return new Calculation.Multiply(NumberForm.EXACT, false, a, b);
    }
    int scale = a.form().scale() + b.form().scale();
    if (Math.abs(scale) > MOST_PLACES) {
      return new Calculation.Multiply(NumberForm.EXACT, false, a, b);
    }
    if (isPowerOfTen(b)) {
      return scaled(a, scale);
    }
    if (isPowerOfTen(a)) {
      return scaled(b, scale);
    }
    Interval range = a.form().number().times(b.form().number());
    Effort.Fit fit = fit(range, a.form().width().join(b.form().width()));
    return new Calculation.Multiply(
        NumberForm.decimal(fit.width(), scale, fit.range()), fit.checked(), a, b);
  }

  /**
   * A whole number of steps, known to be less than a step away from another number: that says more
   * of where it lies than how many and how large they may be.
   */
  NumberOp multiple(NumberOp count, NumberOp step, NumberOp near) {
    int scale = count.form().scale() + step.form().scale();
    boolean plain = !exact(count, step, near) && !step.form().isFraction();
    if (!plain || isPowerOfTen(count) || isPowerOfTen(step) || Math.abs(scale) > MOST_PLACES) {
      return multiply(count, step);
    }
    Interval around = near.form().number();
    Interval steps = step.form().number();
    BigInteger least = scaled(around.least(), near.form().scale(), scale, Rounding.FLOOR);
    BigInteger most = scaled(around.most(), near.form().scale(), scale, Rounding.CEIL);
    Interval range =
        new Interval(least.subtract(steps.most()), most.add(steps.most()))
            .within(count.form().number().times(steps));
    Effort.Fit fit = fit(range, count.form().width().join(step.form().width()));
    return new Calculation.Multiply(
        NumberForm.decimal(fit.width(), scale, fit.range()), fit.checked(), count, step);
  }

  /** A whole number at another scale, rounded down or up. */
  private static BigInteger scaled(BigInteger number, int from, int to, Rounding rounding) {
    return to >= from
        ? number.multiply(BigInteger.TEN.pow(to - from))
        : rounding.divide(number, BigInteger.TEN.pow(from - to));
  }

  private static boolean isPowerOfTen(NumberOp op) {
    return op instanceof NumberRead.Constant && op.form().number().equals(Interval.ONE);
  }

  /** The same whole number at another scale. */
  private static NumberOp scaled(NumberOp op, int scale) {
    return op.form().scale() == scale ? op : new Calculation.PowerOfTen(scale, op);
  }

  NumberOp magnitude(NumberOp operand, boolean absolute) {
    NumberOp a = plain(operand);
    if (exact(a)) {
      return new Calculation.Magnitude(
          NumberForm.EXACT, frame.beside(NumberForm.EXACT), absolute, false, a);
    }
    Interval number = a.form().number();
    Effort.Fit fit = fit(absolute ? number.abs() : number.negate(), a.form().width());
    NumberForm form =
        new NumberForm(
            fit.width(), a.form().scale(), fit.range(), a.form().divisor(), false, false);
    return new Calculation.Magnitude(form, frame.beside(form), absolute, fit.checked(), a);
  }

  NumberOp sign(NumberOp operand) {
    return new Calculation.Sign(plain(operand));
  }

  NumberOp divide(NumberOp left, NumberOp right, boolean own) {
    NumberOp a = plain(left);
    NumberOp b = plain(right);
    if (!exact(a, b)) {
      Parts x = parts(a);
      Parts y = parts(b);
      Optional<NumberOp> fraction =
          fraction(
              List.of(x, y),
              product(x.number(), y.divisor()),
              product(x.divisor(), y.number()),
              own ? Calculation.Zero.OWN_FAILURE : Calculation.Zero.FAULT);
      if (fraction.isPresent()) {
        return fraction.get();
      }
    }
    return new Calculation.DivideExact(own, a, b);
  }

  NumberOp remainder(NumberOp left, NumberOp right, boolean own) {
    NumberOp a = plain(left);
    NumberOp b = plain(right);
    if (!exact(a, b) && !a.form().isFraction() && !b.form().isFraction()) {
      Agreed agreed = agree(List.of(a, b));
      if (!agreed.exact()) {
        Interval number = agreed.numbers().get(0).form().number();
        Interval rest = number.remainder(agreed.numbers().get(1).form().number());
        NumberForm form = NumberForm.decimal(Width.of(rest), agreed.scale(), rest);
        return new Calculation.Remainder(
            form, own, agreed.numbers().get(0), agreed.numbers().get(1));
      }
    }
    return new Calculation.Remainder(NumberForm.EXACT, own, a, b);
  }

  NumberOp choose(boolean greatest, NumberOp left, NumberOp right) {
    NumberForm a = left.form();
    NumberForm b = right.form();
    Agreed agreed = agree(List.of(left, right));
    NumberForm joined =
        chosen(greatest, agreed)
            .marked(
                false,
                greatest ? a.orUnlimited() || b.orUnlimited() : a.orUnlimited() && b.orUnlimited());
    return new NumberChoice.Choose(
        joined,
        frame.slots(joined, joined.isMarked()),
        greatest,
        order(agreed, 0, 1),
        agreed.numbers().get(0),
        agreed.numbers().get(1));
  }

  /** Of plain decimals the range is known better than that they are one of the two. */
  private NumberForm chosen(boolean greatest, Agreed agreed) {
    NumberForm joined = joined(agreed);
    if (agreed.exact() || joined.isFraction() || joined.isMarked()) {
      return joined;
    }
    Interval left = agreed.numbers().get(0).form().number();
    Interval range = left.choose(greatest, agreed.numbers().get(1).form().number());
    return NumberForm.decimal(Width.of(range).meet(agreed.width()), agreed.scale(), range);
  }

  /** A number in slots, so that its parts can be read more than once. */
  record Parts(StatementOp store, NumberForm form, Slots slots, Arithmetic arithmetic) {
    NumberOp number() {
      // The divisor may be what makes it so wide.
      Width width = Width.of(form.number()).meet(form.width());
      NumberForm decimal = NumberForm.decimal(width, form.scale(), form.number());
      return new NumberRead.Slot(decimal, new Slots(width, slots.number(), -1, -1), false);
    }

    /** The divisor as a whole number; one for a decimal. */
    NumberOp divisor() {
      return form.divisor()
          .<NumberOp>map(
              d -> {
                Width width = Width.of(d).meet(form.width());
                return new NumberRead.DivisorSlot(NumberForm.decimal(width, 0, d), slots);
              })
          .orElseGet(() -> arithmetic.constant(Exact.ONE));
    }
  }

  Parts parts(NumberOp op) {
    Slots slots = frame.slots(op.form(), false);
    return new Parts(new StatementOp.StoreNumber(op, slots, false), op.form(), slots, this);
  }

  private Optional<NumberOp> sumOfFractions(NumberOp left, NumberOp right, boolean minus) {
    if (exact(left, right)) {
      return Optional.empty();
    }
    Parts x = parts(left);
    Parts y = parts(right);
    Optional<Interval> same = left.form().divisor().filter(Interval::isPoint);
    if (same.isPresent() && same.equals(right.form().divisor())) {
      return fraction(
          List.of(x, y), sum(x.number(), y.number(), minus), x.divisor(), Calculation.Zero.NEVER);
    }
    return fraction(
        List.of(x, y),
        sum(product(x.number(), y.divisor()), product(y.number(), x.divisor()), minus),
        product(x.divisor(), y.divisor()),
        Calculation.Zero.NEVER);
  }

  /** A fraction of decimals; empty if a part has become exact. */
  private Optional<NumberOp> fraction(
      List<Parts> operands, NumberOp number, NumberOp divisor, Calculation.Zero zero) {
    int scale = number.form().scale() - divisor.form().scale();
    if (exact(number, divisor) || Math.abs(scale) > MOST_PLACES) {
      return Optional.empty();
    }
    Interval above = number.form().number();
    Interval below = divisor.form().number();
    boolean negative = below.least().signum() < 0;
    boolean never = zero == Calculation.Zero.NEVER || below.least().signum() > 0;
    if (zero != Calculation.Zero.NEVER) {
      notes().way(never ? Note.Way.NEVER_ZERO : Note.Way.MAY_BE_ZERO);
    }
    Interval positive = new Interval(BigInteger.ONE, below.abs().most().max(BigInteger.ONE));
    Width width = number.form().width().join(divisor.form().width());
    // What leaves the width when its sign changes is worked out again.
    NumberForm form =
        new NumberForm(
            width,
            scale,
            negative ? above.join(above.negate()).within(width.range()) : above,
            Optional.of(below.isPoint() && !negative ? below : positive.within(width.range())),
            false,
            false);
    return Optional.of(
        new Calculation.Fraction(
            form,
            frame.slots(form, false),
            operands.stream().<StatementOp>map(Parts::store).toList(),
            number,
            divisor,
            never ? Calculation.Zero.NEVER : zero,
            negative));
  }
}
