package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.core.Waterfall;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;
import org.loadline.syntax.Name;
import org.loadline.syntax.WaterfallItem;

/** The lines {@code fix} and {@code live} of a waterfall: what is named, and whose it is. */
final class HeadNames {
  private final Checker in;
  private final Sweep sweep;
  private final Entity owner;
  private final List<Waterfall.Fixed> fixed = new ArrayList<>();
  private final Map<String, Expr> fixedByKey = new HashMap<>();
  private final Map<Integer, Span> slots = new HashMap<>();
  private final List<Head.Live> live = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();
  private final Set<Whose> named = new HashSet<>();

  HeadNames(Checker in, Sweep sweep, Entity owner) {
    this.in = in;
    this.sweep = sweep;
    this.owner = owner;
  }

  /** A name with the entity that has it; the whole without one. */
  private record Whose(Optional<EntityRef> owner, String name) {}

  void read(List<WaterfallItem> items, Scope s) {
    for (WaterfallItem item : items) {
      switch (item) {
        case WaterfallItem.Fix fix -> fix.names().forEach(path -> fix(path, s));
        case WaterfallItem.Live line -> line.names().forEach(this::live);
        default -> {}
      }
    }
  }

  List<Waterfall.Fixed> fixed() {
    return fixed;
  }

  /** The slots of fixed values, by the key of what they stand for. */
  Map<String, Expr> fixedByKey() {
    return fixedByKey;
  }

  Head head() {
    Head head = new Head(false, slots);
    live.forEach(head::add);
    return head;
  }

  /** Where names stand. */
  List<Span> places() {
    return places;
  }

  private void live(List<Name> path) {
    Span span = Waterfalls.span(path);
    whose(path, span)
        .filter(w -> once(w, span))
        .ifPresent(w -> live.add(new Head.Live(w.owner(), w.name(), span)));
  }

  private void fix(List<Name> path, Scope s) {
    Span span = Waterfalls.span(path);
    Optional<Whose> whose = whose(path, span);
    if (whose.isEmpty() || !once(whose.get(), span)) {
      return;
    }
    Optional<EntityRef> other = whose.get().owner().filter(o -> !o.equals(owner.ref()));
    if (other.isPresent()) {
      in.complaints.say(
          WaterfallProblem.FIX_OF_ROW, span, "name", Quote.of(span), "entity", other.get().name());
      return;
    }
    Expr value =
        in.formulas.check(
            ActionCalls.walk(List.of(new Name(path.getLast().text(), span))), s, Ask.PLAIN);
    Optional<String> key = PathKey.of(value);
    if (!Open.isBroken(value) && key.isPresent()) {
      int slot = sweep.frame().slot();
      String name = path.getLast().text();
      sweep.held.put(slot, value);
      if (s.shown().isPresent(value) || s.shown().isFinite(value)) {
        sweep.shown.add(slot);
      }
      slots.put(slot, span);
      fixedByKey.put(key.get(), new Expr.Local(value.type(), span, slot, name));
      fixed.add(new Waterfall.Fixed(slot, name, Rebuilding.settled(value)));
    }
  }

  private boolean once(Whose whose, Span span) {
    places.add(span);
    if (named.add(whose)) {
      return true;
    }
    in.complaints.say(WaterfallProblem.NAMED_TWICE, span, "name", Quote.of(span));
    return false;
  }

  /** The served row's first, then the whole's, then that of the one entity that has it. */
  private Optional<Whose> whose(List<Name> path, Span span) {
    String name = path.getLast().text();
    if (path.size() == 2) {
      Optional<Entity> entity = in.vocabulary.kind(path.getFirst().text());
      if (entity.filter(e -> has(e, name)).isPresent()) {
        return Optional.of(new Whose(entity.map(Entity::ref), name));
      }
    } else if (path.size() == 1) {
      if (has(owner, name)) {
        return Optional.of(new Whose(Optional.of(owner.ref()), name));
      }
      boolean whole =
          sweep.carried.containsKey(name)
              || in.vocabulary.input(name).isPresent()
              || in.vocabulary.fact(Optional.empty(), name).isPresent()
              || in.vocabulary.function(name).isPresent();
      if (whole) {
        return Optional.of(new Whose(Optional.empty(), name));
      }
      List<Entity> others =
          in.vocabulary.bound().entities().stream()
              .filter(e -> !e.written() && has(e, name))
              .toList();
      if (others.size() == 1) {
        return Optional.of(new Whose(Optional.of(others.getFirst().ref()), name));
      } else if (!others.isEmpty()) {
        in.complaints.say(
            WaterfallProblem.UNCLEAR_NAME,
            span,
            "name",
            name,
            "entities",
            others.stream().map(e -> "`" + e.name() + "`").collect(Collectors.joining(", ")),
            "example",
            others.getFirst().name() + "." + name);
        return Optional.empty();
      }
    }
    List<String> known = new ArrayList<>(in.vocabulary.parts(owner.ref()));
    known.addAll(in.vocabulary.everywhere());
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_NAME,
        span,
        Suggestions.hint(Quote.of(span), known, FormulaProblem.UNKNOWN_NAME.hint()),
        "name",
        Quote.of(span));
    return Optional.empty();
  }

  private boolean has(Entity entity, String name) {
    return entity.field(name).isPresent()
        || in.vocabulary.fact(Optional.of(entity.ref()), name).isPresent();
  }
}
