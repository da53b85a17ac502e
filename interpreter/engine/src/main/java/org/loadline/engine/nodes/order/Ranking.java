package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.loadline.engine.load.Texts;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;

/**
 * Elements with the values that they are ranked by, and then in their order; used again for one
 * owner after another. What is equal by all keys stands in the order of identity, or as it was.
 */
final class Ranking {
  private static final int NOBODY = -1;
  private static final int FEW = 8;

  /** So many are put in order by counting. */
  private static final int COUNTED = 16;

  @CompilationFinal(dimensions = 1)
  private final KeyForm[] forms;

  @CompilationFinal(dimensions = 1)
  private final int[] strides;

  /** One key, of 64 bits: what orders mostly have. */
  private final boolean plain;

  private final boolean falling;
  private final boolean stable;
  private final long[][] words;
  private final Exact[][] exacts;
  private int[] elements = new int[FEW];
  private int[] order = new int[FEW];
  private int[] spare = new int[FEW];
  private int[] ranks = new int[FEW];
  private int count;
  private int owner = NOBODY;
  private int version;
  private int last = NOBODY;
  private boolean rising;
  private boolean failed;

  /**
   * @param stable whether what is equal stays as it was taken in, instead of going by identity
   */
  Ranking(KeyForm[] forms, boolean stable) {
    this.stable = stable;
    this.forms = forms;
    this.strides = Arrays.stream(forms).mapToInt(KeyForm::words).toArray();
    this.plain = forms.length == 1 && forms[0].isPlain();
    this.falling = plain && forms[0].descending();
    this.words = new long[forms.length][];
    this.exacts = new Exact[forms.length][];
    for (int key = 0; key < forms.length; key++) {
      words[key] = new long[FEW * strides[key]];
      exacts[key] = new Exact[forms[key].width() == Width.EXACT ? FEW : 0];
    }
  }

  /** Whether it is what has been made for an owner. */
  boolean isOf(int row) {
    return owner == row;
  }

  void begin() {
    owner = NOBODY;
    version++;
    count = 0;
    last = NOBODY;
    rising = true;
    failed = false;
  }

  void isMadeFor(int row) {
    owner = row;
  }

  /** The filter or a key has failed for an element, which is the failure of the whole. */
  void fail() {
    failed = true;
  }

  /** How many elements there are. Fails if the order does. */
  int count() {
    if (failed) {
      throw Failure.FAULT;
    }
    return count;
  }

  /** Grows each time that elements are put in order. */
  int version() {
    return version;
  }

  /** Takes an element in, and says how many were taken before. */
  int add(int element) {
    if (count == elements.length) {
      grow();
    }
    rising &= last < element;
    last = element;
    elements[count] = element;
    return count++;
  }

  @TruffleBoundary
  private void grow() {
    int size = 2 * elements.length;
    elements = Arrays.copyOf(elements, size);
    order = new int[size];
    spare = new int[size];
    ranks = new int[size];
    for (int key = 0; key < forms.length; key++) {
      words[key] = Arrays.copyOf(words[key], size * strides[key]);
      if (exacts[key].length > 0) {
        exacts[key] = Arrays.copyOf(exacts[key], size);
      }
    }
  }

  /** The words of a key, for all elements. */
  long[] words(int key) {
    return words[key];
  }

  Exact[] exacts(int key) {
    return exacts[key];
  }

  /** The element at a place, from 0 on. */
  int at(int place) {
    return elements[order[place]];
  }

  /** The place of an element, from 0 on; -1 if it is not among them. */
  int rank(int element) {
    int at = rising ? search(element) : find(element);
    return at < 0 ? -1 : ranks[at];
  }

  /** Where an element of those that rise was taken in; below zero if it was not. */
  private int search(int element) {
    if (count == 0) {
      return -1;
    }
    int first = elements[0];
    if (elements[count - 1] - first == count - 1) {
      // Rows that follow one another, as all children of a row mostly do.
      return element - first < count ? element - first : -1;
    }
    return Arrays.binarySearch(elements, 0, count, element);
  }

  private int find(int element) {
    for (int i = 0; i < count; i++) {
      if (elements[i] == element) {
        return i;
      }
    }
    return -1;
  }

  /** Puts all elements in order. */
  @TruffleBoundary
  void sort(Texts texts) {
    boolean asTaken = stable || rising;
    if (forms.length == 0 && asTaken) {
      Arrays.setAll(order, i -> i);
    } else if (plain && asTaken) {
      for (int from = 0; from < count; from += COUNTED) {
        count(from, Math.min(count, from + COUNTED));
      }
      merge(COUNTED, texts);
    } else {
      for (int from = 0; from < count; from += FEW) {
        insert(from, Math.min(count, from + FEW), texts);
      }
      merge(FEW, texts);
    }
    for (int i = 0; i < count; i++) {
      ranks[order[i]] = i;
    }
  }

  /**
   * Puts a few elements in order by counting, for each, those that come before it. Each is compared
   * with each, but without a branch: half of those of an insertion would be mispredicted.
   */
  private void count(int from, int to) {
    long[] keys = words[0];
    long turned = falling ? -1 : 0;
    Arrays.fill(ranks, from, to, from);
    for (int i = from; i < to; i++) {
      long key = keys[i] ^ turned;
      int rank = ranks[i];
      for (int j = i + 1; j < to; j++) {
        // What is equal stays as it was.
        int before = below(keys[j] ^ turned, key);
        rank += before;
        ranks[j] += 1 - before;
      }
      order[rank] = i;
    }
  }

  /** 1 if a number is below another, else 0. */
  private static int below(long a, long b) {
    long difference = a - b;
    return (int) ((difference ^ ((a ^ b) & (difference ^ a))) >>> (Long.SIZE - 1));
  }

  private void insert(int from, int to, Texts texts) {
    for (int i = from; i < to; i++) {
      int at = i;
      while (at > from && comesBefore(i, order[at - 1], texts)) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }

  /** Makes one of stretches that are in order, each of so many. */
  private void merge(int sorted, Texts texts) {
    for (int run = sorted; run < count; run *= 2) {
      for (int from = 0; from < count; from += 2 * run) {
        merge(from, Math.min(count, from + run), Math.min(count, from + 2 * run), texts);
      }
      int[] merged = spare;
      spare = order;
      order = merged;
    }
  }

  private void merge(int from, int middle, int to, Texts texts) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takeRight =
          left == middle || (right < to && comesBefore(order[right], order[left], texts));
      spare[at] = takeRight ? order[right++] : order[left++];
    }
  }

  private boolean comesBefore(int a, int b, Texts texts) {
    if (plain) {
      long left = words[0][a];
      long right = words[0][b];
      return left == right ? isFirst(a, b) : left < right != falling;
    }
    for (int key = 0; key < forms.length; key++) {
      int order = compare(key, a, b, texts);
      if (order != 0) {
        return order < 0;
      }
    }
    return isFirst(a, b);
  }

  /** Of two that are equal by all keys. */
  private boolean isFirst(int a, int b) {
    return stable ? a < b : elements[a] < elements[b];
  }

  private int compare(int key, int a, int b, Texts texts) {
    KeyForm form = forms[key];
    int first = a * strides[key];
    int second = b * strides[key];
    if (form.marked()) {
      // `unlimited` is above every number.
      int end = strides[key] - 1;
      long left = words[key][first + end];
      long right = words[key][second + end];
      if ((left | right) != 0) {
        int order = Long.compare(left, right);
        return form.descending() ? -order : order;
      }
    }
    if (form.width() == Width.EXACT) {
      int order = exacts[key][a].compareTo(exacts[key][b]);
      return form.descending() ? -order : order;
    }
    return form.compare(words[key], first, second, texts);
  }
}
