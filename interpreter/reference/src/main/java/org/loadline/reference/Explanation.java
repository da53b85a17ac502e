package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Tells how values of one run came to be.
 *
 * <p>Within one derivation a fact of a row is told in full once, where it is first met.
 */
public final class Explanation {
  private final Evaluation evaluation;
  private final PartTeller parts;
  private final Set<Told> told = new HashSet<>();

  /** A fact that is told in full. */
  private record Told(FactRef fact, Optional<RowAt> row, List<Outcome> arguments) {}

  public Explanation(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.parts = new PartTeller(evaluation, this);
  }

  /** A fact without parameters: at a row of its owner, or of the whole. */
  public Derivation fact(FactRef ref, Optional<RowAt> row, Derivation.Limits limits) {
    Fact fact = evaluation.program().fact(ref);
    told.clear();
    return fact(fact, fact.name(), row, List.of(), limits);
  }

  /** A formula that stands by itself, such as an expectation; slot 0 holds the row, if any. */
  public Derivation expression(
      Expr formula, int slots, Optional<RowAt> row, Derivation.Limits limits) {
    Frame frame = Frame.of(slots, Optional.empty(), row);
    told.clear();
    return node(
            Derivation.Kind.FORMULA,
            TextBrackets.text(formula.span()),
            formula,
            evaluation.outcome(formula, frame.copy()))
        .row(row)
        .parts(parts.of(formula, frame, limits))
        .made();
  }

  Derivation fact(
      Fact fact,
      String label,
      Optional<RowAt> row,
      List<Outcome> arguments,
      Derivation.Limits limits) {
    Outcome outcome = evaluation.fact(fact, row, arguments);
    Node node =
        new Node(Derivation.Kind.FACT, label, fact.span(), fact.type(), outcome)
            .formula(TextBrackets.text(fact.body().span()))
            .row(row);
    row.ifPresent(at -> node.note(rowText(at)));
    boolean unusable = row.flatMap(evaluation.sound()::row).isPresent();
    if (unusable) {
      return node.made();
    }
    if (limits.facts() <= 0) {
      return node.omitted(1).made();
    }
    if (!told.add(new Told(fact.ref(), row, arguments))) {
      return node.note(node.note.isEmpty() ? "as above" : node.note + ", as above").made();
    }
    Frame frame = evaluation.frame(fact, row, arguments);
    List<Derivation> inside = new ArrayList<>();
    if (outcome instanceof Outcome.Faulted && fact.needs().isPresent()) {
      inside.addAll(parts.of(fact.needs().get(), frame, limits.deeper()));
    }
    inside.addAll(parts.of(fact.body(), frame, limits.deeper()));
    boolean whole = inside.size() == 1 && inside.getFirst().label().equals(node.formula);
    return whole ? node.absorb(inside.getFirst()).made() : node.parts(inside).made();
  }

  /** The parts of a formula that matter, told from the beginning. */
  List<Derivation> parts(Expr formula, Frame frame, Derivation.Limits limits) {
    return parts.of(formula, frame.copy(), limits);
  }

  Node node(Derivation.Kind kind, String label, Expr formula, Outcome outcome) {
    return new Node(kind, label, formula.span(), formula.type(), outcome);
  }

  String rowText(RowAt row) {
    return row.entity().name() + " " + evaluation.snapshot().identity(row.entity(), row.row());
  }

  String shown(Type type, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(RowNumber row)
          when type.present() instanceof Type.RowOf(var entity, var path) ->
          evaluation.snapshot().identity(entity, row.index());
      case Outcome.Known(Value value) -> evaluation.words().shown(type, value);
      case Outcome.Faulted(Fault fault) -> fault.what().message();
    };
  }

  /** Collects the parts of one derivation. */
  final class Node {
    private final Derivation.Kind kind;
    private final String label;
    private final Span place;
    private final Type type;
    private final Outcome outcome;
    private String formula = "";
    private String note = "";
    private Optional<RowAt> row = Optional.empty();
    private final List<Derivation> parts = new ArrayList<>();
    private int omitted;

    Node(Derivation.Kind kind, String label, Span place, Type type, Outcome outcome) {
      this.kind = kind;
      this.label = label;
      this.place = place;
      this.type = type;
      this.outcome = outcome;
    }

    Node formula(String text) {
      formula = text;
      return this;
    }

    Node note(String text) {
      note = text;
      return this;
    }

    Node row(Optional<RowAt> at) {
      row = at;
      return this;
    }

    /** Adds parts; what an earlier part says already is left out. */
    Node parts(List<Derivation> more) {
      for (Derivation part : more) {
        boolean said =
            parts.stream()
                .anyMatch(
                    before ->
                        part.kind() != Derivation.Kind.CONTRIBUTION
                            && before.kind() == part.kind()
                            && before.label().equals(part.label())
                            && before.shown().equals(part.shown()));
        if (!said) {
          parts.add(part);
        }
      }
      return this;
    }

    /** Takes over what is told of a formula that is one operation as a whole. */
    Node absorb(Derivation told) {
      note =
          note.isEmpty() || told.note().isEmpty() ? note + told.note() : note + ", " + told.note();
      return parts(told.parts()).omitted(told.omitted());
    }

    Node omitted(int count) {
      omitted += count;
      return this;
    }

    Derivation made() {
      return new Derivation(
          kind,
          label,
          formula,
          place,
          type,
          row,
          outcome,
          shown(type, outcome),
          note,
          parts,
          omitted);
    }
  }
}
