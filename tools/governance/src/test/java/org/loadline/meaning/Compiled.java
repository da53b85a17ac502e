package org.loadline.meaning;

import java.nio.file.Path;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Policies for the tests of this package, compiled. */
final class Compiled {
  private Compiled() {}

  static Program text(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    var bound = new PolicyReader().read(Source.of("policy.risk", text), sink);
    var program = Checking.check(bound, sink);
    return program.orElseThrow(() -> new AssertionError(sink.diagnostics()));
  }

  static Program file(Path file) {
    DiagnosticSink sink = new DiagnosticSink();
    var program = new PolicyReader().read(file, sink).flatMap(bound -> Checking.check(bound, sink));
    return program.orElseThrow(() -> new AssertionError(file + ": " + sink.diagnostics()));
  }
}
