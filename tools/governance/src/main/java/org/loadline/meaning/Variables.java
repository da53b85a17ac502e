package org.loadline.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The slots of one frame, numbered from 0 in the order in which they are first met: what variables
 * are called, and which slots they have, is no part of a meaning.
 */
final class Variables {
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Integer> met = new ArrayList<>();
  private final Set<Integer> bound = new HashSet<>();

  /** The number of a slot that is read; the next one, if it is new. */
  int of(int slot) {
    return numbers.computeIfAbsent(
        slot,
        s -> {
          met.add(s);
          return met.size() - 1;
        });
  }

  /** The number of a slot that is filled here. */
  int bind(int slot) {
    bound.add(slot);
    return of(slot);
  }

  /** The slots that were filled elsewhere, in the order of their numbers. */
  List<Integer> free() {
    return met.stream().filter(slot -> !bound.contains(slot)).toList();
  }
}
