package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** Hands out the slots of a frame, and remembers which arrays and texts a pass wants in them. */
final class FrameLayout {
  private final SequencedMap<DataKey, Integer> arrays = new LinkedHashMap<>();
  private final SequencedMap<String, Integer> texts = new LinkedHashMap<>();
  private final Set<Integer> lasting = new HashSet<>();
  private final Set<Integer> ints = new HashSet<>();
  private final List<StatementOp> first = new ArrayList<>();
  private int size;

  /** A slot for an int: a place, a flag or a mark. */
  int slot() {
    int slot = add(1);
    ints.add(slot);
    return slot;
  }

  private int add(int slots) {
    int first = size;
    size += slots;
    return first;
  }

  /** A slot that keeps what it holds from row to row. */
  int lasting() {
    int slot = add(1);
    lasting.add(slot);
    return slot;
  }

  /** Something to be done before all else when a pass begins. */
  void first(StatementOp statement) {
    first.add(statement);
  }

  List<StatementOp> first() {
    return first;
  }

  /** How many slots there are. */
  int size() {
    return size;
  }

  /** The slots handed out since there were {@code from}, but for lasting ones and some others. */
  List<Integer> since(int from, Set<Integer> but) {
    return IntStream.range(from, size)
        .filter(s -> !but.contains(s) && !lasting.contains(s))
        .filter(s -> !arrays.containsValue(s) && !texts.containsValue(s))
        .boxed()
        .toList();
  }

  /** Forgets what stands in the slots handed out since there were {@code from}, but for some. */
  StatementOp.Clear forgetSince(int from, Set<Integer> but) {
    return forget(since(from, but));
  }

  /** Forgets what stands in some slots. */
  StatementOp.Clear forget(List<Integer> slots) {
    return new StatementOp.Clear(
        slots.stream().filter(ints::contains).toList(),
        slots.stream().filter(slot -> !ints.contains(slot)).toList());
  }

  /** Says that slots for ints hold ints before anything is put there. */
  StatementOp.Clear begin() {
    return forget(ints.stream().sorted().toList());
  }

  /** Slots for a number of a form. */
  Slots slots(NumberForm form, boolean mark) {
    return slots(form.width(), form.isFraction(), mark);
  }

  Slots slots(Width width, boolean divisor, boolean mark) {
    int number = words(width);
    return new Slots(width, number, divisor ? words(width) : -1, mark ? slot() : -1);
  }

  /** Only what an operation leaves beside its number. */
  Slots beside(NumberForm form) {
    return new Slots(
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

  SequencedMap<DataKey, Integer> arrays() {
    return arrays;
  }

  SequencedMap<String, Integer> texts() {
    return texts;
  }
}
