package org.loadline.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Slots;
import org.loadline.data.Outcome;
import org.loadline.model.Type;
import org.loadline.values.Flag;

/**
 * The worlds that were supposed in one run. The last few of each place are kept, with all that is
 * known in them.
 */
final class Worlds {
  /** Scenario tables are walked through again for each row. */
  private static final int KEPT = 64;

  private final Evaluation outer;
  private final Map<Expr.Given, Map<List<Outcome>, Evaluation>> known = new IdentityHashMap<>();
  private final Map<Expr.Given, Set<Integer>> slots = new IdentityHashMap<>();

  Worlds(Evaluation outer) {
    this.outer = outer;
  }

  void forget() {
    known.clear();
  }

  /** The evaluation of the world that is supposed on a frame. */
  Evaluation world(Expr.Given given, Frame frame) {
    List<Outcome> variables = new ArrayList<>();
    Set<Integer> read = slots.computeIfAbsent(given, Worlds::slots);
    for (int slot : read) {
      variables.add(frame.slot(slot));
    }
    Map<List<Outcome>, Evaluation> here =
        known.computeIfAbsent(given, g -> new LinkedHashMap<>(16, 0.75f, true));
    Evaluation world = here.get(variables);
    if (world == null) {
      // A world that reads nothing of the row is that of all rows, whichever asks first.
      Frame at = read.contains(0) ? frame.copy() : frame.withoutRow();
      world = outer.in(GivenWorld.of(outer, given, at));
      here.put(variables, world);
      if (here.size() > KEPT) {
        here.remove(here.keySet().iterator().next());
      }
    }
    return world;
  }

  /** The variables that the changes read, besides those that they bind. */
  private static Set<Integer> slots(Expr.Given given) {
    Expr nothing = new Expr.Constant(Type.FLAG, given.span(), Flag.TRUE);
    return Slots.free(new Expr.Given(Type.FLAG, given.span(), nothing, given.changes()));
  }
}
