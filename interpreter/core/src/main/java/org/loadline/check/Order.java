package org.loadline.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.syntax.Expression;

/**
 * A good order to type definitions in: what a name may mean first, so that reading rarely nests.
 *
 * <p>It goes by names alone and may be wrong; typing then follows the definitions themselves.
 */
final class Order {
  private final Map<String, List<Defined>> named = new HashMap<>();
  private final Set<Defined> seen = new HashSet<>();
  private final List<Defined> ordered = new ArrayList<>();

  private record Visit(Defined definition, boolean after) {}

  private Order() {}

  static List<Defined> of(List<Defined> definitions) {
    Order order = new Order();
    definitions.forEach(d -> order.named.computeIfAbsent(d.name(), n -> new ArrayList<>()).add(d));
    definitions.forEach(order::visit);
    return order.ordered;
  }

  private void visit(Defined start) {
    Deque<Visit> open = new ArrayDeque<>();
    open.push(new Visit(start, false));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      if (visit.after) {
        ordered.add(visit.definition);
      } else if (seen.add(visit.definition)) {
        open.push(new Visit(visit.definition, true));
        for (String name : names(visit.definition)) {
          named.getOrDefault(name, List.of()).forEach(d -> open.push(new Visit(d, false)));
        }
      }
    }
  }

  private static Set<String> names(Defined definition) {
    Set<String> names = new HashSet<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(definition.body());
    definition.needs().ifPresent(open::push);
    definition.locals().values().forEach(local -> open.push(local.body()));
    while (!open.isEmpty()) {
      Expression e = open.pop();
      if (e instanceof Expression.Reference r) {
        names.add(r.name().text());
      } else if (e instanceof Expression.Member m) {
        names.add(m.name().text());
      }
      Depth.parts(e).forEach(open::push);
    }
    return names;
  }
}
