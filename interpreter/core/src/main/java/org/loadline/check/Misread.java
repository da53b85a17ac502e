package org.loadline.check;

import java.util.List;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;

/** Where the text could not be read: what stands there says nothing that could be checked. */
final class Misread {
  private final List<Span> places;

  /** Reading says its errors before anything is checked; their codes begin with {@code R1}. */
  Misread(DiagnosticSink sink) {
    this.places =
        sink.diagnostics().stream()
            .filter(d -> d.isError() && d.code().code().startsWith("R1"))
            .map(Diagnostic::span)
            .toList();
  }

  /** Whether reading stumbled over a formula, or over what follows it on its last line. */
  boolean holds(Span formula) {
    return places.stream()
        .anyMatch(
            place ->
                place.source().equals(formula.source())
                    && place.start() >= formula.start()
                    && place.line() <= formula.source().line(formula.end()));
  }
}
