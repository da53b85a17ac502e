package org.loadline.generated;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.bound.Binding;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.parser.Parsing;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What became of a text that imports nothing: a program, or what is wrong with it. */
record Compiled(Optional<Program> program, List<Diagnostic> diagnostics) {

  static Compiled of(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Source source = Source.of("generated.risk", text);
    Optional<Program> program =
        Checking.check(Binding.bind(Parsing.parse(source, sink), sink), sink);
    return new Compiled(program, sink.diagnostics());
  }

  /** What is wrong, a line for each error with the line of the text. */
  String errors() {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(
            d ->
                d.code().code()
                    + " "
                    + d.message()
                    + "\n    "
                    + d.span().source().lineText(d.span().line()).strip()
                    + "\n    at `"
                    + d.span().text()
                    + "`")
        .collect(Collectors.joining("\n"));
  }
}
