package org.loadline.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.TableRef;

/** What formulas read, through all facts: inputs, and which rows there are. */
final class Reads {
  /** The slot of a row that no variable names. */
  static final int ANY = -1;

  private final Checker in;
  private final Map<FactRef, Set<Read>> ofFacts = new HashMap<>();

  Reads(Checker in) {
    this.in = in;
  }

  /** Something that entries change. */
  sealed interface Cell {
    /** An input of every row of an entity. */
    record OfEntity(int entity, int field) implements Cell {}

    /** Which rows an entity has. */
    record RowsOf(int entity) implements Cell {}

    /** A system input. */
    record OfWhole(int input) implements Cell {}

    /** What a sweep carries in a slot. */
    record Carried(int slot) implements Cell {}
  }

  /** A cell, of the row that a variable names or of {@link #ANY}. */
  record Read(Cell cell, int slot) {
    Read of(int other) {
      return new Read(cell, other);
    }
  }

  /** Everything that a formula reads. */
  Set<Read> of(Expr expr) {
    Set<Read> found = new LinkedHashSet<>();
    add(expr, found);
    return found;
  }

  /** What a formula reads by itself, without its parts: an input, or all that a fact reads. */
  Set<Read> alone(Expr expr) {
    Set<Read> found = new LinkedHashSet<>();
    switch (expr) {
      case Expr.FieldOf e -> {
        if (in.vocabulary.entity(e.entity()).fields().get(e.field()).role() == Field.Role.INPUT) {
          found.add(new Read(new Cell.OfEntity(e.entity().index(), e.field()), slot(e.row())));
        }
      }
      case Expr.SystemValue e -> found.add(new Read(new Cell.OfWhole(e.input().index()), ANY));
      case Expr.FactOf e -> {
        int row = e.row().map(Reads::slot).orElse(ANY);
        for (Read read : ofFact(e.fact())) {
          found.add(read.of(read.slot() == 0 ? row : ANY));
        }
      }
      case Expr.RowWithKey e -> found.add(new Read(new Cell.RowsOf(e.entity().index()), ANY));
      case Expr.Lookup e -> table(e.table(), found);
      case Expr.Marginal e -> table(e.table(), found);
      case Expr.Interpolated e -> table(e.table(), found);
      case Expr.Aggregate e -> e.binders().forEach(b -> rows(b.rows(), found));
      case Expr.Pick e -> rows(e.binder().rows(), found);
      case Expr.End e -> rows(e.rows(), found);
      case Expr.Place e -> rows(e.rows(), found);
      case Expr.Fold e -> rows(e.binder().rows(), found);
      default -> {}
    }
    return found;
  }

  private void add(Expr expr, Set<Read> found) {
    found.addAll(alone(expr));
    ExprWalk.parts(expr).forEach(part -> add(part, found));
  }

  /** In a fact of an entity, slot 0 is its own row. */
  private Set<Read> ofFact(FactRef ref) {
    Set<Read> known = ofFacts.get(ref);
    if (known != null) {
      return known;
    }
    Fact fact = in.definitions.facts().get(ref.index());
    if (isState(fact)) {
      return Set.of();
    }
    Set<Read> found = new LinkedHashSet<>();
    // Of earlier rows a fact may read itself: that adds nothing to what it reads.
    ofFacts.put(ref, Set.of());
    boolean ofRow = fact.owner().isPresent();
    for (Read read : of(fact.body())) {
      found.add(ofRow && read.slot() == 0 ? read : read.of(ANY));
    }
    fact.needs().ifPresent(needs -> of(needs).forEach(read -> found.add(read.of(ANY))));
    ofFacts.put(ref, found);
    return found;
  }

  /** No entry changes a state: it is that of the snapshot as it came. */
  private boolean isState(Fact fact) {
    List<Field> fields =
        fact.owner()
            .map(owner -> in.vocabulary.entity(owner).fields())
            .orElseGet(() -> in.vocabulary.bound().system());
    return fact.origin() == Fact.Origin.FACT
        && fields.stream()
            .anyMatch(f -> f.role() == Field.Role.LAST && f.name().equals("last " + fact.name()));
  }

  private void table(TableRef ref, Set<Read> found) {
    Table table = in.vocabulary.bound().tables().get(ref.index());
    Entity entity = in.vocabulary.entity(table.rows());
    if (!entity.written()) {
      found.add(new Read(new Cell.RowsOf(entity.ref().index()), ANY));
      entity
          .fields()
          .forEach(
              f -> found.add(new Read(new Cell.OfEntity(entity.ref().index(), f.index()), ANY)));
    }
  }

  private static void rows(Rows rows, Set<Read> found) {
    switch (Collections.base(rows)) {
      case Rows.All all -> found.add(new Read(new Cell.RowsOf(all.entity().index()), ANY));
      case Rows.Children of -> found.add(new Read(new Cell.RowsOf(of.child().index()), ANY));
      case Rows.Window window -> rows(window.points(), found);
      case Rows.Members members -> {}
      case Rows.Numbers numbers -> {}
      case Rows.Ordered ordered -> throw new IllegalStateException("rows below an order");
      case Rows.Before before -> throw new IllegalStateException("rows below an order");
    }
  }

  private static int slot(Expr row) {
    return row instanceof Expr.Local local ? local.slot() : ANY;
  }

  /** The inputs that a fact comes from, as people write them. */
  List<String> inputs(Expr fact) {
    return of(fact).stream()
        .flatMap(read -> name(read.cell()).stream())
        .distinct()
        .map(name -> "`" + name + "`")
        .toList();
  }

  private Optional<String> name(Cell cell) {
    return switch (cell) {
      case Cell.OfEntity(int entity, int field) -> {
        Entity of = in.vocabulary.bound().entities().get(entity);
        yield Optional.of(of.name() + "." + of.fields().get(field).name());
      }
      case Cell.OfWhole(int input) -> Optional.of(in.vocabulary.bound().system().get(input).name());
      case Cell.RowsOf rows -> Optional.empty();
      case Cell.Carried carried -> Optional.empty();
    };
  }
}
