package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.data.Outcome;
import org.loadline.data.ValueText;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.values.Value;

/** Tells which rows decide an aggregate or a pick, and what each of them contributes. */
final class RowTeller {
  private final Evaluation evaluation;
  private final Explanation explanation;
  private final PartTeller teller;

  RowTeller(Evaluation evaluation, Explanation explanation, PartTeller teller) {
    this.evaluation = evaluation;
    this.explanation = explanation;
    this.teller = teller;
  }

  Derivation aggregate(Expr.Aggregate e, Frame frame, Derivation.Limits limits) {
    RowFormulas.Contributions all = evaluation.formulas().rows().contributions(e, frame.copy());
    Deciding rows =
        all.fault().isPresent()
            ? new Deciding(all.kept(), "")
            : Deciding.of(e, all.kept(), limits.rows());
    return contributions(
        teller.node(Derivation.Kind.AGGREGATE, e, frame),
        e.binders(),
        e.body(),
        all,
        rows,
        frame,
        limits);
  }

  Derivation pick(Expr.Pick e, Frame frame, Derivation.Limits limits) {
    RowFormulas.Contributions all = evaluation.formulas().rows().candidates(e, frame.copy());
    Optional<Value> picked =
        evaluation.outcome(e, frame.copy()) instanceof Outcome.Known(Value row)
            ? Optional.of(row)
            : Optional.empty();
    Deciding rows =
        all.fault().isPresent() ? new Deciding(all.kept(), "") : Deciding.of(e, all.kept(), picked);
    return contributions(
        teller.node(Derivation.Kind.PICK, e, frame),
        List.of(e.binder()),
        e.measure(),
        all,
        rows,
        frame,
        limits);
  }

  private Derivation contributions(
      Explanation.Node node,
      List<Expr.Binder> binders,
      Expr body,
      RowFormulas.Contributions all,
      Deciding rows,
      Frame frame,
      Derivation.Limits limits) {
    int count = rows.rows().size();
    String how = rows.how().isEmpty() ? "" : ", " + rows.how();
    node.note((count == 1 ? "1 row" : count + " rows") + how);
    if (all.fault().isPresent() && all.metAt().size() == binders.size()) {
      node.parts(List.of(contribution(binders, body, all.metAt(), frame, limits)));
    }
    for (RowFormulas.Contribution row : rows.rows().stream().limit(limits.rows()).toList()) {
      node.parts(List.of(contribution(binders, body, row.variables(), frame, limits)));
    }
    node.omitted(Math.max(0, count - limits.rows()));
    return node.made();
  }

  private Derivation contribution(
      List<Expr.Binder> binders,
      Expr body,
      List<Value> variables,
      Frame frame,
      Derivation.Limits limits) {
    Frame inside = frame.copy();
    for (int i = 0; i < binders.size(); i++) {
      inside.set(binders.get(i).slot(), variables.get(i));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < binders.size(); i++) {
      names.add(name(binders.get(i).rows(), variables.get(i)));
    }
    String label = String.join(", ", names);
    Outcome outcome = evaluation.outcome(body, inside.copy());
    List<Derivation> told = teller.of(body, inside, limits);
    boolean same =
        told.size() == 1
            && told.getFirst().kind() == Derivation.Kind.FACT
            && told.getFirst().shown().equals(explanation.shown(body.type(), outcome));
    if (!same) {
      return explanation
          .node(Derivation.Kind.CONTRIBUTION, label, body, outcome)
          .parts(told)
          .made();
    }
    Derivation only = told.getFirst();
    return explanation
        .new Node(Derivation.Kind.CONTRIBUTION, label, only.place(), body.type(), outcome)
        .formula(only.formula())
        .row(only.row())
        .absorb(only)
        .made();
  }

  /** How an element of a collection is called. */
  String name(Rows rows, Value variable) {
    return ValueText.format(type(rows), variable, evaluation.program(), evaluation.snapshot());
  }

  private static Type type(Rows rows) {
    return switch (rows) {
      case Rows.All(EntityRef entity) -> new Type.RowOf(entity, RowPath.self(entity.name()));
      case Rows.Children(Expr parent, EntityRef child, int field) ->
          new Type.RowOf(child, RowPath.self(child.name()));
      case Rows.Members(var choice) -> new Type.OfChoice(choice);
      case Rows.Window window -> type(window.points());
      case Rows.Numbers numbers -> Type.NUMBER;
      case Rows.Ordered ordered -> type(ordered.element().rows());
      case Rows.Before before -> type(before.order());
    };
  }
}
