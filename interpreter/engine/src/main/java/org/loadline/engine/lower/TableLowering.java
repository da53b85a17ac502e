package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.engine.nodes.ValueNode.Meaning;
import org.loadline.engine.nodes.logic.ConstantIndexNode;
import org.loadline.engine.nodes.number.AskedNumberNode;
import org.loadline.engine.nodes.table.AskedLookup;
import org.loadline.engine.nodes.table.AskedRowNode;
import org.loadline.engine.nodes.table.FindRowNode;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;

/** Makes the nodes that find rows by key and look up in tables. */
final class TableLowering {
  private final Lowering lowering;

  TableLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  IndexNode find(Shape.FindRow find) {
    Entity entity = lowering.program().entity(find.entity());
    ValueNode[] keys = new ValueNode[find.keys().size()];
    // Among children the first field is the reference to the parent, which has no key.
    int first = find.fields().size() - keys.length;
    for (int i = 0; i < keys.length; i++) {
      Type type = entity.fields().get(find.fields().get(first + i)).type();
      keys[i] = value(find.keys().get(i), type);
    }
    return new FindRowNode(
        find.entity(),
        find.parent().isPresent(),
        place(find.parent()),
        find.fields(),
        keys,
        find.own());
  }

  IndexNode lookup(Shape.Lookup lookup) {
    Table table = lowering.program().table(lookup.table());
    Optional<IndexNode> halving = BracketLowering.lower(lowering, table, lookup);
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
    return new AskedRowNode(
        asked(
            table,
            lookup.owner(),
            lookup.keys(),
            lookup.own(),
            (owner, keys) ->
                new Expr.Lookup(rowType(table), table.span(), table.ref(), owner, keys)));
  }

  NumberNode marginal(Shape.Marginal lookup) {
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
    return new AskedNumberNode(
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

  NumberNode interpolated(Shape.Interpolated lookup) {
    Table table = lowering.program().table(lookup.table());
    Type type = Type.NUMBER;
    lowering.notes().way(Note.Way.ASKED);
    return new AskedNumberNode(
        asked(
            table,
            lookup.owner(),
            lookup.keys(),
            lookup.own(),
            (owner, keys) ->
                new Expr.Interpolated(
                    type, table.span(), table.ref(), owner, keys, lookup.column())));
  }

  private AskedLookup asked(
      Table table,
      Optional<Term> owner,
      List<Term> keys,
      boolean own,
      AskedLookup.Question question) {
    List<Type> types = new ArrayList<>();
    owner.ifPresent(o -> types.add(ownerType(table)));
    ValueNode[] values = new ValueNode[keys.size()];
    for (int i = 0; i < values.length; i++) {
      Type type = table.keys().get(i).type();
      types.add(type);
      values[i] = value(keys.get(i), type);
    }
    return new AskedLookup(
        owner.isPresent(), place(owner), values, types, question, table.span(), own);
  }

  private Type ownerType(Table table) {
    Field field = lowering.program().entity(table.rows()).fields().get(table.owner().orElseThrow());
    return field.type();
  }

  private static Type rowType(Table table) {
    return new Type.RowOf(table.rows(), RowPath.self(table.rows().name()));
  }

  private IndexNode place(Optional<Term> row) {
    return row.map(lowering::index).orElseGet(() -> new ConstantIndexNode(0));
  }

  /** A term as a value of its type. */
  private ValueNode value(Term term, Type type) {
    return switch (type.present()) {
      case Type.Quantity t -> number(term);
      case Type.Date t -> number(term);
      case Type.Instant t -> number(term);
      case Type.Flag t -> place(term, Meaning.FLAG);
      case Type.Text t -> place(term, Meaning.TEXT);
      case Type.OfChoice t -> place(term, Meaning.MEMBER);
      case Type.RowOf t -> place(term, Meaning.ROW);
      case Type.Nothing t -> throw new IllegalArgumentException("none is never a key");
      case Type.OrNone t -> throw new IllegalArgumentException("a key is never missing");
    };
  }

  private ValueNode number(Term term) {
    return new ValueNode.OfNumber(lowering.arithmetic().plain(lowering.number(term)));
  }

  private ValueNode place(Term term, Meaning meaning) {
    return new ValueNode.OfPlace(lowering.index(term), meaning);
  }
}
