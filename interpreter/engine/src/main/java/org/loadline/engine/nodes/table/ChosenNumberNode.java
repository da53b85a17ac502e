package org.loadline.engine.nodes.table;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The constant number of a place; a failure where there is none. */
public final class ChosenNumberNode extends NumberNode {
  @Child private IndexNode place;

  @CompilationFinal(dimensions = 1)
  private final long[] low;

  @CompilationFinal(dimensions = 1)
  private final long[] high;

  @CompilationFinal(dimensions = 1)
  private final long[] third;

  @CompilationFinal(dimensions = 1)
  private final long[] fourth;

  @CompilationFinal(dimensions = 1)
  private final Exact[] exact;

  @CompilationFinal(dimensions = 1)
  private final boolean[] missing;

  private final boolean failing;
  private final boolean own;

  /**
   * @param form a decimal, or exact
   * @param own an {@code else} answers for a place without number
   */
  public ChosenNumberNode(
      NumberForm form, IndexNode place, List<Optional<Exact>> numbers, boolean own) {
    super(form, new NumberSlots(form.width(), -1, -1, -1));
    this.place = place;
    this.own = own;
    int count = numbers.size();
    this.low = new long[form.isExact() ? 0 : count];
    this.high = new long[form.width() == Width.LONG ? 0 : low.length];
    this.third = new long[form.width() == Width.QUAD ? count : 0];
    this.fourth = new long[third.length];
    this.exact = new Exact[form.isExact() ? count : 0];
    this.missing = new boolean[count];
    for (int i = 0; i < count; i++) {
      missing[i] = numbers.get(i).isEmpty();
      Exact number = numbers.get(i).orElse(Exact.ZERO);
      if (form.isExact()) {
        exact[i] = number;
        continue;
      }
      Int256 unscaled =
          Int256.of(number.times(Exact.ofUnscaled(BigInteger.ONE, -form.scale())).numerator());
      low[i] = unscaled.w0();
      if (high.length > 0) {
        high[i] = unscaled.w1();
      }
      if (third.length > 0) {
        third[i] = unscaled.w2();
        fourth[i] = unscaled.w3();
      }
    }
    this.failing = numbers.stream().anyMatch(Optional::isEmpty);
  }

  private int at(VirtualFrame frame) {
    int at = place.execute(frame);
    if (failing && rare(missing[at])) {
      throw Failure.of(own);
    }
    return at;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return low[at(frame)];
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    int at = at(frame);
    return new Int128(high[at], low[at]);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    int at = at(frame);
    return new Int256(fourth[at], third[at], high[at], low[at]);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact[at(frame)];
  }
}
