package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.StatementNode;

/**
 * Forgets slots at the end of a row. Compiled code would otherwise carry whatever a row left in the
 * frame into the next, which costs more than working the row out.
 */
public final class ClearNode extends StatementNode {
  @CompilationFinal(dimensions = 1)
  private final int[] ints;

  @CompilationFinal(dimensions = 1)
  private final int[] others;

  /**
   * @param ints slots that hold ints: whatever meets in a slot must be of one kind
   */
  public ClearNode(int[] ints, int[] others) {
    this.ints = ints;
    this.others = others;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (CompilerDirectives.inCompiledCode()) {
      clear(frame);
    }
  }

  @ExplodeLoop
  private void clear(VirtualFrame frame) {
    for (int slot : ints) {
      frame.setIntStatic(slot, 0);
    }
    for (int slot : others) {
      frame.clearStatic(slot);
    }
  }
}
