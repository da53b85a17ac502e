package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/** The names that are live and fixed in a waterfall or in an action. */
final class Head {
  private final boolean ofAction;
  private final List<Live> live = new ArrayList<>();
  private final Map<Integer, Span> fixed;
  private final Set<Span> needed = new HashSet<>();

  /** A fact, function or input that is read as it stands. */
  record Live(Optional<EntityRef> owner, String name, Span span) {}

  /** {@code fixed} are the slots of fixed values with the places where they are named. */
  Head(boolean ofAction, Map<Integer, Span> fixed) {
    this.ofAction = ofAction;
    this.fixed = Map.copyOf(fixed);
  }

  boolean ofAction() {
    return ofAction;
  }

  void add(Live one) {
    live.add(one);
  }

  /** Whether the name of a fact or an input stands here. */
  boolean isLive(Optional<EntityRef> owner, String name) {
    Optional<Live> found =
        live.stream().filter(l -> l.owner().equals(owner) && l.name().equals(name)).findFirst();
    found.ifPresent(l -> needed.add(l.span()));
    return found.isPresent();
  }

  boolean isFixed(int slot) {
    return fixed.containsKey(slot);
  }

  void need(int slot) {
    needed.add(fixed.get(slot));
  }

  /** The places of names that some amount needed. */
  Set<Span> needed() {
    return needed;
  }
}
