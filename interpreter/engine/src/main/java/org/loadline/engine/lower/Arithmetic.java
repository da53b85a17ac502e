package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.frame.DivisorSlotNode;
import org.loadline.engine.nodes.frame.NumberSlotNode;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.nodes.number.AddNode;
import org.loadline.engine.nodes.number.ChooseNode;
import org.loadline.engine.nodes.number.ConstantNumberNode;
import org.loadline.engine.nodes.number.DivideExactNode;
import org.loadline.engine.nodes.number.FractionNode;
import org.loadline.engine.nodes.number.FractionNode.Zero;
import org.loadline.engine.nodes.number.MagnitudeNode;
import org.loadline.engine.nodes.number.MultiplyNode;
import org.loadline.engine.nodes.number.PowerOfTenNode;
import org.loadline.engine.nodes.number.PresentNode;
import org.loadline.engine.nodes.number.RemainderNode;
import org.loadline.engine.nodes.number.SignNode;
import org.loadline.engine.nodes.number.SubtractNode;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;

/**
 * Makes the nodes of arithmetic and decides their forms.
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

  NumberNode constant(Exact value) {
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
    return new ConstantNumberNode(
        form, frame.beside(form), value, Int256.of(above), Int256.of(below));
  }

  private NumberNode exactConstant(Exact value) {
    NumberForm form = NumberForm.EXACT;
    return new ConstantNumberNode(form, frame.beside(form), value, Int256.ZERO, Int256.ZERO);
  }

  /** No number: {@code none}, or else {@code unlimited}. */
  NumberNode mark(boolean none) {
    NumberForm form = NumberForm.decimal(Width.LONG, 0, Interval.ZERO).marked(none, !none);
    return new ConstantNumberNode(form, frame.beside(form), Exact.ZERO, Int256.ZERO, Int256.ONE);
  }

  /** A number that is there. */
  NumberNode plain(NumberNode node) {
    if (!node.form().isMarked()) {
      return node;
    }
    return new PresentNode(node, frame.beside(node.form().marked(false, false)));
  }

  NumberNode add(NumberNode left, NumberNode right) {
    return sum(plain(left), plain(right), false);
  }

  NumberNode subtract(NumberNode left, NumberNode right) {
    return sum(plain(left), plain(right), true);
  }

  private NumberNode sum(NumberNode left, NumberNode right, boolean minus) {
    if (left.form().isFraction() || right.form().isFraction()) {
      Optional<NumberNode> fraction = sumOfFractions(left, right, minus);
      if (fraction.isPresent()) {
        return fraction.get();
      }
    } else if (!exact(left, right)) {
      Agreed agreed = agree(List.of(left, right));
      if (!agreed.exact()) {
        NumberNode a = agreed.nodes().get(0);
        NumberNode b = agreed.nodes().get(1);
        Interval range =
            minus
                ? a.form().number().minus(b.form().number())
                : a.form().number().plus(b.form().number());
        Effort.Fit fit = fit(range, agreed.width());
        NumberForm form = NumberForm.decimal(fit.width(), agreed.scale(), fit.range());
        return minus
            ? new SubtractNode(form, fit.checked(), a, b)
            : new AddNode(form, fit.checked(), a, b);
      }
    }
    return minus
        ? new SubtractNode(NumberForm.EXACT, false, left, right)
        : new AddNode(NumberForm.EXACT, false, left, right);
  }

  NumberNode multiply(NumberNode left, NumberNode right) {
    NumberNode a = plain(left);
    NumberNode b = plain(right);
    if (exact(a, b)) {
      return new MultiplyNode(NumberForm.EXACT, false, a, b);
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
            Zero.NEVER)
        .orElseGet(() -> new MultiplyNode(NumberForm.EXACT, false, a, b));
  }

  /** The product of decimals. */
  private NumberNode product(NumberNode a, NumberNode b) {
    if (exact(a, b)) {
      return new MultiplyNode(NumberForm.EXACT, false, a, b);
    }
    int scale = a.form().scale() + b.form().scale();
    if (Math.abs(scale) > MOST_PLACES) {
      return new MultiplyNode(NumberForm.EXACT, false, a, b);
    }
    if (isPowerOfTen(b)) {
      return scaled(a, scale);
    }
    if (isPowerOfTen(a)) {
      return scaled(b, scale);
    }
    Interval range = a.form().number().times(b.form().number());
    Effort.Fit fit = fit(range, a.form().width().join(b.form().width()));
    return new MultiplyNode(
        NumberForm.decimal(fit.width(), scale, fit.range()), fit.checked(), a, b);
  }

  /**
   * A whole number of steps, known to be less than a step away from another number: that says more
   * of where it lies than how many and how large they may be.
   */
  NumberNode multiple(NumberNode count, NumberNode step, NumberNode near) {
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
    return new MultiplyNode(
        NumberForm.decimal(fit.width(), scale, fit.range()), fit.checked(), count, step);
  }

  /** A whole number at another scale, rounded down or up. */
  private static BigInteger scaled(BigInteger number, int from, int to, Rounding rounding) {
    return to >= from
        ? number.multiply(BigInteger.TEN.pow(to - from))
        : rounding.divide(number, BigInteger.TEN.pow(from - to));
  }

  private static boolean isPowerOfTen(NumberNode node) {
    return node instanceof ConstantNumberNode && node.form().number().equals(Interval.ONE);
  }

  /** The same whole number at another scale. */
  private static NumberNode scaled(NumberNode node, int scale) {
    return node.form().scale() == scale ? node : new PowerOfTenNode(scale, node);
  }

  NumberNode magnitude(NumberNode operand, boolean absolute) {
    NumberNode a = plain(operand);
    if (exact(a)) {
      return new MagnitudeNode(
          NumberForm.EXACT, frame.beside(NumberForm.EXACT), absolute, false, a);
    }
    Interval number = a.form().number();
    Effort.Fit fit = fit(absolute ? number.abs() : number.negate(), a.form().width());
    NumberForm form =
        new NumberForm(
            fit.width(), a.form().scale(), fit.range(), a.form().divisor(), false, false);
    return new MagnitudeNode(form, frame.beside(form), absolute, fit.checked(), a);
  }

  NumberNode sign(NumberNode operand) {
    return new SignNode(plain(operand));
  }

  NumberNode divide(NumberNode left, NumberNode right, boolean own) {
    NumberNode a = plain(left);
    NumberNode b = plain(right);
    if (!exact(a, b)) {
      Parts x = parts(a);
      Parts y = parts(b);
      Optional<NumberNode> fraction =
          fraction(
              List.of(x, y),
              product(x.number(), y.divisor()),
              product(x.divisor(), y.number()),
              own ? Zero.OWN_FAILURE : Zero.FAULT);
      if (fraction.isPresent()) {
        return fraction.get();
      }
    }
    return new DivideExactNode(own, a, b);
  }

  NumberNode remainder(NumberNode left, NumberNode right, boolean own) {
    NumberNode a = plain(left);
    NumberNode b = plain(right);
    if (!exact(a, b) && !a.form().isFraction() && !b.form().isFraction()) {
      Agreed agreed = agree(List.of(a, b));
      if (!agreed.exact()) {
        Interval number = agreed.nodes().get(0).form().number();
        Interval rest = number.remainder(agreed.nodes().get(1).form().number());
        NumberForm form = NumberForm.decimal(Width.of(rest), agreed.scale(), rest);
        return new RemainderNode(form, own, agreed.nodes().get(0), agreed.nodes().get(1));
      }
    }
    return new RemainderNode(NumberForm.EXACT, own, a, b);
  }

  NumberNode choose(boolean greatest, NumberNode left, NumberNode right) {
    NumberForm a = left.form();
    NumberForm b = right.form();
    Agreed agreed = agree(List.of(left, right));
    NumberForm joined =
        chosen(greatest, agreed)
            .marked(
                false,
                greatest ? a.orUnlimited() || b.orUnlimited() : a.orUnlimited() && b.orUnlimited());
    return new ChooseNode(
        joined,
        frame.slots(joined, joined.isMarked()),
        greatest,
        order(agreed, 0, 1),
        agreed.nodes().get(0),
        agreed.nodes().get(1));
  }

  /** Of plain decimals the range is known better than that they are one of the two. */
  private NumberForm chosen(boolean greatest, Agreed agreed) {
    NumberForm joined = joined(agreed);
    if (agreed.exact() || joined.isFraction() || joined.isMarked()) {
      return joined;
    }
    Interval left = agreed.nodes().get(0).form().number();
    Interval range = left.choose(greatest, agreed.nodes().get(1).form().number());
    return NumberForm.decimal(Width.of(range).meet(agreed.width()), agreed.scale(), range);
  }

  /** A number in slots, so that its parts can be read more than once. */
  record Parts(StatementNode store, NumberForm form, NumberSlots slots, Arithmetic arithmetic) {
    NumberNode number() {
      // The divisor may be what makes it so wide.
      Width width = Width.of(form.number()).meet(form.width());
      NumberForm decimal = NumberForm.decimal(width, form.scale(), form.number());
      return new NumberSlotNode(decimal, new NumberSlots(width, slots.number(), -1, -1), false);
    }

    /** The divisor as a whole number; one for a decimal. */
    NumberNode divisor() {
      return form.divisor()
          .<NumberNode>map(
              d -> {
                Width width = Width.of(d).meet(form.width());
                return new DivisorSlotNode(NumberForm.decimal(width, 0, d), slots);
              })
          .orElseGet(() -> arithmetic.constant(Exact.ONE));
    }
  }

  Parts parts(NumberNode node) {
    NumberSlots slots = frame.slots(node.form(), false);
    return new Parts(new StoreNumberNode(node, slots, false), node.form(), slots, this);
  }

  private Optional<NumberNode> sumOfFractions(NumberNode left, NumberNode right, boolean minus) {
    if (exact(left, right)) {
      return Optional.empty();
    }
    Parts x = parts(left);
    Parts y = parts(right);
    Optional<Interval> same = left.form().divisor().filter(Interval::isPoint);
    if (same.isPresent() && same.equals(right.form().divisor())) {
      return fraction(List.of(x, y), sum(x.number(), y.number(), minus), x.divisor(), Zero.NEVER);
    }
    return fraction(
        List.of(x, y),
        sum(product(x.number(), y.divisor()), product(y.number(), x.divisor()), minus),
        product(x.divisor(), y.divisor()),
        Zero.NEVER);
  }

  /** A fraction of decimals; empty if a part has become exact. */
  private Optional<NumberNode> fraction(
      List<Parts> operands, NumberNode number, NumberNode divisor, Zero zero) {
    int scale = number.form().scale() - divisor.form().scale();
    if (exact(number, divisor) || Math.abs(scale) > MOST_PLACES) {
      return Optional.empty();
    }
    Interval above = number.form().number();
    Interval below = divisor.form().number();
    boolean negative = below.least().signum() < 0;
    boolean never = zero == Zero.NEVER || below.least().signum() > 0;
    if (zero != Zero.NEVER) {
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
        new FractionNode(
            form,
            frame.slots(form, false),
            operands.stream().map(Parts::store).toArray(StatementNode[]::new),
            number,
            divisor,
            never ? Zero.NEVER : zero,
            negative));
  }
}
