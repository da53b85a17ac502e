package org.loadline.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around a formula: what its variables and the inputs that are given do, and within
 * which bounds formulas of a shape lie here, because a condition says so.
 */
record InfluencePlace(
    Map<Integer, Course> slots,
    Map<Object, Course> inputs,
    Map<Object, Course> refined,
    Optional<Fact> fact) {
  InfluencePlace {
    slots = Map.copyOf(slots);
    inputs = Map.copyOf(inputs);
    refined = Map.copyOf(refined);
  }

  /** A formula and where it stands. */
  record Of<E extends Expr>(E value, InfluencePlace at) {}

  static InfluencePlace in(Fact fact) {
    return new InfluencePlace(Map.of(), Map.of(), Map.of(), Optional.of(fact));
  }

  Optional<Course> given(Object input) {
    return Optional.ofNullable(inputs.get(input));
  }

  InfluencePlace with(int slot, Course course) {
    Map<Integer, Course> all = new HashMap<>(slots);
    all.put(slot, course);
    return new InfluencePlace(all, inputs, refined, fact);
  }

  /** In a world with other inputs, where nothing is known of the formulas of this one. */
  InfluencePlace supposing(Map<Object, Course> others) {
    return new InfluencePlace(slots, others, Map.of(), fact);
  }

  InfluencePlace refining(Object shape, Course course) {
    Map<Object, Course> all = new HashMap<>(refined);
    all.merge(shape, course, Course::meet);
    return new InfluencePlace(slots, inputs, all, fact);
  }

  /**
   * Inside a fact: what is known of the row stays known if it is the same row, and what is known of
   * no row in any case.
   */
  InfluencePlace entering(Fact other, Map<Integer, Course> arguments, boolean sameRow) {
    Map<Object, Course> kept = new HashMap<>();
    refined.forEach(
        (shape, course) -> {
          if (isKept(shape, sameRow)) {
            kept.put(shape, course);
          }
        });
    return new InfluencePlace(arguments, inputs, kept, Optional.of(other));
  }

  private static boolean isKept(Object shape, boolean sameRow) {
    if (!(shape instanceof List<?> list)) {
      return true;
    }
    if (!list.isEmpty() && "local".equals(list.getFirst())) {
      return sameRow && "0".equals(list.getLast());
    }
    return list.stream().allMatch(part -> isKept(part, sameRow));
  }
}
