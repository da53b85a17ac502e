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
   * @param before what does not depend on the row
   * @param totals added up over the rows
   * @param afterRow forgets what belongs to the row, however it ended
   * @param arrays the arrays to put into slots, each with its slot
   */
  public PassNode(
      TruffleLanguage<?> language,
      FrameDescriptor descriptor,
      String name,
      int rowSlot,
      List<DataKey> arrays,
      List<Integer> arraySlots,
      List<String> texts,
      List<Integer> textSlots,
      StatementNode[] before,
      StatementNode[] perRow,
      TotalsNode totals,
      StatementNode afterRow) {
    super(language, descriptor);
    this.name = name;
    this.rowSlot = rowSlot;
    this.arrays = new WantedArrays(arrays);
    this.types = arrays.stream().map(DataKey::type).toArray(Class<?>[]::new);
    this.arraySlots = arraySlots.stream().mapToInt(i -> i).toArray();
    this.texts = texts.toArray(String[]::new);
    this.textSlots = textSlots.stream().mapToInt(i -> i).toArray();
    this.before = before;
    this.perRow = perRow;
    this.totals = totals;
    this.afterRow = afterRow;
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
