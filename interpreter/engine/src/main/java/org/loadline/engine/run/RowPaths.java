package org.loadline.engine.run;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.values.RowNumber;

/**
 * Follows paths of a pass backwards: from rows that a term may be, to the rows of the pass for
 * which it may be one of them.
 */
final class RowPaths {
  private final LoadedSnapshot loaded;
  private final Optional<Domain.Children> wanted;
  private final BitSet found;

  /**
   * @param wanted the children of the row of the pass that are looked for in its place
   * @param found where the rows are added
   */
  RowPaths(LoadedSnapshot loaded, Optional<Domain.Children> wanted, BitSet found) {
    this.loaded = loaded;
    this.wanted = wanted;
    this.found = found;
  }

  /** Adds the rows for which a term may be one of {@code rows}. False if that may be any. */
  boolean follow(Term term, BitSet rows) {
    return back(term, rows);
  }

  /** As {@link #follow}, of the owners of rows that a lookup finds. */
  boolean followOwner(EntityRef entity, OptionalInt field, Optional<Term> owner, BitSet rows) {
    return owner(entity, field, owner, rows);
  }

  private boolean back(Term term, BitSet rows) {
    if (rows.isEmpty()) {
      return true;
    }
    return switch (term.shape()) {
      case Shape.Variable(int depth, Domain domain) -> variable(domain, rows);
      case Shape.Read(ColumnKey.OfField(EntityRef entity, int field, int m), var row, boolean own)
          when row.isPresent() ->
          back(row.get(), loaded.children(entity, field, rows));
      case Shape.Read(ColumnKey.AsItStands(var read), var row, boolean own) when row.isPresent() ->
          back(row.get(), loaded.children(read.entity(), read.field(), rows));
      case Shape.If(Term condition, Term yes, Term no) -> back(yes, rows) && back(no, rows);
      case Shape.Else(Term left, Term right) -> back(left, rows) && back(right, rows);
      case Shape.Pick pick -> back(pick.variable(), rows);
      case Shape.Loop loop -> back(loop.body(), rows);
      case Shape.End end -> variable(end.rows().source(), rows);
      case Shape.Lookup lookup -> {
        Table table = loaded.program().table(lookup.table());
        yield owner(table.rows(), table.owner(), lookup.owner(), rows);
      }
      case Shape.FindRow(
              EntityRef entity,
              Optional<Term> parent,
              List<Integer> fields,
              var keys,
              boolean own) ->
          owner(
              entity,
              parent.isPresent() ? OptionalInt.of(fields.getFirst()) : OptionalInt.empty(),
              parent,
              rows);
      case Shape.Constant(RowNumber(int row)) -> !rows.get(row);
      case Shape.Constant constant -> true;
      case Shape.Fail fail -> true;
      default -> false;
    };
  }

  private boolean variable(Domain domain, BitSet rows) {
    return switch (domain) {
      case Domain.Own own -> {
        found.or(wanted.map(c -> loaded.children(c.child(), c.field(), rows)).orElse(rows));
        yield true;
      }
      case Domain.Children children when wanted.equals(Optional.of(children)) -> {
        found.or(rows);
        yield true;
      }
      case Domain.Children(Term parent, EntityRef child, int field) ->
          back(parent, loaded.parents(child, field, rows));
      case Domain.Window window -> variable(window.points(), rows);
      case Domain.All all -> false;
      case Domain.Points points -> true;
      case Domain.Members members -> true;
      case Domain.Numbers numbers -> true;
      case Domain.Ranked ranked -> variable(ranked.source(), rows);
      case Domain.Carried carried -> false;
    };
  }

  private boolean owner(EntityRef entity, OptionalInt field, Optional<Term> owner, BitSet rows) {
    return rows.isEmpty()
        || (owner.isPresent()
            && field.isPresent()
            && back(owner.get(), loaded.parents(entity, field.getAsInt(), rows)));
  }
}
