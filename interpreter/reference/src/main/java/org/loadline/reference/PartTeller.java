package org.loadline.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Tells the parts of a formula that matter: what was read, in the order in which it was, up to the
 * first fault. Branches not taken are not told, and what is read twice is told once.
 */
final class PartTeller {
  private final Evaluation evaluation;
  private final Explanation explanation;
  private final RowTeller rows;
  private final TurnTeller turns;

  PartTeller(Evaluation evaluation, Explanation explanation) {
    this.evaluation = evaluation;
    this.explanation = explanation;
    this.rows = new RowTeller(evaluation, explanation, this);
    this.turns = new TurnTeller(evaluation, explanation, this);
  }

  RowTeller rows() {
    return rows;
  }

  List<Derivation> of(Expr formula, Frame frame, Derivation.Limits limits) {
    List<Derivation> told = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Expr> ahead = new ArrayDeque<>(List.of(formula));
    while (!ahead.isEmpty()) {
      Expr at = ahead.pop();
      List<Derivation> here = new ArrayList<>();
      switch (at) {
        case Expr.And e ->
            shortCircuit(e.left(), e.right(), true, frame).reversed().forEach(ahead::push);
        case Expr.Or e ->
            shortCircuit(e.left(), e.right(), false, frame).reversed().forEach(ahead::push);
        default -> {
          Optional<List<Derivation>> leaf = leaf(at, frame, limits);
          if (leaf.isPresent()) {
            here.addAll(leaf.get());
          } else {
            Parts.of(at).reversed().forEach(ahead::push);
          }
        }
      }
      for (Derivation part : here) {
        if (seen.add(part.kind() + " " + part.label() + " " + part.shown())) {
          told.add(part);
        }
        if (part.isFault()) {
          return told;
        }
      }
    }
    return told;
  }

  private List<Expr> shortCircuit(Expr left, Expr right, boolean goesOn, Frame frame) {
    boolean on = evaluation.outcome(left, frame).equals(new Outcome.Known(Flag.of(goesOn)));
    return on ? List.of(left, right) : List.of(left);
  }

  /** What is told of an operation by itself; empty for one that only combines its parts. */
  private Optional<List<Derivation>> leaf(Expr formula, Frame frame, Derivation.Limits limits) {
    return switch (formula) {
      case Expr.Constant e -> Optional.of(List.of());
      case Expr.Local e -> Optional.of(variable(e, frame));
      case Expr.ParamValue e -> one(plain(Derivation.Kind.PARAM, e, frame));
      case Expr.SystemValue e -> one(plain(Derivation.Kind.SYSTEM, e, frame));
      case Expr.FieldOf e -> one(field(e, frame, limits));
      case Expr.FactOf e -> one(fact(e, frame, limits));
      case Expr.RowWithKey e ->
          one(read(Derivation.Kind.KEYED_ROW, e, Parts.of(e), frame, limits).made());
      case Expr.Lookup e -> one(lookup(e, frame, limits));
      case Expr.Marginal e -> one(marginal(e, frame, limits));
      case Expr.Interpolated e ->
          one(read(Derivation.Kind.LOOKUP, e, Parts.of(e), frame, limits).made());
      case Expr.Decision e -> one(decision(e, frame, limits));
      case Expr.Else e -> one(orElse(e, frame, limits));
      case Expr.Aggregate e -> one(rows.aggregate(e, frame, limits));
      case Expr.Pick e -> one(rows.pick(e, frame, limits));
      case Expr.End e -> one(read(Derivation.Kind.PICK, e, List.of(), frame, limits).made());
      case Expr.Place e ->
          one(read(Derivation.Kind.PICK, e, List.of(e.element()), frame, limits).made());
      case Expr.Fold e -> one(turns.fold(e, frame, limits));
      case Expr.Repeat e -> one(turns.repeat(e, frame, limits));
      case Expr.Negate _,
          Expr.Arithmetic _,
          Expr.Divide _,
          Expr.WholePower _,
          Expr.Apply _,
          Expr.Round _,
          Expr.SquareRoot _,
          Expr.AsNumber _,
          Expr.Compare _,
          Expr.Same _,
          Expr.IsNone _,
          Expr.IsUnlimited _,
          Expr.InRange _,
          Expr.Among _,
          Expr.And _,
          Expr.Or _,
          Expr.Not _ ->
          Optional.empty();
      case Expr.Given e -> one(given(e, frame, limits));
      case Expr.Search e -> one(search(e, frame, limits));
    };
  }

  private static Optional<List<Derivation>> one(Derivation derivation) {
    return Optional.of(List.of(derivation));
  }

  private List<Derivation> variable(Expr.Local e, Frame frame) {
    return e.type().present() instanceof Type.RowOf
        ? List.of()
        : List.of(
            explanation.node(Derivation.Kind.VARIABLE, e.name(), e, frame.slot(e.slot())).made());
  }

  private Derivation plain(Derivation.Kind kind, Expr e, Frame frame) {
    return node(kind, e, frame).made();
  }

  private Derivation field(Expr.FieldOf e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(Derivation.Kind.INPUT, e, frame);
    return node.parts(of(e.row(), frame, limits)).made();
  }

  private Derivation fact(Expr.FactOf e, Frame frame, Derivation.Limits limits) {
    Fact fact = evaluation.program().fact(e.fact());
    String label = TextBrackets.text(e.span());
    Optional<RowAt> row = Optional.empty();
    if (e.row().isPresent()) {
      boolean reached =
          evaluation.outcome(e.row().get(), frame) instanceof Outcome.Known(RowNumber number)
              && number.index() >= 0;
      if (!reached) {
        return node(Derivation.Kind.FACT, e, frame).parts(of(e.row().get(), frame, limits)).made();
      }
      RowNumber number =
          (RowNumber) ((Outcome.Known) evaluation.outcome(e.row().get(), frame)).value();
      row = Optional.of(new RowAt(fact.owner().orElseThrow(), number.index()));
    }
    List<Outcome> arguments =
        e.arguments().stream().map(argument -> evaluation.outcome(argument, frame)).toList();
    return explanation.fact(fact, label, row, arguments, limits);
  }

  private Derivation lookup(Expr.Lookup e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = read(Derivation.Kind.LOOKUP, e, Parts.of(e), frame, limits);
    EntityRef rows = evaluation.program().table(e.table()).rows();
    if (evaluation.outcome(e, frame) instanceof Outcome.Known(RowNumber row)) {
      RowAt at = new RowAt(rows, row.index());
      node.row(Optional.of(at));
      Span written = evaluation.program().entity(rows).span();
      node.note(explanation.rowText(at) + ", " + written.place());
    }
    return node.made();
  }

  private Derivation marginal(Expr.Marginal e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = read(Derivation.Kind.LOOKUP, e, Parts.of(e), frame, limits);
    if (evaluation.outcome(e, frame) instanceof Outcome.Known) {
      for (var charged : evaluation.formulas().marginals().charged(e, frame)) {
        Outcome rate =
            evaluation
                .given(charged.row(), e.column(), 0)
                .orElseGet(
                    () ->
                        new Outcome.Known(
                            evaluation
                                .snapshot()
                                .column(charged.row().entity(), e.column(), 0)
                                .value(charged.row().row())));
        Type type =
            evaluation.program().entity(charged.row().entity()).fields().get(e.column()).type();
        Type keyType = e.keys().getLast().type();
        Explanation.Node part =
            explanation
            .new Node(
                Derivation.Kind.CONTRIBUTION,
                explanation.rowText(charged.row()),
                e.span(),
                type,
                rate);
        node.parts(
            List.of(
                part.row(Optional.of(charged.row()))
                    .note("on " + evaluation.words().shown(keyType, charged.slice()))
                    .made()));
      }
    }
    return node.made();
  }

  private Derivation decision(Expr.Decision e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(Derivation.Kind.DECISION, e, frame);
    for (Expr.Decision.Arm arm : e.arms()) {
      node.parts(of(arm.condition(), frame, limits));
      Outcome held = evaluation.outcome(arm.condition(), frame);
      if (held.equals(new Outcome.Known(Flag.TRUE))) {
        return node.note("the arm `" + TextBrackets.text(arm.span()) + "`")
            .parts(of(arm.value(), frame, limits))
            .made();
      }
      if (held instanceof Outcome.Faulted) {
        return node.note("at the arm `" + TextBrackets.text(arm.span()) + "`").made();
      }
    }
    e.otherwise().ifPresent(last -> node.note("otherwise").parts(of(last, frame, limits)));
    return node.made();
  }

  private Derivation orElse(Expr.Else e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(Derivation.Kind.ELSE, e, frame);
    node.parts(of(e.left(), frame, limits));
    switch (evaluation.outcome(e.left(), frame)) {
      case Outcome.Known(None none) ->
          node.note("the left side is none").parts(of(e.right(), frame, limits));
      case Outcome.Known known -> node.note("the left side");
      case Outcome.Faulted(var fault) -> {
        boolean passed = evaluation.outcome(e, frame).equals(new Outcome.Faulted(fault));
        node.note(passed ? "a fault below the left side" : "else: " + fault.what().message());
        if (!passed) {
          node.parts(of(e.right(), frame, limits));
        }
      }
    }
    return node.made();
  }

  /** The body is told in its own world, in which everything is told anew. */
  private Derivation given(Expr.Given e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(Derivation.Kind.GIVEN, e, frame);
    try {
      Evaluation world = evaluation.world(e, frame);
      return node.parts(new Explanation(world).parts(e.body(), frame, limits)).made();
    } catch (Failure noWorld) {
      return node.made();
    }
  }

  /** The point that was found, and what the condition says there. */
  private Derivation search(Expr.Search e, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(Derivation.Kind.SEARCH, e, frame);
    for (Expr end : List.of(e.from(), e.to(), e.step())) {
      node.parts(of(end, frame, limits));
    }
    if (evaluation.outcome(e, frame.copy()) instanceof Outcome.Known(Value found)) {
      Frame inside = frame.copy();
      inside.set(e.slot(), found);
      node.note("the " + (e.last() ? "last" : "first") + " point that satisfies the condition");
      node.parts(of(e.condition(), inside, limits));
    }
    return node.made();
  }

  /** Of a formula, with its text and its value. */
  Explanation.Node node(Derivation.Kind kind, Expr e, Frame frame) {
    return explanation.node(
        kind, TextBrackets.text(e.span()), e, evaluation.outcome(e, frame.copy()));
  }

  private Explanation.Node read(
      Derivation.Kind kind, Expr e, List<Expr> parts, Frame frame, Derivation.Limits limits) {
    Explanation.Node node = node(kind, e, frame);
    parts.forEach(part -> node.parts(of(part, frame, limits)));
    return node;
  }
}
