package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loadline.core.FactRef;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Pass;

/**
 * Puts what a fact is, as things stand and in all scenarios, side by side: who reads a row in one
 * of them reads it in the others, and finds them on a few lines of the cache instead of one each.
 */
final class Bundles {
  private Bundles() {}

  /** The forms that differ from those given. */
  static Map<FactRef, ColumnForm> of(Pass pass, Map<FactRef, ColumnForm> forms) {
    Map<ColumnKey, List<FactRef>> together = new LinkedHashMap<>();
    for (Pass.Filled filled : pass.filled()) {
      FactRef fact = filled.fact().ref();
      ColumnKey of = filled.cloneOf().orElseGet(() -> new ColumnKey.OfFact(fact));
      if (isPlain(Objects.requireNonNull(forms.get(fact)))) {
        together.computeIfAbsent(of, o -> new ArrayList<>()).add(fact);
      }
    }
    Map<FactRef, ColumnForm> bundled = new HashMap<>();
    for (List<FactRef> columns : together.values()) {
      for (int place = 0; columns.size() > 1 && place < columns.size(); place++) {
        FactRef fact = columns.get(place);
        ColumnForm.Bundle bundle = new ColumnForm.Bundle(columns.getFirst(), columns.size(), place);
        bundled.put(
            fact, ((ColumnForm.OfNumbers) Objects.requireNonNull(forms.get(fact))).in(bundle));
      }
    }
    return bundled;
  }

  private static boolean isPlain(ColumnForm form) {
    return form instanceof ColumnForm.OfNumbers numbers && numbers.isPlain();
  }
}
