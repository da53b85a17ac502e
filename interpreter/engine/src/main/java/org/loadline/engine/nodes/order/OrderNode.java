package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.StatementNode;

/**
 * Puts the elements of a collection in order, for all who read it. The children of one row are put
 * in order once for all rows of the pass that follow one another and ask for them, what belongs to
 * no row once a run.
 */
public final class OrderNode extends StatementNode {
  @Child private StatementNode rows;
  @Child private @Nullable IndexNode owner;
  private final boolean once;
  private final int slot;

  /** Makes room for an order when a pass begins. */
  public static final class Room extends StatementNode {
    private final KeyForm[] forms;
    private final boolean stable;
    private final int slot;

    /**
     * @param stable whether what is equal by all keys stays as it was, instead of going by identity
     */
    public Room(KeyForm[] forms, boolean stable, int slot) {
      this.stable = stable;
      this.forms = forms;
      this.slot = slot;
    }

    @Override
    public void execute(VirtualFrame frame) {
      frame.setObjectStatic(slot, ranking());
    }

    @TruffleBoundary
    private Ranking ranking() {
      return new Ranking(forms, stable);
    }
  }

  /**
   * @param rows a loop whose body collects
   * @param owner whose children they are, if the order depends on nothing else
   * @param once whether the order depends on nothing at all
   * @param slot where the ranking stands as long as the pass runs
   */
  public OrderNode(StatementNode rows, @Nullable IndexNode owner, boolean once, int slot) {
    this.rows = rows;
    this.owner = owner;
    this.once = once;
    this.slot = slot;
  }

  @Override
  public void execute(VirtualFrame frame) {
    RunData data = (RunData) frame.getArguments()[0];
    if (once) {
      Object known = known(data);
      if (known != null) {
        frame.setObjectStatic(slot, known);
        return;
      }
    }
    Ranking ranking = CompilerDirectives.castExact(frame.getObjectStatic(slot), Ranking.class);
    int of = -1;
    if (owner != null) {
      try {
        of = owner.execute(frame);
      } catch (Failure failure) {
        of = -1;
      }
      if (of >= 0 && ranking.isOf(of)) {
        return;
      }
    }
    ranking.begin();
    try {
      rows.execute(frame);
      sort(ranking, data);
    } catch (Failure failure) {
      ranking.fail();
    }
    ranking.isMadeFor(of);
    if (once) {
      keep(data, ranking);
    }
  }

  @TruffleBoundary
  private static void sort(Ranking ranking, RunData data) {
    ranking.sort(data.loaded().texts());
  }

  @TruffleBoundary
  private @Nullable Object known(RunData data) {
    return data.kept(this);
  }

  @TruffleBoundary
  private void keep(RunData data, Ranking ranking) {
    data.keep(this, ranking);
  }
}
