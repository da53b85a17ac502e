package org.loadline.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;

/**
 * Finds out whether it is known everywhere in a world, from the text alone, which row is the one
 * that the world adds: if its entity is looked through by aggregates only, which add it to what the
 * rows of the snapshot give.
 */
final class AddedReach {
  private final Program program;
  private final InputReads reads;

  AddedReach(Program program, InputReads reads) {
    this.program = program;
    this.reads = reads;
  }

  /** Whether a plan can tell the row that is added from all others. */
  boolean isTold(Expr.Given given, Change.OfRow change) {
    Entity entity = program.entity(change.entity());
    boolean plain =
        entity.fields().stream().allMatch(f -> f.family().isEmpty())
            && entity.identity().stream().noneMatch(f -> f.type().isOptional())
            && isSet(entity.identity(), change);
    return plain
        && program.assumptions().stream()
            .noneMatch(a -> reads.of(a.condition()).inputs().contains(change.entity()))
        && new Walk(change.entity()).allows(given.body());
  }

  private static boolean isSet(List<Field> fields, Change.OfRow change) {
    return fields.stream()
        .allMatch(f -> change.settings().stream().anyMatch(s -> s.field() == f.index()));
  }

  /** Goes through all that a formula reads, each fact once. */
  private final class Walk {
    private final EntityRef entity;
    private final Set<FactRef> seen = new HashSet<>();

    Walk(EntityRef entity) {
      this.entity = entity;
    }

    boolean allows(Expr formula) {
      boolean here =
          switch (formula) {
            case Expr.Local e -> true;
            case Expr.FieldOf e -> true;
            case Expr.FactOf e ->
                !isRow(e) && (!seen.add(e.fact()) || allows(program.fact(e.fact())));
            case Expr.Aggregate e -> e.binders().stream().allMatch(b -> isTaken(b.rows()));
            case Expr.Pick e -> isOther(e.binder().rows());
            case Expr.Fold e -> isOther(e.binder().rows());
            case Expr.End e -> isOther(e.rows());
            case Expr.Place e -> isOther(e.rows()) && !isRow(e.element());
            case Expr.RowWithKey e -> !isRow(e) && e.parent().filter(this::isRow).isEmpty();
            case Expr.Lookup e -> e.owner().filter(this::isRow).isEmpty();
            case Expr.Marginal e -> e.owner().filter(this::isRow).isEmpty();
            case Expr.Interpolated e -> e.owner().filter(this::isRow).isEmpty();
            case Expr.Compare e -> !isRow(e.left());
            case Expr.Among e -> ExprWalk.parts(e).stream().noneMatch(this::isRow);
            default -> !isRow(formula);
          };
      return here && ExprWalk.parts(formula).stream().allMatch(this::allows);
    }

    private boolean allows(Fact fact) {
      return allows(fact.body()) && fact.needs().filter(n -> !allows(n)).isEmpty();
    }

    private boolean isRow(Expr formula) {
      return formula.type().present() instanceof Type.RowOf row && row.entity().equals(entity);
    }

    /** Whether an aggregate runs over a collection that the row can be added to. */
    private boolean isTaken(Rows rows) {
      return rows instanceof Rows.All || rows instanceof Rows.Children || isOther(rows);
    }

    /** Whether neither the rows nor what they belong to are of the entity. */
    private boolean isOther(Rows rows) {
      return switch (rows) {
        case Rows.All(EntityRef of) -> !of.equals(entity);
        case Rows.Children(Expr parent, EntityRef child, int field) ->
            !child.equals(entity) && !isRow(parent);
        case Rows.Window window -> isOther(window.points());
        case Rows.Members members -> true;
        case Rows.Numbers numbers -> true;
        case Rows.Ordered ordered -> isOther(ordered.element().rows());
        case Rows.Before before -> isOther(before.order());
      };
    }
  }
}
