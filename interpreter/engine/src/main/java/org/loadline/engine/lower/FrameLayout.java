package org.loadline.engine.lower;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.frame.ClearNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** Hands out the slots of a frame, and remembers which arrays and texts a pass wants in them. */
final class FrameLayout {
  private final FrameDescriptor.Builder builder = FrameDescriptor.newBuilder();
  private final Map<DataKey, Integer> arrays = new LinkedHashMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Set<Integer> lasting = new HashSet<>();
  private final Set<Integer> ints = new HashSet<>();
  private final List<StatementNode> first = new ArrayList<>();
  private int size;

  /** A slot for an int: a place, a flag or a mark. */
  int slot() {
    int slot = add(1);
    ints.add(slot);
    return slot;
  }

  private int add(int slots) {
    int first = builder.addSlots(slots, FrameSlotKind.Static);
    size = first + slots;
    return first;
  }

  /** A slot that keeps what it holds from row to row. */
  int lasting() {
    int slot = add(1);
    lasting.add(slot);
    return slot;
  }

  /** Something to be done before all else when a pass begins. */
  void first(StatementNode statement) {
    first.add(statement);
  }

  List<StatementNode> first() {
    return first;
  }

  /** How many slots there are. */
  int size() {
    return size;
  }

  /** The slots handed out since there were {@code from}, but for lasting ones and some others. */
  int[] since(int from, Set<Integer> but) {
    return IntStream.range(from, size)
        .filter(s -> !but.contains(s) && !lasting.contains(s))
        .filter(s -> !arrays.containsValue(s) && !texts.containsValue(s))
        .toArray();
  }

  /** Forgets what stands in the slots handed out since there were {@code from}, but for some. */
  ClearNode forgetSince(int from, Set<Integer> but) {
    return forget(since(from, but));
  }

  /** Forgets what stands in some slots. */
  ClearNode forget(int[] slots) {
    return new ClearNode(
        IntStream.of(slots).filter(ints::contains).toArray(),
        IntStream.of(slots).filter(slot -> !ints.contains(slot)).toArray());
  }

  /** Says that slots for ints hold ints before anything is put there. */
  ClearNode begin() {
    return forget(ints.stream().mapToInt(slot -> slot).sorted().toArray());
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
    return add(width == Width.QUAD ? 4 : 2);
  }

  /** The slot in which an array stands while the pass runs. */
  int array(DataKey key) {
    return arrays.computeIfAbsent(key, k -> add(1));
  }

  /** The slot in which the place of a text stands while the pass runs. */
  int text(String text) {
    return texts.computeIfAbsent(text, t -> add(1));
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
