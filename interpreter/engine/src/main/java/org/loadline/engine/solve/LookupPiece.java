package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
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
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
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
      if (lookup.byRows().isPresent()) {
        return piece.held(lookup.byRows().get());
      }
      Type row = new Type.RowOf(table.rows(), RowPath.self(table.rows().name()));
      return ask(
          table,
          lookup.owner(),
          keys(table, lookup.keys()),
          lookup.own(),
          Kind.INDEX,
          (owner, keys) -> new Expr.Lookup(row, table.span(), table.ref(), owner, keys));
    }
    Snapshot.RowRange rows = rows(table, lookup.owner(), lookup.own());
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

  // ---- Over a stretch of points

  /** What a term can be over the stretch. */
  interface Reaching {
    Reach of(Term term);
  }

  Reach reach(Shape.Lookup lookup, Reaching reaching) {
    Table table = table(lookup.table());
    return table.clamp()
        ? Reach.OPEN
        : overBounds(
            table,
            lookup.owner(),
            lookup.keys(),
            reaching,
            (rows, key) -> {
              Function<Exact, Integer> row =
                  number ->
                      ((Held.OfPlace) bracket(table, Ratio.of(number), rows, lookup.own())).place();
              SortedSet<Integer> found = new TreeSet<>(List.of(row.apply(key.getFirst())));
              key.forEach(number -> found.add(row.apply(number)));
              return Reach.places(found);
            });
  }

  Reach reach(Shape.Marginal lookup, Reaching reaching) {
    return line(
        table(lookup.table()),
        lookup.owner(),
        lookup.keys(),
        reaching,
        key -> marginal(lookup, key));
  }

  Reach reach(Shape.Interpolated lookup, Reaching reaching) {
    return line(
        table(lookup.table()),
        lookup.owner(),
        lookup.keys(),
        reaching,
        key -> interpolated(lookup, key));
  }

  /** Between two bounds of its table it is a straight line, so it is extreme at one of them. */
  private Reach line(
      Table table,
      Optional<Term> owner,
      List<Term> keys,
      Reaching reaching,
      Function<List<Exact>, Held> at) {
    return overBounds(
        table,
        owner,
        keys,
        reaching,
        (rows, key) -> {
          Reach result = Reach.OPEN;
          boolean first = true;
          for (Exact number : key) {
            if (!(at.apply(List.of(number)) instanceof Held.OfNumber(Ratio found))) {
              return Reach.OPEN;
            }
            Reach here = Reach.Between.of(found.at(0), found.at(0));
            result = first ? here : Reach.either(result, here);
            first = false;
          }
          return result;
        });
  }

  private interface OverBounds {
    /**
     * @param key the ends of the stretch, and the bounds between them
     */
    Reach of(Snapshot.RowRange rows, List<Exact> key);
  }

  /** By one key that rows take from their bounds up, of rows that are the same at each point. */
  private Reach overBounds(
      Table table, Optional<Term> owner, List<Term> keys, Reaching reaching, OverBounds result) {
    if (keys.size() != 1
        || !(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))
        || owner.filter(piece::moves).isPresent()
        || !(reaching.of(keys.getFirst()) instanceof Reach.Between key)
        || !key.isLimited()) {
      return Reach.OPEN;
    }
    Exact least = key.least().orElseThrow();
    Exact greatest = key.greatest().orElseThrow();
    try {
      Snapshot.RowRange rows = rows(table, owner, false);
      Column bounds = data.loaded().snapshot().column(table.rows(), field, 0);
      List<Exact> numbers = new ArrayList<>(List.of(least, greatest));
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        if (data.isBroken(table.rows(), row) || bounds.marks().isAbsent(row)) {
          return Reach.OPEN;
        }
        if (bounds.value(row) instanceof Exact bound
            && bound.compareTo(least) > 0
            && bound.compareTo(greatest) < 0) {
          numbers.add(bound);
        }
      }
      return numbers.size() > Reach.MOST_PLACES ? Reach.OPEN : result.of(rows, numbers);
    } catch (Failure failure) {
      return Reach.OPEN;
    }
  }

  private Snapshot.RowRange rows(Table table, Optional<Term> owner, boolean own) {
    return owner.isPresent()
        ? data.loaded()
            .snapshot()
            .children(table.rows(), table.owner().orElseThrow(), piece.row(owner.get(), own))
        : new Snapshot.RowRange.Consecutive(0, data.loaded().rows(table.rows()));
  }

  // ---- By the reference evaluator

  Held marginal(Shape.Marginal lookup) {
    if (lookup.byRows().isPresent()) {
      return piece.held(lookup.byRows().get());
    }
    return marginal(lookup, keys(table(lookup.table()), lookup.keys()));
  }

  private Held marginal(Shape.Marginal lookup, List<? extends Value> keys) {
    Table table = table(lookup.table());
    return ask(
        table,
        lookup.owner(),
        keys,
        lookup.own(),
        Kind.NUMBER,
        (owner, constants) ->
            new Expr.Marginal(
                Type.NUMBER, table.span(), table.ref(), owner, constants, lookup.column()));
  }

  Held interpolated(Shape.Interpolated lookup) {
    return interpolated(lookup, keys(table(lookup.table()), lookup.keys()));
  }

  private Held interpolated(Shape.Interpolated lookup, List<? extends Value> keys) {
    Table table = table(lookup.table());
    return ask(
        table,
        lookup.owner(),
        keys,
        lookup.own(),
        Kind.NUMBER,
        (owner, constants) ->
            new Expr.Interpolated(
                Type.NUMBER, table.span(), table.ref(), owner, constants, lookup.column()));
  }

  private Table table(TableRef ref) {
    return data.loaded().program().table(ref);
  }

  private List<Value> keys(Table table, List<Term> keys) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      values.add(value(keys.get(i), table.keys().get(i).type()));
    }
    return values;
  }

  private interface Question {
    Expr lookup(Optional<Expr> owner, List<Expr> keys);
  }

  private Held ask(
      Table table,
      Optional<Term> owner,
      List<? extends Value> keys,
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
      constants.add(new Expr.Constant(table.keys().get(i).type(), table.span(), keys.get(i)));
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
