package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Expression;
import org.loadline.syntax.SyntaxFile;

/** A text read for a test, and what was said about it. */
record Parsed(SyntaxFile file, List<Diagnostic> said) {
  static final List<String> SAMPLES = List.of("perp.risk", "lending.risk", "library.risk");

  static Parsed of(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    SyntaxFile file = Parsing.parse(Source.of("test.risk", text), sink);
    return new Parsed(file, sink.diagnostics());
  }

  /** The text of one of {@link #SAMPLES}. */
  static String sample(String name) {
    try (InputStream in = Parsed.class.getResourceAsStream("/samples/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A policy of these lines, which must be without a fault. */
  static SyntaxFile clean(String lines) {
    Parsed parsed = of("policy p\n" + lines);
    assertEquals(List.of(), parsed.messages(), lines);
    return parsed.file();
  }

  static String expression(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Expression expression = Parsing.expression(Source.of("test.risk", text), sink);
    assertEquals(List.of(), new Parsed(null, sink.diagnostics()).messages(), text);
    return Dump.of(expression);
  }

  /** "code line:column message" of each diagnostic. */
  List<String> messages() {
    return said.stream()
        .map(
            one ->
                "%s %d:%d %s"
                    .formatted(
                        one.code().code(), one.span().line(), one.span().column(), one.message()))
        .toList();
  }
}
