package org.loadline.engine.solve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.plan.Term;

/**
 * What has been worked out in one search, each with how far it holds.
 *
 * <p>What depends on one loop alone is kept for each of its elements, so that from one piece to the
 * next only the elements are worked out again in which something changes.
 */
final class Memory {
  /** A result or a failure, and the places at which it holds, the last one excluded. */
  record Entry(Object result, long begin, long end) {
    boolean holds(long place) {
      return begin <= place && place < end;
    }
  }

  private final Layout layout;
  private final @Nullable Entry[] outside;

  /** For each loop what depends on other loops too: it is forgotten when the loop goes on. */
  private final @Nullable Entry[][] passing;

  private final Elements[] elements;

  Memory(Layout layout) {
    this.layout = layout;
    this.outside = new Entry[layout.size()];
    this.passing = new Entry[layout.loops() + 1][];
    this.elements = new Elements[layout.loops() + 1];
    Arrays.setAll(elements, loop -> new Elements(layout.size()));
  }

  Memory empty() {
    return new Memory(layout);
  }

  /** The results among which that of a term stands, at its place. */
  @Nullable Entry[] of(int place) {
    int home = layout.home(place);
    if (home == Layout.OUTSIDE) {
      return outside;
    }
    if (layout.isKept(place)) {
      return elements[home].current();
    }
    Entry[] here = passing[home];
    if (here == null) {
      here = new Entry[layout.size()];
      passing[home] = here;
    }
    return here;
  }

  /** A loop takes an element. */
  void take(Term variable, int element) {
    int loop = layout.loop(variable);
    if (loop > 0) {
      elements[loop].take(element);
      passing[loop] = null;
    }
  }

  /** The elements of a loop, which it most often takes in the same order again. */
  private static final class Elements {
    private final int size;
    private int[] taken = new int[8];
    private @Nullable Entry[][] results = new Entry[8][];
    private int count;
    private int at = -1;
    private @Nullable Map<Integer, Integer> places;

    Elements(int size) {
      this.size = size;
    }

    @Nullable Entry[] current() {
      return Objects.requireNonNull(results[at]);
    }

    void take(int element) {
      int next = at + 1 < count ? at + 1 : 0;
      if (next < count && taken[next] == element) {
        at = next;
        return;
      }
      boolean last = count == 0 || taken[count - 1] < element;
      if (last && places == null) {
        add(element);
        return;
      }
      if (places == null) {
        places = new HashMap<>();
        for (int i = 0; i < count; i++) {
          places.put(taken[i], i);
        }
      }
      Integer known = places.get(element);
      if (known == null) {
        add(element);
        places.put(element, at);
      } else {
        at = known;
      }
    }

    private void add(int element) {
      if (count == taken.length) {
        taken = Arrays.copyOf(taken, 2 * count);
        results = Arrays.copyOf(results, 2 * count);
      }
      taken[count] = element;
      results[count] = new Entry[size];
      at = count++;
    }
  }
}
