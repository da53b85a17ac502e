package org.loadline.mandate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.values.Exact;

/**
 * What was changed before a proposal, and when the proposal is made: what the clocks of limits are
 * read from.
 *
 * <p>{@code at} and all moments are in seconds since 1970-01-01T00:00Z. A param is called by its
 * name, a cell {@code tiers.rate[below 100_000]}. If {@code complete}, what is not mentioned was
 * never changed; otherwise nothing is known of it.
 */
public record History(
    Optional<Exact> at, boolean complete, Map<String, List<EarlierChange>> changes) {
  /** Nothing is known. */
  public static final History NONE = new History(Optional.empty(), false, Map.of());

  public History {
    Map<String, List<EarlierChange>> sorted = new LinkedHashMap<>();
    changes.forEach(
        (name, all) -> {
          List<EarlierChange> inOrder = new ArrayList<>(all);
          inOrder.sort(Comparator.comparing(EarlierChange::at));
          sorted.put(name, List.copyOf(inOrder));
        });
    changes = java.util.Collections.unmodifiableMap(sorted);
  }

  /** A change: when, and from what number if that is known. */
  public record EarlierChange(Exact at, Optional<Exact> from) {}

  /** The changes of one value, the first first; empty if nothing is known of it. */
  public Optional<List<EarlierChange>> of(String name) {
    List<EarlierChange> known = changes.get(name);
    return known != null
        ? Optional.of(known)
        : complete ? Optional.of(List.of()) : Optional.empty();
  }
}
