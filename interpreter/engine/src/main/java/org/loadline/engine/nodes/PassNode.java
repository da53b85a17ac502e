package org.loadline.engine.nodes;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.WantedArrays;
import org.loadline.engine.nodes.loop.TotalsNode;

/**
 * The root of a pass: works out the rows of a range, and returns how many of them overflowed.
 *
 * <p>Called with the run's data, the first row, the row after the last, and a byte for each row
 * that is set where it overflows.
 */
public class PassNode extends RootNode {
  private final WantedArrays arrays;

  @CompilationFinal(dimensions = 1)
  private final Class<?>[] types;

  @CompilationFinal(dimensions = 1)
  private final int[] arraySlots;

  @CompilationFinal(dimensions = 1)
  private final String[] texts;

  @CompilationFinal(dimensions = 1)
  private final int[] textSlots;

  @Children private final StatementNode[] before;
  @Children private final StatementNode[] perRow;
  @Child private TotalsNode totals;
  @Child private StatementNode afterRow;
  protected final int rowSlot;
  private final String name;

  /**
   * What a root is made of.
   *
   * @param arrays the arrays to put into slots, each with its slot
   * @param texts the same of texts
   * @param before what does not depend on the row
   * @param totals added up over the rows
   * @param afterRow forgets what belongs to the row, however it ended
   */
  public record Parts(
      FrameDescriptor descriptor,
      String name,
      int rowSlot,
      SequencedMap<DataKey, Integer> arrays,
      SequencedMap<String, Integer> texts,
      StatementNode[] before,
      StatementNode[] perRow,
      TotalsNode totals,
      StatementNode afterRow) {}

  public PassNode(TruffleLanguage<?> language, Parts parts) {
    super(language, parts.descriptor());
    this.name = parts.name();
    this.rowSlot = parts.rowSlot();
    this.arrays = new WantedArrays(List.copyOf(parts.arrays().keySet()));
    this.types = parts.arrays().keySet().stream().map(DataKey::type).toArray(Class<?>[]::new);
    this.arraySlots = slots(parts.arrays());
    this.texts = parts.texts().keySet().toArray(String[]::new);
    this.textSlots = slots(parts.texts());
    this.before = parts.before();
    this.perRow = parts.perRow();
    this.totals = parts.totals();
    this.afterRow = parts.afterRow();
  }

  private static int[] slots(Map<?, Integer> slots) {
    return slots.values().stream().mapToInt(slot -> slot).toArray();
  }

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    Object[] arguments = frame.getArguments();
    RunData data = (RunData) arguments[0];
    int from = (int) arguments[1];
    int to = (int) arguments[2];
    byte[] overflowed = (byte[]) arguments[3];
    bind(frame, data);
    try {
      prepare(frame);
    } catch (Overflow overflow) {
      return flagAll(overflowed, from, to);
    }
    totals.start(frame);
    int flagged = 0;
    for (int row = from; Odds.mostly(row < to); row++) {
      frame.setIntStatic(rowSlot, row);
      try {
        workOut(frame);
      } catch (Overflow overflow) {
        overflowed[row] = 1;
        flagged++;
      }
      forget(frame);
    }
    totals.end(frame);
    LoopNode.reportLoopCount(this, to - from);
    return flagged;
  }

  protected static int flagAll(byte[] overflowed, int from, int to) {
    for (int row = from; row < to; row++) {
      overflowed[row] = 1;
    }
    return to - from;
  }

  @ExplodeLoop
  protected final void bind(VirtualFrame frame, RunData data) {
    Object[] bound = bound(data);
    for (int i = 0; i < types.length; i++) {
      // With its class known from here on, no use of it checks.
      frame.setObjectStatic(arraySlots[i], CompilerDirectives.castExact(bound[i], types[i]));
    }
    for (int i = 0; i < texts.length; i++) {
      frame.setIntStatic(textSlots[i], text(data, texts[i]));
    }
  }

  @TruffleBoundary
  private Object[] bound(RunData data) {
    return data.bound(arrays);
  }

  @TruffleBoundary
  private static int text(RunData data, String text) {
    return data.loaded().texts().place(text);
  }

  @ExplodeLoop
  protected final void prepare(VirtualFrame frame) {
    for (StatementNode statement : before) {
      statement.execute(frame);
    }
  }

  @ExplodeLoop
  protected final void workOut(VirtualFrame frame) {
    for (StatementNode statement : perRow) {
      statement.execute(frame);
    }
    totals.execute(frame);
  }

  /** Forgets what belongs to the row, however it ended. */
  protected final void forget(VirtualFrame frame) {
    afterRow.execute(frame);
  }
}
