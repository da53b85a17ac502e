package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;

/**
 * What formulas read, through all facts that they read: inputs and params, and of which entities
 * rows are used at all. What a formula does not read cannot change it.
 */
final class InputReads {
  private final Program program;
  private final Map<FactRef, Reads> known = new HashMap<>();

  /**
   * @param inputs columns of first members, system inputs and params, and entities that are looked
   *     through
   * @param whole whether the whole must be sound
   */
  record Reads(Set<Object> inputs, Set<EntityRef> rows, boolean whole) {
    /** Whether something read differs in a world. */
    boolean meets(World.Affected affected) {
      return (whole && affected.whole())
          || affected.inputs().stream().anyMatch(inputs::contains)
          || affected.soundness().stream().anyMatch(rows::contains);
    }
  }

  InputReads(Program program) {
    this.program = program;
  }

  Reads of(Fact fact) {
    Reads reads = known.get(fact.ref());
    if (reads == null) {
      Search search = new Search();
      search.fact(fact);
      reads = search.reads();
      known.put(fact.ref(), reads);
    }
    return reads;
  }

  Reads of(Expr formula) {
    Search search = new Search();
    search.visit(formula);
    return search.reads();
  }

  /** What a change is about, as {@link Reads#inputs} knows it. */
  static Object subject(Change change) {
    return switch (change) {
      case Change.OfField c -> new ColumnKey.OfField(c.entity(), c.field(), 0);
      case Change.OfSystem c -> new ColumnKey.OfSystem(c.input());
      case Change.OfParam c -> c.param();
      case Change.OfRow c -> c.entity();
    };
  }

  private final class Search {
    private final Set<Object> inputs = new HashSet<>();
    private final Set<EntityRef> rows = new HashSet<>();
    private final Set<FactRef> facts = new HashSet<>();
    private boolean whole;

    Reads reads() {
      return new Reads(Set.copyOf(inputs), Set.copyOf(rows), whole);
    }

    /** A fact of earlier rows may read itself, so what is known of one is looked up first. */
    void fact(Fact fact) {
      Reads before = known.get(fact.ref());
      if (before != null) {
        inputs.addAll(before.inputs());
        rows.addAll(before.rows());
        whole |= before.whole();
      } else if (facts.add(fact.ref())) {
        fact.owner().ifPresent(rows::add);
        whole |= fact.owner().isEmpty() && fact.origin() == Fact.Origin.FACT;
        visit(fact.body());
        fact.needs().ifPresent(this::visit);
      }
    }

    void visit(Expr formula) {
      switch (formula) {
        case Expr.ParamValue e -> inputs.add(e.param());
        case Expr.SystemValue e -> {
          inputs.add(new ColumnKey.OfSystem(e.input()));
          whole = true;
        }
        case Expr.FieldOf e -> {
          inputs.add(new ColumnKey.OfField(e.entity(), e.field(), 0));
          rows.add(e.entity());
        }
        case Expr.FactOf e -> fact(program.fact(e.fact()));
        case Expr.Aggregate e -> e.binders().forEach(b -> collection(b.rows()));
        case Expr.Pick e -> collection(e.binder().rows());
        case Expr.Fold e -> collection(e.binder().rows());
        case Expr.End e -> collection(e.rows());
        case Expr.Place e -> collection(e.rows());
        case Expr.RowWithKey e -> inputs.add(e.entity());
        case Expr.Lookup e -> table(e.table());
        case Expr.Marginal e -> number(e.table(), e.column());
        case Expr.Interpolated e -> number(e.table(), e.column());
        default -> {}
      }
      ExprWalk.parts(formula).forEach(this::visit);
    }

    /** Which rows there are: a world may add some. */
    private void collection(Rows rows) {
      switch (rows) {
        case Rows.All(EntityRef entity) -> inputs.add(entity);
        case Rows.Children children -> inputs.add(children.child());
        case Rows.Window window -> collection(window.points());
        case Rows.Members members -> {}
        case Rows.Numbers numbers -> {}
        case Rows.Ordered ordered -> collection(ordered.element().rows());
        case Rows.Before before -> collection(before.order());
      }
    }

    private void number(TableRef table, int column) {
      table(table);
      inputs.add(new ColumnKey.OfField(program.table(table).rows(), column, 0));
    }

    private void table(TableRef table) {
      rows.add(program.table(table).rows());
    }
  }
}
