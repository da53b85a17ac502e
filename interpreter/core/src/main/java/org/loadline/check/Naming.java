package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.Place;
import org.loadline.core.Waterfall;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/**
 * Sees that every amount which an earlier entry for the same row may have changed is named at the
 * head.
 *
 * <p>What an entry changes is compared with what an amount reads, through all facts. A row that a
 * loop is at is one that the loop has not been at before. An action is looked at by itself: it
 * finds the world as it is when it begins.
 */
final class Naming {
  private final Checker in;
  private final Reads reads;
  private final Sweep sweep;

  /** The places of names that some amount needed. */
  private final Set<Span> needed = new HashSet<>();

  Naming(Checker in, Reads reads, Sweep sweep) {
    this.in = in;
    this.reads = reads;
    this.sweep = sweep;
  }

  /** A change of a cell, of the row in a slot; before a loop's row if {@code past} is its slot. */
  private record Change(Reads.Cell cell, int slot, int past, Span span) {
    boolean meets(Reads.Read read) {
      return cell.equals(read.cell()) && !(past != Reads.ANY && past == read.slot());
    }
  }

  /** Looks at all steps; the places of the names that were needed. */
  Set<Span> check(Waterfall waterfall, Head head) {
    List<Change> before = new ArrayList<>();
    for (Waterfall.Step step : waterfall.steps()) {
      walk(step.entries(), before, head);
    }
    needed.addAll(head.needed());
    return needed;
  }

  private void walk(List<Entry> entries, List<Change> before, Head head) {
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Move e -> amount(e.amount().value(), before, head);
        case Entry.Cancel e -> amount(e.amount().value(), before, head);
        case Entry.Raise e -> amount(e.amount().value(), before, head);
        case Entry.Share e -> amount(e.amount().value(), before, head);
        case Entry.Set e -> amount(e.value(), before, head);
        case Entry.Carry e -> amount(e.value(), before, head);
        case Entry.Create e -> e.fields().forEach(f -> amount(f.value(), before, head));
        case Entry.Refuse e -> {}
        case Entry.ForEach e -> {
          List<Change> around = new ArrayList<>(before);
          changes(e.entries(), around, e.binder().slot());
          walk(e.entries(), around, head);
        }
        case Entry.Do e -> {
          e.arguments().stream()
              .filter(a -> !isFixedInside(a, e) && isAmount(a.slot(), e.entries()))
              .forEach(a -> amount(a.value(), before, head));
          Head inside = sweep.heads.get(e);
          if (inside != null) {
            walk(e.entries(), new ArrayList<>(), inside);
            needed.addAll(inside.needed());
          }
        }
      }
      changes(List.of(entry), before, Reads.ANY);
    }
  }

  /** What an action fixes is worked out with its arguments, but nobody gives it. */
  private boolean isFixedInside(Entry.Do.Argument argument, Entry.Do done) {
    Head inside = sweep.heads.get(done);
    return inside != null && inside.isFixed(argument.slot());
  }

  /** Whether an argument stands in an amount; one that is only a place or a cap does not. */
  private boolean isAmount(int slot, List<Entry> entries) {
    return entries.stream().anyMatch(entry -> isAmount(slot, entry));
  }

  private boolean isAmount(int slot, Entry entry) {
    return switch (entry) {
      case Entry.Move e -> ExprWalk.reads(e.amount().value(), slot);
      case Entry.Cancel e -> ExprWalk.reads(e.amount().value(), slot);
      case Entry.Raise e -> ExprWalk.reads(e.amount().value(), slot);
      case Entry.Share e -> ExprWalk.reads(e.amount().value(), slot);
      case Entry.Set e -> ExprWalk.reads(e.value(), slot);
      case Entry.Carry e -> ExprWalk.reads(e.value(), slot);
      case Entry.Create e -> e.fields().stream().anyMatch(f -> ExprWalk.reads(f.value(), slot));
      case Entry.Refuse e -> false;
      case Entry.ForEach e -> isAmount(slot, e.entries());
      case Entry.Do e ->
          isAmount(slot, e.entries())
              || e.arguments().stream()
                  .anyMatch(
                      a -> ExprWalk.reads(a.value(), slot) && isAmount(a.slot(), e.entries()));
    };
  }

  // ---- What entries change

  /** {@code past} is the slot of a row that is another by the time that something is read. */
  private static void changes(List<Entry> entries, List<Change> into, int past) {
    for (Entry entry : entries) {
      Span span = entry.span();
      switch (entry) {
        case Entry.Move e -> add(into, past, span, e.from(), e.to());
        case Entry.Cancel e -> add(into, past, span, e.holding(), e.obligation());
        case Entry.Raise e -> add(into, past, span, e.holding(), e.obligation());
        case Entry.Share e -> add(into, past, span, e.each(), e.single());
        case Entry.Set e -> add(into, past, span, e.place());
        case Entry.Carry e ->
            into.add(new Change(new Reads.Cell.Carried(e.slot()), Reads.ANY, Reads.ANY, span));
        case Entry.Create e ->
            into.add(
                new Change(new Reads.Cell.RowsOf(e.entity().index()), Reads.ANY, Reads.ANY, span));
        case Entry.Refuse e -> {}
        case Entry.ForEach e -> changes(e.entries(), into, past);
        case Entry.Do e -> changes(e.entries(), into, past);
      }
    }
  }

  private static void add(List<Change> into, int past, Span span, Place... places) {
    for (Place place : places) {
      switch (place) {
        case Place.OfRow of -> {
          int slot = of.row() instanceof Expr.Local local ? local.slot() : Reads.ANY;
          into.add(
              new Change(
                  new Reads.Cell.OfEntity(of.entity().index(), of.field()),
                  slot,
                  slot == past ? past : Reads.ANY,
                  span));
        }
        case Place.OfSystem of ->
            into.add(
                new Change(new Reads.Cell.OfWhole(of.input().index()), Reads.ANY, Reads.ANY, span));
      }
    }
  }

  // ---- What amounts read

  private void amount(Expr expr, List<Change> before, Head head) {
    if (expr instanceof Expr.Local local && head.isFixed(local.slot())) {
      Expr fixed = sweep.held.get(local.slot());
      boolean shown = sweep.shown.contains(local.slot());
      if (shown || (fixed != null && changed(reads.of(fixed), before).isPresent())) {
        head.need(local.slot());
      }
      return;
    }
    Optional<Named> named = named(expr);
    if (named.isPresent()) {
      Optional<Change> change = changed(read(expr), before);
      if (change.isPresent() && !head.isLive(named.get().owner(), named.get().name())) {
        say(expr.span(), named.get(), change.get(), head);
      }
    }
    ExprWalk.parts(expr).forEach(part -> amount(part, before, head));
  }

  private Set<Reads.Read> read(Expr expr) {
    return expr instanceof Expr.Local local
        ? Set.of(new Reads.Read(new Reads.Cell.Carried(local.slot()), Reads.ANY))
        : reads.alone(expr);
  }

  private static Optional<Change> changed(Set<Reads.Read> reads, List<Change> before) {
    return before.stream().filter(c -> reads.stream().anyMatch(c::meets)).findFirst();
  }

  private record Named(Optional<EntityRef> owner, String name) {}

  /** The name that stands here, if it is one of something that entries may change. */
  private Optional<Named> named(Expr expr) {
    return switch (expr) {
      case Expr.FieldOf e ->
          Optional.of(
              new Named(
                  Optional.of(e.entity()),
                  in.vocabulary.entity(e.entity()).fields().get(e.field()).name()));
      case Expr.SystemValue e -> Optional.of(new Named(Optional.empty(), e.input().name()));
      case Expr.FactOf e -> {
        Fact fact = in.definitions.facts().get(e.fact().index());
        String name = fact.name();
        yield Optional.of(
            new Named(
                fact.owner(),
                fact.origin() == Fact.Origin.FUNCTION
                    ? name.substring(0, name.indexOf('.'))
                    : name));
      }
      case Expr.Local e ->
          sweep.carried.containsKey(e.name())
                  && sweep.carried.get(e.name()).local().slot() == e.slot()
              ? Optional.of(new Named(Optional.empty(), e.name()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void say(Span span, Named named, Change change, Head head) {
    boolean others = named.owner().filter(o -> !o.equals(sweep.owner())).isPresent();
    EntryProblem problem =
        head.ofAction()
            ? EntryProblem.UNNAMED_IN_ACTION
            : others ? EntryProblem.UNNAMED_OF_OTHERS : EntryProblem.UNNAMED;
    in.complaints.say(
        Complaints.filled(problem, span, "name", head.ofAction() ? Quote.of(span) : named.name())
            .also(change.span(), "this entry"),
        span);
  }
}
