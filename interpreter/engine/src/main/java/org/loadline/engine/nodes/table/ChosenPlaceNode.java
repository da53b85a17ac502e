package org.loadline.engine.nodes.table;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;

/** The row that constants name for a place; a failure where they name none. */
public final class ChosenPlaceNode extends IndexNode {
  @Child private IndexNode place;

  @CompilationFinal(dimensions = 1)
  private final int[] rows;

  private final boolean own;

  /**
   * @param rows {@link #NONE} where there is none
   */
  public ChosenPlaceNode(IndexNode place, int[] rows, boolean own) {
    this.place = place;
    this.rows = rows;
    this.own = own;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int row = rows[place.execute(frame)];
    if (rare(row < 0)) {
      throw Failure.of(own);
    }
    return row;
  }
}
