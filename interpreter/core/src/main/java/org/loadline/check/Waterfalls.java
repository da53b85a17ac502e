package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Grouping;
import org.loadline.core.SortKey;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.model.Entity;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;
import org.loadline.syntax.WaterfallItem;
import org.loadline.values.Flag;

/** Turns waterfalls as written into typed ones. */
final class Waterfalls {
  private final Checker in;
  private final Reads reads;
  private final Map<Reads.Cell, Span> flows = new HashMap<>();
  private final List<Inputs.Input> set = new ArrayList<>();
  private final Set<Span> needed = new HashSet<>();
  private final List<Grouping> groupings;

  Waterfalls(Checker in, List<Grouping> groupings) {
    this.in = in;
    this.groupings = groupings;
    this.reads = new Reads(in);
  }

  /** The typed waterfalls, in the order of the text. */
  List<Waterfall> all() {
    List<Waterfall> typed = new ArrayList<>();
    for (Declaration.Waterfall written : in.vocabulary.bound().waterfalls()) {
      Optional<Entity> owner = in.vocabulary.kind(written.entity().text());
      if (owner.isEmpty()) {
        in.complaints.noEntity(written.entity(), in.vocabulary);
      } else {
        typed.add(one(written, owner.get(), typed.size()));
      }
    }
    for (Inputs.Input input : set) {
      Span flow = flows.get(input.cell());
      if (flow != null) {
        in.complaints.say(
            Complaints.filled(EntryProblem.FLOWS, input.span(), "name", input.text())
                .also(flow, "moved here"),
            input.span());
      }
    }
    groups();
    actions();
    return typed;
  }

  /** Which rows are in which group is found on loading, so what decides it stays as it is. */
  private void groups() {
    Map<Reads.Cell, Span> changed = new LinkedHashMap<>(flows);
    set.forEach(input -> changed.putIfAbsent(input.cell(), input.span()));
    for (Grouping grouping : groupings) {
      Stream.concat(grouping.keys().stream(), grouping.filter().stream())
          .flatMap(formula -> reads.of(formula).stream())
          .map(Reads.Read::cell)
          .distinct()
          .filter(changed::containsKey)
          .map(changed::get)
          .forEach(
              span ->
                  in.complaints.say(
                      WaterfallProblem.DECIDES_A_GROUP,
                      span,
                      "name",
                      Quote.of(span),
                      "group",
                      grouping.group().name()));
    }
  }

  private Waterfall one(Declaration.Waterfall written, Entity owner, int place) {
    Sweep sweep = new Sweep(owner.ref(), written.entity().span(), flows, set);
    List<Waterfall.Carried> carried = new Carries(in, sweep).of(written, owner);
    Scope s = sweep.ofRow();
    Optional<Expr> guard = written.when().flatMap(w -> Entries.condition(in, w, s));
    HeadNames names = new HeadNames(in, sweep, owner);
    // A row is judged and ordered, and its names are fixed, with no entry in between.
    Scope over = guard.map(g -> s.knowing(Shown.by(g, true))).orElse(s);
    names.read(written.items(), over);
    Optional<Expr> covers =
        only(written, WaterfallItem.Covers.class).flatMap(c -> covers(c, owner, s));
    Optional<WaterfallItem.Serve> serve = only(written, WaterfallItem.Serve.class);
    List<SortKey> order =
        serve
            .map(o -> new SortKeys(in).of(o.order(), over, owner.ref(), RowPath.SELF))
            .orElse(List.of());
    Optional<Expr> stop =
        only(written, WaterfallItem.Stop.class)
            .flatMap(w -> Entries.condition(in, w.condition(), sweep.ofWhole()));
    remainder(written);
    List<Waterfall.Step> steps = steps(written, sweep, names, covers, s);
    Waterfall waterfall =
        new Waterfall(
            new WaterfallRef(place, written.name().text()),
            owner.ref(),
            guard,
            covers,
            order,
            serve.filter(WaterfallItem.Serve::again).isPresent(),
            stop,
            carried,
            names.fixed(),
            steps,
            only(written, WaterfallItem.Remainder.class).map(r -> r.name().text()),
            sweep.frame().slots(),
            written.doc().text(),
            written.span());
    if (!in.sink.hasErrors()) {
      needed.addAll(new Naming(in, reads, sweep).check(waterfall, names.head()));
      names.places().forEach(this::remarkUnlessNeeded);
    }
    return waterfall;
  }

  private static <T extends WaterfallItem> Optional<T> only(
      Declaration.Waterfall written, Class<T> kind) {
    return written.items().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private Optional<Expr> covers(WaterfallItem.Covers covers, Entity owner, Scope s) {
    Name name = covers.loss();
    Optional<Defined> fact =
        in.vocabulary
            .fact(Optional.of(owner.ref()), name.text())
            .filter(d -> d.parameters().isEmpty());
    if (fact.isEmpty()) {
      in.complaints.say(
          WaterfallProblem.COVERS_WHAT,
          name.span(),
          "name",
          name.text(),
          "entity",
          owner.name(),
          "hint",
          coverable(name.text(), owner));
      return Optional.empty();
    }
    Expr loss =
        in.fitness.finite(
            in.formulas.check(new org.loadline.syntax.Expression.Reference(name), s, Ask.PLAIN),
            "covers");
    if (Open.isBroken(loss)) {
      return Optional.empty();
    }
    if (((Type.Quantity) loss.type()).form() == Type.Form.FRACTION) {
      in.complaints.say(TypeProblem.DECIMAL_NEEDED, name.span(), "what", "a loss that is covered");
      return Optional.empty();
    }
    return Optional.of(Rebuilding.settled(loss));
  }

  /** What an author may have meant: an input is moved, and only a fact of it can be covered. */
  private static String coverable(String name, Entity owner) {
    return owner.field(name).isPresent()
        ? "An input is no loss: define one from it, as in `shortfall = max(0, "
            + name
            + ")`, and cover that."
        : "Define it in `for each "
            + owner.name()
            + "`, as in `shortfall = max(0, …)`: steps absorb what it falls by.";
  }

  private void remainder(Declaration.Waterfall written) {
    Optional<WaterfallItem.Covers> covers = only(written, WaterfallItem.Covers.class);
    Optional<WaterfallItem.Remainder> rest = only(written, WaterfallItem.Remainder.class);
    if (covers.isPresent() && rest.isEmpty()) {
      in.complaints.say(
          WaterfallProblem.REMAINDER_NEEDED,
          covers.get().span(),
          "name",
          covers.get().loss().text());
    } else if (covers.isEmpty() && rest.isPresent()) {
      in.complaints.say(WaterfallProblem.REMAINDER_OF_WHAT, rest.get().span());
    }
    rest.filter(r -> Figures.WORDS.contains(r.name().text()))
        .ifPresent(
            r ->
                in.complaints.say(
                    WaterfallProblem.NAME_TAKEN, r.name().span(), "name", r.name().text()));
  }

  // ---- Steps

  private List<Waterfall.Step> steps(
      Declaration.Waterfall written, Sweep sweep, HeadNames names, Optional<Expr> covers, Scope s) {
    List<Waterfall.Step> steps = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Entries entries = new Entries(in, sweep, reads);
    for (WaterfallItem item : written.items()) {
      if (item instanceof WaterfallItem.StepOf step) {
        if (!taken.add(step.name().text())) {
          in.complaints.say(
              WaterfallProblem.STEP_TWICE, step.name().span(), "name", step.name().text());
        }
        if (step.entries().isEmpty() && !in.misread.holds(step.span())) {
          in.complaints.say(
              WaterfallProblem.EMPTY_STEP, step.name().span(), "name", step.name().text());
        }
        Optional<Expr> guard = step.when().flatMap(w -> Entries.condition(in, w, s));
        guard.filter(Waterfalls::isNever).ifPresent(g -> unreachable(g.span()));
        List<Entry> all =
            entries.all(step.entries(), new Sweep.Standing(s, names.fixedByKey(), List.of()));
        steps.add(new Waterfall.Step(step.name().text(), guard, all, step.span()));
      }
    }
    if (steps.isEmpty() && !in.misread.holds(written.span())) {
      in.complaints.say(WaterfallProblem.NO_STEPS, written.name().span());
    }
    new Reach(in).check(steps, covers);
    return steps;
  }

  private static boolean isNever(Expr guard) {
    return guard instanceof Expr.Constant c && c.value().equals(Flag.FALSE);
  }

  private void unreachable(Span guard) {
    in.complaints.say(
        WaterfallProblem.UNREACHABLE,
        guard,
        "reason",
        "its condition never holds",
        "what",
        "the condition");
  }

  // ---- Actions

  private void actions() {
    Set<Span> written = new HashSet<>();
    for (Declaration.Action action : in.vocabulary.bound().actions()) {
      if (in.uses.isRead(action.span())) {
        action.fixed().forEach(path -> written.add(span(path)));
        action.live().forEach(path -> written.add(span(path)));
      } else if (isOwn(action.span())) {
        in.complaints.say(
            WaterfallProblem.UNCALLED_ACTION, action.name().span(), "name", action.name().text());
      }
    }
    if (!in.sink.hasErrors()) {
      written.stream().filter(this::isOwn).forEach(this::remarkUnlessNeeded);
    }
  }

  private boolean isOwn(Span span) {
    return !in.vocabulary.bound().library()
        && span.source().equals(in.vocabulary.bound().sources().getFirst());
  }

  private void remarkUnlessNeeded(Span name) {
    if (!needed.contains(name)) {
      in.complaints.say(WaterfallProblem.NEVER_NEEDED, name, "name", Quote.of(name));
    }
  }

  static Span span(List<Name> path) {
    return path.getFirst().span().to(path.getLast().span());
  }
}
