package org.loadline.engine.lower;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** Hands out the slots of a frame, and remembers which arrays and texts a pass wants in them. */
final class FrameLayout {
  private final FrameDescriptor.Builder builder = FrameDescriptor.newBuilder();
  private final Map<DataKey, Integer> arrays = new LinkedHashMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  int slot() {
    return builder.addSlots(1, FrameSlotKind.Static);
  }

  /** Slots for a number of a form. */
  NumberSlots slots(NumberForm form, boolean mark) {
    return slots(form.width(), form.isFraction(), mark);
  }

  NumberSlots slots(Width width, boolean divisor, boolean mark) {
    int number = words(width);
    return new NumberSlots(width, number, divisor ? words(width) : -1, mark ? slot() : -1);
  }

  /** Only what a node leaves beside its number. */
  NumberSlots beside(NumberForm form) {
    return new NumberSlots(
        form.width(),
        -1,
        form.isFraction() ? words(form.width()) : -1,
        form.isMarked() ? slot() : -1);
  }

  private int words(Width width) {
    return builder.addSlots(width == Width.QUAD ? 4 : 2, FrameSlotKind.Static);
  }

  /** The slot in which an array stands while the pass runs. */
  int array(DataKey key) {
    return arrays.computeIfAbsent(key, k -> slot());
  }

  /** The slot in which the place of a text stands while the pass runs. */
  int text(String text) {
    return texts.computeIfAbsent(text, t -> slot());
  }

  Map<DataKey, Integer> arrays() {
    return arrays;
  }

  Map<String, Integer> texts() {
    return texts;
  }

  FrameDescriptor descriptor() {
    return builder.build();
  }
}
