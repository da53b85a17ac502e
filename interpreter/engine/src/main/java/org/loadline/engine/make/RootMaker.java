package org.loadline.engine.make;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import org.loadline.engine.code.PassCode;
import org.loadline.engine.nodes.ListedPassNode;
import org.loadline.engine.nodes.PassNode;

/** Makes the root of a pass. */
public final class RootMaker {
  private RootMaker() {}

  /** A root that takes a range of rows. */
  public static PassNode ofRange(TruffleLanguage<?> language, PassCode code) {
    return new PassNode(language, parts(code));
  }

  /** A root that takes a list of rows. */
  public static PassNode ofList(TruffleLanguage<?> language, PassCode code) {
    return new ListedPassNode(language, parts(code));
  }

  private static PassNode.Parts parts(PassCode code) {
    FrameDescriptor.Builder frame = FrameDescriptor.newBuilder();
    frame.addSlots(code.slots(), FrameSlotKind.Static);
    Maker maker = new Maker();
    return new PassNode.Parts(
        frame.build(),
        code.name(),
        code.rowSlot(),
        code.arrays(),
        code.texts(),
        maker.statements(code.before()),
        maker.statements(code.perRow()),
        maker.loops().totals(code.totals()),
        maker.statement(code.clear()));
  }
}
