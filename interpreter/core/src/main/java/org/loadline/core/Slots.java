package org.loadline.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.model.Type;

/** The slots of a frame that a formula uses. */
public final class Slots {
  private final Set<Integer> read = new TreeSet<>();
  private final Map<Integer, Type> types = new HashMap<>();
  private final Set<Integer> bound = new HashSet<>();

  private Slots() {}

  /** Those that are to be filled before it is worked out, in order. */
  public static Set<Integer> free(Expr formula) {
    Slots slots = new Slots();
    slots.visit(formula);
    slots.read.removeAll(slots.bound);
    return slots.read;
  }

  /** How many slots a frame for it has. */
  public static int count(Expr formula) {
    Slots slots = new Slots();
    slots.visit(formula);
    slots.bound.addAll(slots.read);
    return slots.bound.stream().mapToInt(slot -> slot + 1).max().orElse(0);
  }

  /** The type of what a formula reads in a slot. */
  public static Type type(Expr formula, int slot) {
    Slots slots = new Slots();
    slots.visit(formula);
    return Objects.requireNonNull(slots.types.get(slot));
  }

  private Expr visit(Expr formula) {
    if (formula instanceof Expr.Local local) {
      read.add(local.slot());
      types.putIfAbsent(local.slot(), local.type());
      return formula;
    }
    return ExprParts.mapWithSlots(
        formula,
        this::visit,
        slot -> {
          bound.add(slot);
          return slot;
        });
  }
}
