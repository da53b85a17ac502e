package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Amount;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.core.SortKey;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.OrderKey;
import org.loadline.syntax.WaterfallEntry;
import org.loadline.syntax.WaterfallEntry.Clause;

/** Moves with many rows at one end. */
final class Shares {
  private final Checker in;
  private final Sweep sweep;
  private final Inputs inputs;
  private final Amounts amounts;

  Shares(Checker in, Sweep sweep, Inputs inputs, Amounts amounts) {
    this.in = in;
    this.sweep = sweep;
    this.inputs = inputs;
    this.amounts = amounts;
  }

  /** The end with many rows: one of them, and the input that each has. */
  private record Many(Collections.Element row, Inputs.Input each, Scope scope) {
    EntityRef entity() {
      return ((Type.RowOf) row.value().type()).entity();
    }
  }

  Optional<Entry> share(WaterfallEntry.Share share, Sweep.Standing at) {
    Optional<Denoted.Collection> givers = rows(share.from(), at.scope());
    Optional<Denoted.Collection> takers = rows(share.to(), at.scope());
    if (givers.isPresent() == takers.isPresent()) {
      in.complaints.say(
          givers.isPresent() ? EntryProblem.TWO_MANY_ENDS : EntryProblem.NO_MANY_END,
          share.to().place().span());
      return Optional.empty();
    }
    boolean fromEach = givers.isPresent();
    WaterfallEntry.End manyEnd = fromEach ? share.from() : share.to();
    WaterfallEntry.End oneEnd = fromEach ? share.to() : share.from();
    oneEnd.where().ifPresent(w -> in.complaints.say(EntryProblem.WHERE_OF_ONE, w.span()));
    Optional<Many> many = many(manyEnd, fromEach ? givers.get() : takers.orElseThrow(), at.scope());
    Optional<Inputs.Input> single = inputs.bucket(oneEnd.place(), at.scope());
    if (many.isEmpty() || single.isEmpty()) {
      return Optional.empty();
    }
    return typed(share, at, many.get(), single.get(), fromEach, manyEnd);
  }

  private Optional<Entry> typed(
      WaterfallEntry.Share share,
      Sweep.Standing at,
      Many many,
      Inputs.Input single,
      boolean fromEach,
      WaterfallEntry.End manyEnd) {
    sweep.flows(many.each);
    sweep.flows(single);
    if (!amounts.conserve(single, many.each, at.scope())) {
      return Optional.empty();
    }
    if (!(fromEach
        ? Entries.oneSide(in, many.each, single)
        : Entries.oneSide(in, single, many.each))) {
      return Optional.empty();
    }
    Optional<Amount> amount =
        amounts.of(
            share.amount(), share.clauses(), List.of(single, many.each), at, share.amount().span());
    Optional<Expr> filter = manyEnd.where().flatMap(w -> Entries.condition(in, w, many.scope));
    Scope chosen =
        filter.isPresent() ? many.scope.knowing(Shown.by(filter.get(), true)) : many.scope;
    Optional<Expr> weight = weight(share.weight(), chosen, many);
    Optional<Expression> capped = cap(share.clauses());
    Optional<Expr> cap = capped.flatMap(c -> cap(c, chosen, many));
    List<SortKey> lost = lost(share.clauses(), chosen, many);
    boolean complete =
        amount.isPresent() && weight.isPresent() && capped.isPresent() == cap.isPresent();
    if (!complete || (amount.get().step().isEmpty() && !coarse(many, single))) {
      return Optional.empty();
    }
    boolean mayOverdraw =
        fromEach
            ? cap.isEmpty() || new Overdraws(in).may(cap.get(), Optional.empty(), many.each)
            : Entries.mayOverdraw(in, amount.get(), single);
    return Optional.of(
        new Entry.Share(
            amount.get(),
            settled(many.row.binder()),
            filter,
            many.each.place(),
            single.place(),
            fromEach,
            weight.get(),
            cap,
            share.clauses().stream().anyMatch(Clause.Refilled.class::isInstance),
            amount.get().step(),
            lost,
            mayOverdraw,
            share.span()));
  }

  // ---- The end with many rows

  /** The rows that a place names one input of each of, if it does. */
  private Optional<Denoted.Collection> rows(WaterfallEntry.End end, Scope s) {
    return end.place() instanceof Expression.Member(Expression target, Name name, var span)
            && new Depth(in).isBounded(target)
            && in.names.denote(target, s, Ask.PLAIN) instanceof Denoted.Collection many
            && (Collections.base(many.rows()) instanceof Rows.All
                || Collections.base(many.rows()) instanceof Rows.Children)
        ? Optional.of(many)
        : Optional.empty();
  }

  private Optional<Many> many(WaterfallEntry.End end, Denoted.Collection rows, Scope s) {
    Expression.Member place = (Expression.Member) end.place();
    EntityRef entity = in.collections.entity(rows.rows()).ref();
    Collections.Element row = in.collections.bind(rows, entity.name(), s, place.target().span());
    Name name = new Name(place.name().text(), place.span());
    Optional<Denoted> part = in.parts.part(row.value(), entity, name, s);
    if (part.isEmpty()) {
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_PART,
          place.name().span(),
          in.vocabulary.partHint(place.name().text(), entity),
          "owner",
          "A row of `" + entity + "`",
          "name",
          place.name().text());
      return Optional.empty();
    }
    Expr read = in.names.value(part.get(), place.span(), s, Ask.PLAIN);
    Scope inside = s.withRow(row.value(), entity, row.root());
    return inputs
        .of(read, place.span())
        .filter(inputs::isBucket)
        .map(each -> new Many(row, each, inside));
  }

  // ---- Clauses

  private Optional<Expr> weight(Expression written, Scope s, Many many) {
    Expr weight = amounts.finite(written, s);
    if (Open.isBroken(weight)) {
      return Optional.empty();
    }
    if (in.paths.mentions(Fitness.quantity(weight).unit(), many.row.root())) {
      in.complaints.say(
          TypeProblem.LEAVES_ITS_ROWS,
          weight.span(),
          "name",
          "a share",
          "verb",
          "weigh",
          "unit",
          TypeText.unit(Fitness.quantity(weight).unit()));
      return Optional.empty();
    }
    return Optional.of(Rebuilding.settled(weight));
  }

  private static Optional<Expression> cap(List<Clause> clauses) {
    return clauses.stream()
        .filter(Clause.EachAtMost.class::isInstance)
        .map(c -> ((Clause.EachAtMost) c).cap())
        .findFirst();
  }

  private Optional<Expr> cap(Expression written, Scope s, Many many) {
    Expr cap = amounts.limit(written, s);
    if (Open.isBroken(cap) || !amounts.fits(cap, List.of(many.each), s)) {
      return Optional.empty();
    }
    return Optional.of(Rebuilding.settled(Retyping.inUnit(cap, many.each.unit())));
  }

  /** The largest come first. */
  private List<SortKey> lost(List<Clause> clauses, Scope s, Many many) {
    List<OrderKey> keys = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause instanceof Clause.ToTheLargest largest) {
        OrderKey first = largest.order().getFirst();
        keys.add(new OrderKey(first.key(), true, first.span()));
        keys.addAll(largest.order().subList(1, largest.order().size()));
      }
    }
    return new SortKeys(in).of(keys, s, many.entity(), many.row.root());
  }

  /** Whether steps of each row lie on those of the other end. */
  private boolean coarse(Many many, Inputs.Input single) {
    if (sweep.steps(in).lies(many.each.read(), single)) {
      return true;
    }
    in.complaints.say(
        Complaints.filled(
                EntryProblem.FINER_STEP,
                many.each.span(),
                "place",
                single.text(),
                "step",
                Amounts.step(single))
            .also(single.field().span(), "declared here"),
        many.each.span());
    return false;
  }

  static Expr.Binder settled(Expr.Binder binder) {
    return binder.rows() instanceof Rows.Children(Expr parent, EntityRef child, int field)
        ? new Expr.Binder(
            binder.slot(),
            binder.name(),
            new Rows.Children(Rebuilding.settled(parent), child, field),
            binder.span())
        : binder;
  }
}
