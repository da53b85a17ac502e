package org.loadline.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Expression.CarriedOn;

/**
 * The order in which the parts of a turn are worked out: each after those that it reads, and all
 * before what is carried on, wherever they stand in the text.
 *
 * <p>Parts that read one another in a circle stay as they stand, so the first of them finds that
 * there is no such name yet.
 */
final class TurnOrder {
  private final Map<String, CarriedOn> parts = new LinkedHashMap<>();
  private final Set<CarriedOn> ordered = new LinkedHashSet<>();
  private final Set<CarriedOn> seen = new HashSet<>();

  private TurnOrder() {}

  static List<CarriedOn> of(List<CarriedOn> items, Set<String> carried) {
    TurnOrder order = new TurnOrder();
    for (CarriedOn item : items) {
      if (!carried.contains(item.name().text())) {
        order.parts.put(item.name().text(), item);
      }
    }
    order.parts.values().forEach(order::place);
    order.ordered.addAll(items);
    return List.copyOf(order.ordered);
  }

  private void place(CarriedOn part) {
    if (seen.add(part)) {
      for (String name : read(part.value())) {
        CarriedOn other = parts.get(name);
        if (other != null) {
          place(other);
        }
      }
      ordered.add(part);
    }
  }

  private static Set<String> read(Expression value) {
    Set<String> names = new LinkedHashSet<>();
    Deque<Expression> next = new ArrayDeque<>(List.of(value));
    while (!next.isEmpty()) {
      Expression e = next.removeFirst();
      if (e instanceof Expression.Reference(var name)) {
        names.add(name.text());
      }
      next.addAll(Depth.parts(e));
    }
    return names;
  }
}
