package org.loadline.engine.nodes.table;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.List;
import java.util.OptionalInt;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/** The row with given keys, among the children of a row if there is a parent. */
public final class FindRowNode extends IndexNode {
  @Child private IndexNode parent;
  @Children private final ValueNode[] keys;
  private final boolean hasParent;
  private final EntityRef entity;
  private final List<Integer> fields;
  private final boolean own;

  /**
   * @param parent any place if {@code hasParent} is false
   */
  public FindRowNode(
      EntityRef entity,
      boolean hasParent,
      IndexNode parent,
      List<Integer> fields,
      ValueNode[] keys,
      boolean own) {
    this.entity = entity;
    this.hasParent = hasParent;
    this.parent = parent;
    this.fields = List.copyOf(fields);
    this.keys = keys;
    this.own = own;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame) {
    int of = parent.execute(frame);
    if (rare(hasParent && of < 0)) {
      throw Failure.of(own);
    }
    Value[] values = new Value[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = keys[i].execute(frame);
    }
    return find((RunData) frame.getArguments()[0], of, values);
  }

  @TruffleBoundary
  private int find(RunData data, int of, Value[] values) {
    OptionalInt row =
        data.loaded()
            .snapshot()
            .find(
                entity,
                hasParent ? OptionalInt.of(of) : OptionalInt.empty(),
                fields,
                List.of(values));
    if (rare(row.isEmpty())) {
      throw Failure.of(own);
    }
    return row.getAsInt();
  }
}
