package org.loadline.bound;

import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;

/** A diagnostic under way to a sink. */
final class Saying {
  private final DiagnosticSink sink;
  private final Diagnostic.Builder diagnostic;

  Saying(DiagnosticSink sink, DiagnosticCode code, Span span) {
    this.sink = sink;
    this.diagnostic = Diagnostic.of(code, span);
  }

  Saying with(String name, Object value) {
    diagnostic.with(name, value);
    return this;
  }

  Saying label(String text) {
    diagnostic.label(text);
    return this;
  }

  Saying also(Span place, String text) {
    diagnostic.also(place, text);
    return this;
  }

  Saying hint(String text) {
    diagnostic.hint(text);
    return this;
  }

  void send() {
    sink.add(diagnostic.build());
  }
}
