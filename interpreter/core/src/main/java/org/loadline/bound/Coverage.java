package org.loadline.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which atoms of several keys together are taken, and by which row first.
 *
 * <p>A place is one atom of each key; places are counted with the last key varying fastest.
 */
final class Coverage {
  private static final int MOST_PLACES = 1 << 22;
  private static final long MOST_WORK = 1L << 28;

  private final List<Axis> axes;
  private long work;
  private final int[] taker;
  private final BitSet free = new BitSet();

  private Coverage(List<Axis> axes, int places) {
    this.axes = axes;
    this.taker = new int[places];
    free.set(0, places);
  }

  /** Nothing taken yet; empty if there are too many places. */
  static Optional<Coverage> of(List<Axis> axes) {
    long places = 1;
    for (Axis axis : axes) {
      places *= axis.atoms();
      if (places > MOST_PLACES) {
        return Optional.empty();
      }
    }
    return Optional.of(new Coverage(axes, (int) places));
  }

  /** What a row takes: all of its places, and how many of them no row had before. */
  record Taken(long places, int fresh) {}

  Taken take(int row, List<Axis.Stretch> box) {
    long places = box.stream().mapToLong(s -> s.to() - s.from()).reduce(1, (a, b) -> a * b);
    Axis.Stretch last = box.getLast();
    List<Axis.Stretch> lines = new ArrayList<>(box);
    lines.set(box.size() - 1, new Axis.Stretch(last.from(), last.from() + 1));
    work += last.to() > last.from() ? places / (last.to() - last.from()) : 0;
    if (isEmpty(box) || isTooMuch()) {
      return new Taken(0, 0);
    }
    int fresh = 0;
    int[] at = start(lines);
    do {
      int begin = place(at);
      int end = begin + last.to() - last.from();
      for (int place = free.nextSetBit(begin);
          place >= 0 && place < end;
          place = free.nextSetBit(place + 1)) {
        taker[place] = row;
        free.clear(place);
        fresh++;
      }
    } while (next(at, lines));
    return new Taken(places, fresh);
  }

  /** The first place of a box that an earlier row took; there is one. */
  int firstShared(int row, List<Axis.Stretch> box) {
    int[] at = start(box);
    int place = place(at);
    while (taker[place] == row && next(at, box)) {
      place = place(at);
    }
    return place;
  }

  /** The row that took a place. */
  int taker(int place) {
    return taker[place];
  }

  /** Whether more rows overlap than can be looked through; the rest is not taken then. */
  boolean isTooMuch() {
    return work > MOST_WORK;
  }

  private static boolean isEmpty(List<Axis.Stretch> box) {
    return box.stream().anyMatch(stretch -> stretch.from() >= stretch.to());
  }

  private static int[] start(List<Axis.Stretch> box) {
    return box.stream().mapToInt(Axis.Stretch::from).toArray();
  }

  private static boolean next(int[] at, List<Axis.Stretch> box) {
    for (int key = at.length - 1; key >= 0; key--) {
      if (++at[key] < box.get(key).to()) {
        return true;
      }
      at[key] = box.get(key).from();
    }
    return false;
  }

  private int place(int[] at) {
    int place = 0;
    for (int key = 0; key < at.length; key++) {
      place = place * axes.get(key).atoms() + at[key];
    }
    return place;
  }

  List<Axis.Stretch> whole() {
    return axes.stream().map(axis -> new Axis.Stretch(0, axis.atoms())).toList();
  }

  /** One place as a box. */
  List<Axis.Stretch> box(int place) {
    Axis.Stretch[] box = new Axis.Stretch[axes.size()];
    int rest = place;
    for (int key = axes.size() - 1; key >= 0; key--) {
      int atom = rest % axes.get(key).atoms();
      box[key] = new Axis.Stretch(atom, atom + 1);
      rest /= axes.get(key).atoms();
    }
    return List.of(box);
  }

  /**
   * Boxes that nobody takes and somebody should, as large as they can be said. A value of a key
   * that is not closed counts only if some row takes it at all.
   */
  List<List<Axis.Stretch>> missing(int most) {
    BitSet open = openPlaces();
    BitSet missed = new BitSet();
    BitSet wanted = new BitSet();
    List<Axis.Stretch> whole = whole();
    int[] at = start(whole);
    do {
      int place = place(at);
      if (free.get(place) && open.get(openPlace(at))) {
        missed.set(place);
        wanted.set(place, isRequired(at));
      }
    } while (next(at, whole));
    List<List<Axis.Stretch>> boxes = new ArrayList<>();
    for (int place = wanted.nextSetBit(0);
        place >= 0 && boxes.size() < most;
        place = wanted.nextSetBit(place + 1)) {
      List<Axis.Stretch> box = grown(box(place), missed);
      boxes.add(box);
      int[] in = start(box);
      do {
        wanted.clear(place(in));
      } while (next(in, box));
    }
    return boxes;
  }

  private boolean isRequired(int[] at) {
    for (int key = 0; key < at.length; key++) {
      if (axes.get(key).isClosed() && !axes.get(key).isRequired(at[key])) {
        return false;
      }
    }
    return true;
  }

  /** The values of keys that are not closed for which some row is written. */
  private BitSet openPlaces() {
    BitSet open = new BitSet();
    List<Axis.Stretch> whole = whole();
    int[] at = start(whole);
    do {
      if (!free.get(place(at))) {
        open.set(openPlace(at));
      }
    } while (next(at, whole));
    return open;
  }

  private int openPlace(int[] at) {
    int place = 0;
    for (int key = 0; key < at.length; key++) {
      if (!axes.get(key).isClosed()) {
        place = place * axes.get(key).atoms() + at[key];
      }
    }
    return place;
  }

  private List<Axis.Stretch> grown(List<Axis.Stretch> start, BitSet missed) {
    List<Axis.Stretch> box = new ArrayList<>(start);
    for (int key = axes.size() - 1; key >= 0; key--) {
      while (axes.get(key).isOrdered() && box.get(key).to() < axes.get(key).atoms()) {
        Axis.Stretch now = box.get(key);
        List<Axis.Stretch> slab = new ArrayList<>(box);
        slab.set(key, new Axis.Stretch(now.to(), now.to() + 1));
        if (!isAll(slab, missed)) {
          break;
        }
        box.set(key, new Axis.Stretch(now.from(), now.to() + 1));
      }
    }
    return box;
  }

  private boolean isAll(List<Axis.Stretch> box, BitSet missed) {
    int[] at = start(box);
    do {
      if (!missed.get(place(at))) {
        return false;
      }
    } while (next(at, box));
    return true;
  }
}
