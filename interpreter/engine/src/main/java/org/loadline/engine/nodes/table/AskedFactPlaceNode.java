package org.loadline.engine.nodes.table;

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

/** The place that a fact of a rare make is. */
public final class AskedFactPlaceNode extends IndexNode {
  @Child private AskedFact fact;

  public AskedFactPlaceNode(AskedFact fact) {
    this.fact = fact;
  }

  @Override
  public int execute(VirtualFrame frame) {
    return place((RunData) frame.getArguments()[0], fact.execute(frame));
  }

  @TruffleBoundary
  private static int place(RunData data, Value value) {
    return switch (value) {
      case None none -> NONE;
      case RowNumber(int row) -> row;
      case Member(int ordinal) -> ordinal;
      case Flag(boolean holds) -> holds ? 1 : 0;
      case Text(String text) -> data.loaded().texts().place(text);
      case Exact number -> throw new IllegalStateException("no place is " + number);
      case Unlimited unlimited -> throw new IllegalStateException("no place is unlimited");
    };
  }
}
