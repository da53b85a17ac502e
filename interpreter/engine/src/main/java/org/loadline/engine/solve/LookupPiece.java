package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Slots;
import org.loadline.data.Column;
import org.loadline.data.Outcome;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.reference.Evaluation;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Rows by key and lookups; what has no edges that are known is asked for, point by point. */
final class LookupPiece {
  private final Piece piece;
  private final RunData data;

  LookupPiece(Piece piece, RunData data) {
    this.piece = piece;
    this.data = data;
  }

  Held find(Shape.FindRow find) {
    OptionalInt parent = OptionalInt.empty();
    if (find.parent().isPresent()) {
      parent = OptionalInt.of(piece.row(find.parent().get(), find.own()));
    }
    List<Field> fields = data.loaded().program().entity(find.entity()).fields();
    int first = find.fields().size() - find.keys().size();
    List<Value> keys = new ArrayList<>();
    for (int i = 0; i < find.keys().size(); i++) {
      keys.add(value(find.keys().get(i), fields.get(find.fields().get(first + i)).type()));
    }
    OptionalInt row = data.loaded().snapshot().find(find.entity(), parent, find.fields(), keys);
    return new Held.OfPlace(row.orElseThrow(() -> Failure.of(find.own())));
  }

  /** A value that is known by itself. */
  private Value value(Term term, Type type) {
    return switch (type.present()) {
      case Type.Quantity _, Type.Date _, Type.Instant _ -> piece.here(piece.number(term));
      case Type.Flag t -> Flag.of(piece.row(term, false) != 0);
      case Type.Text t -> new Text(data.loaded().texts().text(piece.row(term, false)));
      case Type.OfChoice t -> new Member(piece.row(term, false));
      case Type.RowOf t -> new RowNumber(piece.row(term, false));
      case Type.Nothing _, Type.OrNone _ ->
          throw new IllegalArgumentException("a key is never missing");
    };
  }

  Held lookup(Shape.Lookup lookup) {
    Table table = table(lookup.table());
    boolean brackets =
        table.keys().size() == 1
            && !table.clamp()
            && table.keys().getFirst().match() instanceof Table.Match.FromBound;
    if (!brackets) {
      Type row = new Type.RowOf(table.rows(), RowPath.self(table.rows().name()));
      return ask(
          table,
          lookup.owner(),
          lookup.keys(),
          lookup.own(),
          Kind.INDEX,
          (owner, keys) -> new Expr.Lookup(row, table.span(), table.ref(), owner, keys));
    }
    Snapshot snapshot = data.loaded().snapshot();
    Snapshot.RowRange rows =
        lookup.owner().isPresent()
            ? snapshot.children(
                table.rows(),
                table.owner().orElseThrow(),
                piece.row(lookup.owner().get(), lookup.own()))
            : new Snapshot.RowRange.Consecutive(0, data.loaded().rows(table.rows()));
    return bracket(table, piece.number(lookup.keys().getFirst()), rows, lookup.own());
  }

  /** The row with the greatest bound that is not above the key. */
  private Held bracket(Table table, Ratio key, Snapshot.RowRange rows, boolean own) {
    int field = ((Table.Match.FromBound) table.keys().getFirst().match()).field();
    Column bounds = data.loaded().snapshot().column(table.rows(), field, 0);
    int found = -1;
    Optional<Exact> greatest = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      if (data.isBroken(table.rows(), row) || bounds.marks().isAbsent(row)) {
        throw Failure.FAULT;
      }
      Value value = bounds.value(row);
      Optional<Exact> bound =
          value == None.INSTANCE ? Optional.empty() : Optional.of((Exact) value);
      boolean started = bound.isEmpty() || piece.sign(key.against(Ratio.of(bound.get()))) >= 0;
      boolean higher =
          found < 0
              || (bound.isPresent()
                  && greatest.filter(g -> g.compareTo(bound.get()) >= 0).isEmpty());
      if (started && higher) {
        found = row;
        greatest = bound;
      }
    }
    if (found < 0) {
      throw Failure.of(own);
    }
    return new Held.OfPlace(found);
  }

  Held marginal(Shape.Marginal lookup) {
    Table table = table(lookup.table());
    return ask(
        table,
        lookup.owner(),
        lookup.keys(),
        lookup.own(),
        Kind.NUMBER,
        (owner, keys) ->
            new Expr.Marginal(
                Type.NUMBER, table.span(), table.ref(), owner, keys, lookup.column()));
  }

  Held interpolated(Shape.Interpolated lookup) {
    Table table = table(lookup.table());
    return ask(
        table,
        lookup.owner(),
        lookup.keys(),
        lookup.own(),
        Kind.NUMBER,
        (owner, keys) ->
            new Expr.Interpolated(
                Type.NUMBER, table.span(), table.ref(), owner, keys, lookup.column()));
  }

  private Table table(TableRef ref) {
    return data.loaded().program().table(ref);
  }

  private interface Question {
    Expr lookup(Optional<Expr> owner, List<Expr> keys);
  }

  private Held ask(
      Table table,
      Optional<Term> owner,
      List<Term> keys,
      boolean own,
      Kind kind,
      Question question) {
    Optional<Expr> of = Optional.empty();
    if (owner.isPresent()) {
      EntityRef rows = table.rows();
      Type type =
          data.loaded().program().entity(rows).fields().get(table.owner().orElseThrow()).type();
      of =
          Optional.of(
              new Expr.Constant(type, table.span(), new RowNumber(piece.row(owner.get(), own))));
    }
    List<Expr> constants = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Type type = table.keys().get(i).type();
      constants.add(new Expr.Constant(type, table.span(), value(keys.get(i), type)));
    }
    Expr lookup = question.lookup(of, constants);
    Expr none = new Expr.Constant(Type.NOTHING, table.span(), None.INSTANCE);
    // Its own failure is answered by `else none`; any other fault is one.
    Expr answered = new Expr.Else(lookup.type(), lookup.span(), lookup, none);
    return switch (data.ask(answered)) {
      case Outcome.Faulted faulted -> throw Failure.FAULT;
      case Outcome.Known(Value value) -> {
        if (value == None.INSTANCE) {
          throw Failure.of(own);
        }
        yield piece.cells().held(value, kind);
      }
    };
  }

  /** A formula with what stands in its slots; one that fails is a fault only if it is read. */
  Held asked(Shape.Asked asked, Kind kind) {
    Map<Integer, Optional<Value>> known = new HashMap<>();
    for (int i = 0; i < asked.slots().size(); i++) {
      int slot = asked.slots().get(i);
      known.put(slot, value(asked.values().get(i), slot, asked));
    }
    Evaluation.Answer answer = data.answer(asked.formula(), known);
    return switch (answer.outcome()) {
      case Outcome.Known(Value value) -> piece.cells().held(value, kind);
      case Outcome.Faulted faulted -> throw Failure.of(asked.own() && answer.own());
    };
  }

  private Optional<Value> value(Term term, int slot, Shape.Asked asked) {
    try {
      Held held = piece.held(term);
      boolean missing = held instanceof Held.OfPlace(int place) && place < 0;
      if (missing || held == Held.MISSING) {
        return Optional.of(None.INSTANCE);
      }
      return Optional.of(
          held == Held.ENDLESS
              ? Unlimited.INSTANCE
              : value(term, Slots.type(asked.formula(), slot).present()));
    } catch (Failure failure) {
      return Optional.empty();
    }
  }

  Held asked(Shape.AskedFact asked, Kind kind) {
    Fact fact = data.loaded().program().fact(asked.fact());
    Optional<Expr> row =
        fact.owner()
            .map(
                owner ->
                    new Expr.Constant(
                        new Type.RowOf(owner, RowPath.self(owner.name())),
                        fact.span(),
                        new RowNumber(piece.row(asked.row().orElseThrow(), false))));
    return switch (data.ask(
        new Expr.FactOf(fact.type(), fact.span(), row, fact.ref(), List.of()))) {
      case Outcome.Faulted faulted -> throw Failure.FAULT;
      case Outcome.Known(Value value) -> piece.cells().held(value, kind);
    };
  }
}
