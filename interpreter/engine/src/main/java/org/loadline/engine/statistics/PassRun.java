package org.loadline.engine.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.EntityRef;

/**
 * What one pass of a run took: facts worked out together, for each row of an entity or once.
 *
 * @param entity empty for facts of the whole
 * @param rows how many rows it went through; 1 for the whole
 * @param widths how many of its numbers are carried in each width, narrowest first, as long as no
 *     row overflows
 * @param overflowed the rows that overflowed and were worked out again
 * @param redone how many rows were worked out again with each wider effort; some with several
 */
public record PassRun(
    Optional<EntityRef> entity,
    List<String> facts,
    int rows,
    Map<String, Integer> widths,
    long overflowed,
    List<Redone> redone) {
  public PassRun {
    facts = List.copyOf(facts);
    widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
    redone = List.copyOf(redone);
  }

  /** Rows worked out again with numbers of up to a width. */
  public record Redone(String width, long rows) {}
}
