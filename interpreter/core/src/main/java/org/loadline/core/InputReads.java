package org.loadline.core;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loadline.model.EntityRef;

/** The fields that formulas read, themselves or through facts. */
public final class InputReads {
  private final Program program;
  private final Set<Input> inputs = new LinkedHashSet<>();
  private final Set<FactRef> seen = new HashSet<>();

  /** A field of an entity. */
  public record Input(EntityRef entity, int field) {}

  private InputReads(Program program) {
    this.program = program;
  }

  /** Every field that any of the formulas reads, of any row. */
  public static Set<Input> of(Program program, List<Expr> formulas) {
    InputReads reads = new InputReads(program);
    formulas.forEach(reads::visit);
    return reads.inputs;
  }

  private Expr visit(Expr formula) {
    if (formula instanceof Expr.FieldOf field) {
      inputs.add(new Input(field.entity(), field.field()));
    }
    if (formula instanceof Expr.FactOf read && seen.add(read.fact())) {
      visit(program.fact(read.fact()).body());
    }
    return ExprParts.map(formula, this::visit);
  }
}
