package org.loadline.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.data.OutputColumn;
import org.loadline.model.Type;

/** An output of both policies, or of one; it has its name in the new policy if it is there. */
record Pair(String name, Optional<OutputColumn> before, Optional<OutputColumn> after) {

  /** What the policies report, in the order of the new report; then what only the old one does. */
  static List<Pair> of(OneRun before, OneRun after, Names names) {
    Map<String, OutputColumn> old = new HashMap<>();
    before.columns().forEach(c -> old.put(names.fact(OneRun.name(c.output())), c));
    List<Pair> pairs = new ArrayList<>();
    for (OutputColumn column : after.columns()) {
      String name = OneRun.name(column.output());
      pairs.add(new Pair(name, Optional.ofNullable(old.remove(name)), Optional.of(column)));
    }
    for (OutputColumn column : before.columns()) {
      String name = names.fact(OneRun.name(column.output()));
      if (old.containsKey(name)) {
        pairs.add(new Pair(name, Optional.of(column), Optional.empty()));
      }
    }
    return pairs;
  }

  /** That of the new policy, or else of the old. */
  Output output() {
    return after.or(() -> before).orElseThrow().output();
  }

  Optional<Output.Role> role() {
    return after.flatMap(c -> c.output().role()).or(() -> before.flatMap(c -> c.output().role()));
  }

  boolean isNumber() {
    return output().type().present() instanceof Type.Quantity;
  }

  boolean isChoice() {
    return output().owner().isPresent() && output().type().present() instanceof Type.OfChoice;
  }

  boolean isInBoth() {
    return before.isPresent() && after.isPresent();
  }
}
