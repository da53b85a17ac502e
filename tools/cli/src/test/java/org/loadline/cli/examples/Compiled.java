package org.loadline.cli.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;

/** What a file declares, what it means, and what there is to say of it. */
record Compiled(Optional<Bound> bound, Optional<Program> program, List<Diagnostic> diagnostics) {
  static Compiled of(Path file) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Bound> bound = new PolicyReader().read(file, sink);
    Optional<Program> program = bound.flatMap(read -> Checking.check(read, sink));
    return new Compiled(bound, sink.hasErrors() ? Optional.empty() : program, sink.diagnostics());
  }
}
