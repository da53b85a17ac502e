package org.loadline.parser;

import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * Passes on what is wrong with one source, and remembers where something was said.
 *
 * <p>One mistake often breaks more than one pass: a reader who knows that the place has been talked
 * about says nothing more. After {@link #MOST} errors the rest is not worth reading.
 */
final class Problems {
  static final int MOST = 100;

  private final Source source;
  private final DiagnosticSink sink;
  private final TreeSet<Integer> places = new TreeSet<>();
  private int count;

  Problems(Source source, DiagnosticSink sink) {
    this.source = source;
    this.sink = sink;
  }

  Source source() {
    return source;
  }

  /** Says something about a place. */
  void report(SyntaxProblem problem, Span span) {
    report(Diagnostic.of(problem, span));
  }

  void report(SyntaxProblem problem, Token token) {
    report(problem, span(token));
  }

  void report(Diagnostic.Builder builder) {
    Diagnostic diagnostic = builder.build();
    places.add(diagnostic.span().start());
    if (diagnostic.isError() && ++count > MOST) {
      return;
    }
    sink.add(diagnostic);
  }

  boolean any() {
    return count > 0;
  }

  /** Whether something has been said about a place between two offsets, both included. */
  boolean saidWithin(int from, int to) {
    Integer place = places.ceiling(from);
    return place != null && place <= to;
  }

  Span span(Token token) {
    return span(token, token);
  }

  /** The place where a token ends. */
  Span after(Token token) {
    return source.span(token.getStopIndex() + 1, token.getStopIndex() + 1);
  }

  Span span(Token first, Token last) {
    return source.span(first.getStartIndex(), last.getStopIndex() + 1);
  }
}
