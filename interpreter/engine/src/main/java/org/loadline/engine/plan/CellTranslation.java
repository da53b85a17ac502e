package org.loadline.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.Member;

/** Turns inputs into terms: cells of rows and system inputs, in the world at hand. */
final class CellTranslation {
  private final Program program;
  private final Terms terms;
  private final Soundness soundness;
  private final Worlds worlds;
  private final WorldTranslation supposed;
  private final Unrolling unrolling;
  private final Translation.Reading reading;
  private final LoopTranslation.Formulas formulas;

  CellTranslation(
      Program program,
      Terms terms,
      Soundness soundness,
      Worlds worlds,
      WorldTranslation supposed,
      Unrolling unrolling,
      Translation.Reading reading,
      LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.soundness = soundness;
    this.worlds = worlds;
    this.supposed = supposed;
    this.unrolling = unrolling;
    this.reading = reading;
    this.formulas = formulas;
  }

  private Term read(ColumnKey column, Optional<Term> row, boolean own, Kind kind) {
    return terms.make(new Shape.Read(column, row, own), kind);
  }

  /** A system input. */
  Term system(Expr.SystemValue e) {
    return supposed.system(e.input(), () -> actual(e));
  }

  private Term actual(Expr.SystemValue e) {
    Term read = read(new ColumnKey.OfSystem(e.input()), Optional.empty(), false, Kind.of(e.type()));
    // What fails keeps the kind that its readers want.
    return worlds.isWholeBroken() ? terms.guarded(terms.no(), read, false) : read;
  }

  /** A field of a row. */
  Term field(Expr.FieldOf e, Map<Integer, Term> slots, boolean own) {
    Term row = formulas.term(e.row(), slots, own);
    Optional<Term> written = unrolling.cell(e, row);
    if (written.isPresent() && !soundness.broken().contains(e.entity())) {
      return written.get();
    }
    List<Term> members = e.family().stream().map(m -> formulas.term(m, slots, false)).toList();
    if (!worlds.isJudging() && worlds.gives(e.entity(), e.field()) && !AddedRows.isAdded(row)) {
      ColumnKey first = new ColumnKey.OfField(e.entity(), e.field(), 0);
      Clone clone = new Clone(first, members, worlds.relevant(e.entity(), e.field()));
      Optional<FactRef> column = reading.column(clone, row);
      if (column.isPresent()) {
        return read(new ColumnKey.OfFact(column.get()), Optional.of(row), own, Kind.of(e.type()));
      }
    }
    return worlds.isActual()
        ? actual(e.entity(), e.field(), members, row, own)
        : terms.there(row, cell(e.entity(), e.field(), members, row, own), own);
  }

  /** A cell of a row that is there, in the world at hand. */
  Term cell(EntityRef entity, int field, List<Term> members, Term row, boolean own) {
    return supposed.cell(
        entity, field, members, row, () -> actual(entity, field, members, row, own));
  }

  private Term actual(EntityRef entity, int index, List<Term> members, Term row, boolean own) {
    Field field = program.entity(entity).fields().get(index);
    List<Integer> sizes =
        field.family().stream().map(c -> program.choice(c).members().size()).toList();
    return member(entity, field, Optional.of(row), members, sizes, 0, 0, own);
  }

  /** A column family is a decision on its members; known members leave one column. */
  private Term member(
      EntityRef entity,
      Field field,
      Optional<Term> row,
      List<Term> members,
      List<Integer> sizes,
      int at,
      int place,
      boolean own) {
    Kind kind = Kind.of(field.type());
    if (at == members.size()) {
      return read(worlds.column(entity, field.index(), place), row, own, kind);
    }
    int first = place * sizes.get(at);
    if (members.get(at).shape() instanceof Shape.Constant(Member(int ordinal))) {
      return member(entity, field, row, members, sizes, at + 1, first + ordinal, own);
    }
    int last = sizes.get(at) - 1;
    Term chosen = member(entity, field, row, members, sizes, at + 1, first + last, own);
    for (int ordinal = last - 1; ordinal >= 0; ordinal--) {
      Term same =
          terms.flag(
              new Shape.Same(members.get(at), terms.constant(new Member(ordinal), Kind.INDEX)));
      Term here = member(entity, field, row, members, sizes, at + 1, first + ordinal, own);
      chosen = terms.make(new Shape.If(same, here, chosen), kind);
    }
    return chosen;
  }
}
