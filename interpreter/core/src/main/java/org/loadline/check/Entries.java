package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.model.Bucket;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.WaterfallEntry;
import org.loadline.values.Exact;

/** Turns the entries of a step or an action as written into typed ones. */
final class Entries {
  /** With those of actions, each time that one is done. */
  private static final int MOST = 10_000;

  private final Checker in;
  private final Sweep sweep;
  private final Inputs inputs;
  private final Amounts amounts;
  private final Loops loops;
  private final Shares shares;
  private final Creations creations;
  private final ActionCalls actions;

  Entries(Checker in, Sweep sweep, Reads reads) {
    this.in = in;
    this.sweep = sweep;
    this.inputs = new Inputs(in, reads, sweep);
    this.amounts = new Amounts(in, sweep);
    this.loops = new Loops(in, this);
    this.shares = new Shares(in, sweep, inputs, amounts);
    this.creations = new Creations(in, amounts);
    this.actions = new ActionCalls(in, sweep, amounts, this);
  }

  /** What is wrong is said and left out. */
  List<Entry> all(List<WaterfallEntry> written, Sweep.Standing at) {
    List<Entry> entries = new ArrayList<>();
    for (WaterfallEntry entry : written) {
      if (sweep.entries++ == MOST) {
        in.complaints.say(
            WaterfallProblem.TOO_MANY_ENTRIES, entry.span(), "most", String.valueOf(MOST));
      } else if (sweep.entries <= MOST) {
        one(entry, at).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<Entry> one(WaterfallEntry entry, Sweep.Standing at) {
    return switch (entry) {
      case WaterfallEntry.ForEach each -> loops.each(each, at);
      case WaterfallEntry.Move move -> move(move, at);
      case WaterfallEntry.Cancel cancel -> cancel(cancel, at);
      case WaterfallEntry.Raise raise -> raise(raise, at);
      case WaterfallEntry.Create create -> creations.create(create, at);
      case WaterfallEntry.Set set -> set(set, at);
      case WaterfallEntry.Refuse refuse -> refuse(refuse, at);
      case WaterfallEntry.Share share -> shares.share(share, at);
      case WaterfallEntry.Call call -> actions.call(call, at);
    };
  }

  // ---- One amount between two inputs

  private Optional<Entry> move(WaterfallEntry.Move move, Sweep.Standing at) {
    Optional<Ends> ends = ends(move.from(), move.to(), at.scope());
    if (ends.isEmpty() || !oneSide(in, ends.get().first, ends.get().second)) {
      return Optional.empty();
    }
    Inputs.Input from = ends.get().first;
    return amounts
        .of(move.amount(), move.clauses(), ends.get().both(), at, move.amount().span())
        .map(
            a ->
                new Entry.Move(
                    a,
                    from.place(),
                    ends.get().second.place(),
                    mayOverdraw(in, a, from),
                    move.span()));
  }

  static boolean mayOverdraw(Checker in, Amount amount, Inputs.Input from) {
    return new Overdraws(in).may(amount.value(), amount.atMost(), from);
  }

  private Optional<Entry> cancel(WaterfallEntry.Cancel cancel, Sweep.Standing at) {
    Optional<Ends> ends =
        ends(cancel.holding(), cancel.obligation(), at.scope()).flatMap(e -> sides(e, "cancel"));
    return ends.flatMap(
        e ->
            amounts
                .of(cancel.amount(), cancel.clauses(), e.both(), at, cancel.amount().span())
                .map(
                    a ->
                        new Entry.Cancel(
                            a,
                            e.first.place(),
                            e.second.place(),
                            mayOverdraw(in, a, e.first) || mayOverdraw(in, a, e.second),
                            cancel.span())));
  }

  private Optional<Entry> raise(WaterfallEntry.Raise raise, Sweep.Standing at) {
    Optional<Ends> ends =
        ends(raise.one(), raise.other(), at.scope()).flatMap(e -> sides(e, "raise"));
    return ends.flatMap(
        e ->
            amounts
                .of(raise.amount(), raise.clauses(), e.both(), at, raise.amount().span())
                .map(a -> new Entry.Raise(a, e.first.place(), e.second.place(), raise.span())));
  }

  private record Ends(Inputs.Input first, Inputs.Input second) {
    List<Inputs.Input> both() {
      return List.of(first, second);
    }
  }

  private Optional<Ends> ends(Expression first, Expression second, Scope s) {
    Optional<Inputs.Input> one = inputs.bucket(first, s);
    Optional<Inputs.Input> other = inputs.bucket(second, s);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Stream.of(one.get(), other.get()).forEach(sweep::flows);
    Optional<String> key = PathKey.of(one.get().read());
    if (key.isPresent() && key.equals(PathKey.of(other.get().read()))) {
      in.complaints.say(EntryProblem.ITSELF, other.get().span(), "name", other.get().text());
      return Optional.empty();
    }
    return amounts.conserve(one.get(), other.get(), s)
        ? Optional.of(new Ends(one.get(), other.get()))
        : Optional.empty();
  }

  // ---- Sides

  /** The holding first, the obligation second. */
  private Optional<Ends> sides(Ends ends, String word) {
    for (Inputs.Input end : ends.both()) {
      if (end.bucket().side().isEmpty()) {
        in.complaints.say(
            Complaints.filled(EntryProblem.SIDE_NEEDED, end.span(), "name", end.text())
                .also(end.field().span(), "declared here"),
            end.span());
        return Optional.empty();
      }
    }
    if (ends.first.bucket().side().equals(ends.second.bucket().side())) {
      in.complaints.say(
          EntryProblem.ONE_SIDE,
          ends.second.span(),
          "left",
          ends.first.text(),
          "right",
          ends.second.text(),
          "side",
          ends.first.bucket().owes() ? "owed" : "held",
          "word",
          word);
      return Optional.empty();
    }
    return Optional.of(
        ends.first.bucket().side().equals(Optional.of(Bucket.Side.HOLDS))
            ? ends
            : new Ends(ends.second, ends.first));
  }

  /** A move stays on a side; what says none is held. */
  static boolean oneSide(Checker in, Inputs.Input from, Inputs.Input to) {
    if (from.bucket().owes() == to.bucket().owes()) {
      return true;
    }
    Inputs.Input owed = from.bucket().owes() ? from : to;
    Inputs.Input held = from.bucket().owes() ? to : from;
    Span at = to.span();
    in.complaints.say(EntryProblem.TWO_SIDES, at, "owed", owed.text(), "held", held.text());
    return false;
  }

  // ---- Entries that move nothing

  private Optional<Entry> set(WaterfallEntry.Set set, Sweep.Standing at) {
    Optional<Sweep.Carried> carried =
        set.input() instanceof Expression.Reference r
            ? Optional.ofNullable(sweep.carried.get(r.name().text()))
            : Optional.empty();
    if (carried.isPresent()) {
      Expr.Local local = carried.get().local();
      in.uses.read(local.span());
      return amounts
          .value(set.value(), local.type(), at, "carried")
          .filter(v -> onStep(v, carried.get()))
          .map(v -> new Entry.Carry(local.slot(), local.name(), v, set.span()));
    }
    Optional<Inputs.Input> input = inputs.of(set.input(), at.scope());
    input.ifPresent(sweep.set::add);
    return input.flatMap(
        i ->
            amounts
                .set(set.value(), i, at, "an input")
                .map(v -> new Entry.Set(i.place(), v, set.span())));
  }

  private boolean onStep(Expr value, Sweep.Carried carried) {
    if (carried.step().filter(step -> !sweep.steps(in).isMultiple(value, step)).isEmpty()) {
      return true;
    }
    in.complaints.say(
        EntryProblem.OFF_STEP,
        value.span(),
        "text",
        Quote.of(value.span()),
        "place",
        carried.local().name(),
        "hint",
        "Round it, as in `floor("
            + Quote.of(value.span())
            + " to "
            + steps(carried.step().orElseThrow(), carried.local().type())
            + ")`.");
    return false;
  }

  private static String steps(Exact step, Type type) {
    Unit unit = ((Type.Quantity) type.present()).unit();
    return step + (TypeText.plain(unit) ? "" : " " + unit);
  }

  private Optional<Entry> refuse(WaterfallEntry.Refuse refuse, Sweep.Standing at) {
    Optional<String> reason =
        switch (refuse.reason()) {
          case Expression.Reference r -> Optional.of(r.name().text());
          case Expression.TextLiteral t -> Optional.of(t.value());
          default -> Optional.empty();
        };
    if (reason.isEmpty()) {
      in.complaints.say(EntryProblem.REASON, refuse.reason().span());
    }
    Optional<Expr> when = condition(in, refuse.condition(), at.scope());
    return reason.flatMap(r -> when.map(w -> new Entry.Refuse(r, Optional.of(w), refuse.span())));
  }

  /** A condition as the world stands; empty if something is wrong, which has been said. */
  static Optional<Expr> condition(Checker in, Expression written, Scope s) {
    return Optional.of(written)
        .filter(new Depth(in)::isBounded)
        .map(c -> in.formulas.condition(c, s))
        .filter(c -> !Open.isBroken(c))
        .map(Rebuilding::settled);
  }
}
