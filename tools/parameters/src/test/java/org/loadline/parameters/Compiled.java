package org.loadline.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Policies of tests, compiled. */
final class Compiled {
  private Compiled() {}

  static Program file(Path policy) {
    DiagnosticSink sink = new DiagnosticSink();
    Program program =
        new PolicyReader().read(policy, sink).flatMap(b -> Checking.check(b, sink)).orElseThrow();
    return sound(sink, program);
  }

  static Program text(String policy) {
    DiagnosticSink sink = new DiagnosticSink();
    Program program =
        Checking.check(new PolicyReader().read(Source.of("policy.risk", policy), sink), sink)
            .orElseThrow(() -> new AssertionError(messages(sink).toString()));
    return sound(sink, program);
  }

  private static Program sound(DiagnosticSink sink, Program program) {
    assertEquals(List.of(), messages(sink));
    return program;
  }

  private static List<String> messages(DiagnosticSink sink) {
    return sink.diagnostics().stream().map(Diagnostic::message).toList();
  }
}
