package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.engine.code.NumberFound;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Question;
import org.loadline.engine.code.ValueOp;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;

/** Makes the operations that find rows by key and look up in tables. */
final class TableLowering {
  private final Lowering lowering;

  TableLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  PlaceOp find(Shape.FindRow find) {
    Entity entity = lowering.program().entity(find.entity());
    List<ValueOp> keys = new ArrayList<>();
    // Among children the first field is the reference to the parent, which has no key.
    int first = find.fields().size() - find.keys().size();
    for (int i = 0; i < find.keys().size(); i++) {
      Type type = entity.fields().get(find.fields().get(first + i)).type();
      keys.add(value(find.keys().get(i), type));
    }
    return new PlaceFound.ByKey(
        find.entity(),
        find.parent().isPresent(),
        place(find.parent()),
        find.fields(),
        keys,
        find.own());
  }

  PlaceOp lookup(Shape.Lookup lookup) {
    Table table = lowering.program().table(lookup.table());
    Optional<PlaceOp> halving = BracketLowering.lower(lowering, table, lookup);
    if (halving.isEmpty()) {
      lowering.notes().restart();
    }
    if (halving.isPresent()) {
      lowering.notes().way(Note.Way.RISING);
      return halving.get();
    }
    if (lookup.byRows().isPresent()) {
      lowering.notes().way(Note.Way.ROW_BY_ROW);
      return lowering.aside().index(lookup.byRows().get(), isKnown(table));
    }
    lowering.notes().way(Note.Way.ASKED);
    return new PlaceFound.AskedLookup(
        asked(
            table,
            lookup.owner(),
            lookup.keys(),
            lookup.own(),
            (owner, keys) ->
                new Expr.Lookup(rowType(table), table.span(), table.ref(), owner, keys)));
  }

  NumberOp marginal(Shape.Marginal lookup) {
    Table table = lowering.program().table(lookup.table());
    if (lookup.byRow().isPresent() && offsetsAreKnown(table, lookup.column())) {
      lowering.notes().way(Note.Way.FROM_ROW);
      return lowering.number(lookup.byRow().get());
    }
    if (lookup.byRows().isPresent()) {
      lowering.notes().way(Note.Way.ROW_BY_ROW);
      return lowering.aside().number(lookup.byRows().get(), isKnown(table));
    }
    lowering.notes().way(Note.Way.ASKED);
    Type type = Type.NUMBER;
    return new NumberFound.AskedLookup(
        asked(
            table,
            lookup.owner(),
            lookup.keys(),
            lookup.own(),
            (owner, keys) ->
                new Expr.Marginal(type, table.span(), table.ref(), owner, keys, lookup.column())));
  }

  /** Whether it is known what the bounds are. */
  private boolean isKnown(Table table) {
    return !(table.keys().getLast().match() instanceof Table.Match.FromBound(int field)
        && lowering.columns().form(new ColumnKey.OfField(table.rows(), field, 0))
            instanceof ColumnForm.OfNumbers bounds
        && bounds.form().isExact());
  }

  private boolean offsetsAreKnown(Table table, int column) {
    ColumnKey offset = new ColumnKey.OfOffset(table.ref(), table.rows(), column);
    return !lowering.columns().form(offset).mayFault();
  }

  NumberOp interpolated(Shape.Interpolated lookup) {
    Table table = lowering.program().table(lookup.table());
    Type type = Type.NUMBER;
    lowering.notes().way(Note.Way.ASKED);
    return new NumberFound.AskedLookup(
        asked(
            table,
            lookup.owner(),
            lookup.keys(),
            lookup.own(),
            (owner, keys) ->
                new Expr.Interpolated(
                    type, table.span(), table.ref(), owner, keys, lookup.column())));
  }

  private Question.OfLookup asked(
      Table table, Optional<Term> owner, List<Term> keys, boolean own, Question.Wording question) {
    List<Type> types = new ArrayList<>();
    owner.ifPresent(o -> types.add(ownerType(table)));
    List<ValueOp> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Type type = table.keys().get(i).type();
      types.add(type);
      values.add(value(keys.get(i), type));
    }
    return new Question.OfLookup(
        owner.isPresent(), place(owner), values, types, question, table.span(), own);
  }

  private Type ownerType(Table table) {
    Field field = lowering.program().entity(table.rows()).fields().get(table.owner().orElseThrow());
    return field.type();
  }

  private static Type rowType(Table table) {
    return new Type.RowOf(table.rows(), RowPath.self(table.rows().name()));
  }

  private PlaceOp place(Optional<Term> row) {
    return row.map(lowering::index).orElseGet(() -> new PlaceOp.Constant(0));
  }

  /** A term as a value of its type. */
  private ValueOp value(Term term, Type type) {
    return switch (type.present()) {
      case Type.Quantity t -> number(term);
      case Type.Date t -> number(term);
      case Type.Instant t -> number(term);
      case Type.Flag t -> place(term, ValueOp.Meaning.FLAG);
      case Type.Text t -> place(term, ValueOp.Meaning.TEXT);
      case Type.OfChoice t -> place(term, ValueOp.Meaning.MEMBER);
      case Type.RowOf t -> place(term, ValueOp.Meaning.ROW);
      case Type.Nothing t -> throw new IllegalArgumentException("none is never a key");
      case Type.OrNone t -> throw new IllegalArgumentException("a key is never missing");
    };
  }

  private ValueOp number(Term term) {
    return new ValueOp.OfNumber(lowering.arithmetic().plain(lowering.number(term)));
  }

  private ValueOp place(Term term, ValueOp.Meaning meaning) {
    return new ValueOp.OfPlace(lowering.index(term), meaning);
  }
}
