package org.loadline.snapshot;

import java.util.Arrays;

/** Row numbers by the text of their key, found without making an object for each look. */
final class TextIndex {
  /** Stands for a row that there is not. */
  static final int NO_ROW = -1;

  private char[] texts = new char[1024];
  private int used;
  private int[] ends = new int[64];
  private int[] rows = new int[64];
  private int size;
  private int[] places = new int[128];

  TextIndex() {
    Arrays.fill(places, NO_ROW);
  }

  /** Keeps the first row that a text is given for. */
  void add(Slice text, int row) {
    int place = place(text);
    if (places[place] != NO_ROW) {
      return;
    }
    // Two thousand million characters of keys are more than the rows they could be of.
    int end = Math.addExact(used, text.length());
    if (end > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(end, grown(texts.length)));
    }
    System.arraycopy(text.chars(), text.start(), texts, used, text.length());
    used = end;
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, grown(size));
      rows = Arrays.copyOf(rows, grown(size));
    }
    ends[size] = end;
    rows[size] = row;
    places[place] = size++;
    if (size * 2L > places.length) {
      spread();
    }
  }

  /** For one column of one thread. */
  Look look() {
    return new Look(this);
  }

  /** Finds rows, and remembers the last: rows mostly come in the order of what they refer to. */
  static final class Look {
    private final TextIndex index;
    private int last;

    private Look(TextIndex index) {
      this.index = index;
    }

    /** The row of a text, or {@link #NO_ROW}. */
    int find(Slice text) {
      if (last < index.size && index.holds(last, text)) {
        return index.rows[last];
      }
      int entry = index.places[index.place(text)];
      if (entry == NO_ROW) {
        return NO_ROW;
      }
      last = entry;
      return index.rows[entry];
    }
  }

  private int place(Slice text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.at(i);
    }
    int place = spot(hash);
    while (places[place] != NO_ROW && !holds(places[place], text)) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private int spot(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (places.length - 1);
  }

  private boolean holds(int entry, Slice text) {
    int start = entry == 0 ? 0 : ends[entry - 1];
    int length = text.length();
    if (ends[entry] - start != length) {
      return false;
    }
    // Keys are short: a loop over them is faster than a comparison of arrays.
    for (int i = 0; i < length; i++) {
      if (texts[start + i] != text.at(i)) {
        return false;
      }
    }
    return true;
  }

  private void spread() {
    places = new int[places.length * 2];
    Arrays.fill(places, NO_ROW);
    for (int entry = 0; entry < size; entry++) {
      int start = entry == 0 ? 0 : ends[entry - 1];
      places[place(new Slice(texts, start, ends[entry] - start))] = entry;
    }
  }

  private static int grown(int length) {
    return length + (length >> 1);
  }
}
