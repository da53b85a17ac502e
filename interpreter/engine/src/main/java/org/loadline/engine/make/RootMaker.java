package org.loadline.engine.make;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.List;
import org.loadline.engine.code.PassCode;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.nodes.ListedPassNode;
import org.loadline.engine.nodes.PassNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.loop.TotalsNode;

/** Makes the root of a pass. */
public final class RootMaker {
  private RootMaker() {}

  /** A root that takes a range of rows. */
  public static PassNode ofRange(TruffleLanguage<?> language, PassCode code) {
    return root(language, code, PassNode::new);
  }

  /** A root that takes a list of rows. */
  public static PassNode ofList(TruffleLanguage<?> language, PassCode code) {
    return root(language, code, ListedPassNode::new);
  }

  private interface Root {
    PassNode make(
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
        StatementNode afterRow);
  }

  private static PassNode root(TruffleLanguage<?> language, PassCode code, Root root) {
    FrameDescriptor.Builder frame = FrameDescriptor.newBuilder();
    frame.addSlots(code.slots(), FrameSlotKind.Static);
    Maker maker = new Maker();
    return root.make(
        language,
        frame.build(),
        code.name(),
        code.rowSlot(),
        List.copyOf(code.arrays().keySet()),
        List.copyOf(code.arrays().values()),
        List.copyOf(code.texts().keySet()),
        List.copyOf(code.texts().values()),
        maker.statements(code.before()),
        maker.statements(code.perRow()),
        maker.loops().totals(code.totals()),
        maker.statement(code.clear()));
  }
}
