package org.loadline.reference;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.Value;

/** Puts the values of a failing operation into words. */
final class FaultWords {
  private final Program program;
  private final Snapshot snapshot;
  private final Optional<GivenWorld> world;

  /** A part of the failing operation and what it was worth. */
  record Part(Span span, Type type, Value value) {
    static Part of(Expr expr, Value value) {
      return new Part(expr.span(), expr.type(), value);
    }
  }

  FaultWords(Program program, Snapshot snapshot, Optional<GivenWorld> world) {
    this.program = program;
    this.snapshot = snapshot;
    this.world = world;
  }

  /** Starts the words on what failed at a place, with the values of its parts. */
  Diagnostic.Builder at(DiagnosticCode code, Span span, List<Part> parts) {
    Diagnostic.Builder words = Diagnostic.of(code, span).with("formula", TextBrackets.text(span));
    for (Part part : parts) {
      String shown = shown(part.type(), part.value());
      words.also(part.span(), shown);
      words.with(TextBrackets.text(part.span()), shown);
    }
    return words;
  }

  Fault fault(Diagnostic.Builder words, Frame frame) {
    for (Optional<GivenWorld> at = world; at.isPresent(); at = at.get().outer().world()) {
      at.get().given().changes().forEach(change -> words.also(change.span(), "given here"));
    }
    return new Fault(words.build(), frame.definition(), frame.row());
  }

  String shown(Type type, Value value) {
    return ValueText.withUnit(type, value, program, snapshot);
  }
}
