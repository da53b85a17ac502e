package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.Fault;
import org.loadline.data.FaultProblem;
import org.loadline.data.Outcome;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;

/** The need of what reads a last value: that the last run was not after this one. */
final class TimeOrder {
  private final Evaluation evaluation;

  TimeOrder(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The fault, if a need that does not hold is this one. */
  Optional<Fault> wentBack(Expr needs, Frame frame) {
    if (!(needs instanceof Expr.Or either)
        || !(either.left() instanceof Expr.IsNone first)
        || !(either.right() instanceof Expr.Compare order)
        || field(first.operand()).filter(f -> f.role() == Field.Role.TAKEN).isEmpty()) {
      return Optional.empty();
    }
    Diagnostic.Builder words =
        evaluation.words().at(FaultProblem.TIME_WENT_BACK, needs.span(), List.of());
    words.with("now", shown(order.right(), frame)).with("last", shown(order.left(), frame));
    return Optional.of(evaluation.words().fault(words, frame));
  }

  private Optional<Field> field(Expr expr) {
    return switch (expr) {
      case Expr.FieldOf e ->
          Optional.of(evaluation.program().entity(e.entity()).fields().get(e.field()));
      case Expr.SystemValue e -> Optional.of(evaluation.program().input(e.input()));
      default -> Optional.empty();
    };
  }

  private String shown(Expr expr, Frame frame) {
    return evaluation.outcome(expr, frame) instanceof Outcome.Known(var value)
        ? evaluation.words().shown(expr.type(), value)
        : "?";
  }
}
