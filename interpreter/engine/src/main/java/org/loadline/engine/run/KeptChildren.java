package org.loadline.engine.run;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loadline.engine.load.SomeChildren;

/**
 * The children that changed cells led to lately, laid out side by side: most cells that change do
 * so again and again. Together they are no more than there are children.
 */
final class KeptChildren {
  /** Cells of rows beyond this place are not remembered: telling which would cost too much. */
  private static final int FURTHEST = 1 << 16;

  private final Map<Key, SomeChildren> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Which cells changed of what a pass reads. */
  private record Key(CompiledPass pass, Map<Object, BitSet> changed) {}

  /** Those that the same cells led to, if they are known. */
  Optional<SomeChildren> find(CompiledPass pass, Map<Object, BitSet> changed) {
    return Optional.ofNullable(kept.get(new Key(pass, changed)));
  }

  /**
   * Keeps some; those that have not been asked for longest go.
   *
   * @param all how many children there are
   */
  void keep(CompiledPass pass, Map<Object, BitSet> changed, SomeChildren some, int all) {
    if (changed.values().stream().anyMatch(rows -> rows.length() > FURTHEST)) {
      return;
    }
    Map<Object, BitSet> cells = new LinkedHashMap<>();
    changed.forEach((column, rows) -> cells.put(column, (BitSet) rows.clone()));
    kept.put(new Key(pass, cells), some);
    long size = 0;
    for (Map.Entry<Key, SomeChildren> each : kept.entrySet()) {
      size += each.getKey().pass().equals(pass) ? each.getValue().size() : 0;
    }
    Iterator<Map.Entry<Key, SomeChildren>> eldest = kept.entrySet().iterator();
    while (size > all && eldest.hasNext()) {
      Map.Entry<Key, SomeChildren> each = eldest.next();
      if (each.getKey().pass().equals(pass)) {
        size -= each.getValue().size();
        eldest.remove();
      }
    }
  }

  /** Forgets all of them: passes are other passes now. */
  void clear() {
    kept.clear();
  }
}
