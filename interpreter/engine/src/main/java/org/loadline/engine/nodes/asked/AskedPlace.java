package org.loadline.engine.nodes.asked;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** The row, member, text or optional flag that an asked formula comes to. */
public final class AskedPlace extends IndexNode {
  @Child private AskedFormula formula;
  private final boolean optional;

  public AskedPlace(AskedFormula formula, boolean optional) {
    this.formula = formula;
    this.optional = optional;
  }

  @Override
  public boolean mayBeNone() {
    return optional;
  }

  @Override
  public int execute(VirtualFrame frame) {
    Value value = formula.execute(frame);
    return place((RunData) frame.getArguments()[0], value);
  }

  @TruffleBoundary
  private static int place(RunData data, Value value) {
    return switch (value) {
      case RowNumber(int row) -> row;
      case Member(int ordinal) -> ordinal;
      case Flag(boolean holds) -> holds ? 1 : 0;
      case Text(String text) -> data.loaded().texts().place(text);
      case None none -> NONE;
      case Exact number -> throw new IllegalStateException("not a place: " + number);
      case Unlimited unlimited -> throw new IllegalStateException("not a place: " + unlimited);
    };
  }
}
