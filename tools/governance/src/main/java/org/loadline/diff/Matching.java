package org.loadline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which of two lists' elements are the same, by what they are called.
 *
 * <p>{@code pairs} leads from places in the old list to places in the new. {@code moved} are those
 * old places of pairs that do not keep their order: as few as can be.
 */
record Matching(Map<Integer, Integer> pairs, List<Integer> moved) {

  /** Pairs by name; names are unique in each list. */
  static Matching byName(List<String> before, List<String> after) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      places.put(after.get(i), i);
    }
    TreeMap<Integer, Integer> pairs = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      @Nullable Integer place = places.get(before.get(i));
      if (place != null) {
        pairs.put(i, place);
      }
    }
    return new Matching(pairs, moved(pairs));
  }

  /**
   * The same, and what is left between two neighbours that are paired, or at an end, is paired in
   * its order if there is as much of it on either side.
   */
  Matching andBetween(int before, int after) {
    TreeMap<Integer, Integer> all = new TreeMap<>(pairs);
    int from = 0;
    int to = 0;
    for (int i = 0; i <= before; i++) {
      boolean end = i == before;
      if (!end && (!pairs.containsKey(i) || moved.contains(i))) {
        continue;
      }
      int other = end ? after : pairs.getOrDefault(i, after);
      pairUp(free(pairs.keySet(), from, i), free(pairs.values(), to, other), all);
      from = i + 1;
      to = other + 1;
    }
    return new Matching(all, moved(all));
  }

  private static void pairUp(List<Integer> old, List<Integer> now, Map<Integer, Integer> into) {
    if (old.size() == now.size()) {
      for (int i = 0; i < old.size(); i++) {
        into.put(old.get(i), now.get(i));
      }
    }
  }

  private static List<Integer> free(java.util.Collection<Integer> taken, int from, int to) {
    List<Integer> free = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!taken.contains(i)) {
        free.add(i);
      }
    }
    return free;
  }

  /** What is outside a longest run of pairs that rise on both sides. */
  private static List<Integer> moved(TreeMap<Integer, Integer> pairs) {
    List<Integer> old = new ArrayList<>(pairs.keySet());
    List<Integer> now = new ArrayList<>(pairs.values());
    int[] length = new int[old.size()];
    int[] previous = new int[old.size()];
    int last = -1;
    for (int i = 0; i < old.size(); i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (now.get(j) < now.get(i) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (last < 0 || length[i] > length[last]) {
        last = i;
      }
    }
    List<Integer> moved = new ArrayList<>(old);
    for (int i = last; i >= 0; i = previous[i]) {
      moved.remove(old.get(i));
    }
    return moved;
  }
}
