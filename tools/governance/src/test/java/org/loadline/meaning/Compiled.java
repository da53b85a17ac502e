package org.loadline.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Policies for the tests of this package, compiled. */
final class Compiled {
  private static final Path ROOT = Path.of("../..");

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

  /** The policies and libraries of the examples; some incidents show what does not compile. */
  static List<Path> examples() {
    return files(ROOT.resolve("examples")).stream()
        .filter(f -> !f.toString().contains("incidents"))
        .toList();
  }

  /** Every example and snippet that compiles: between them they use the whole language. */
  static List<Program> all() {
    return Stream.of("examples", "interpreter/snippets")
        .flatMap(folder -> files(ROOT.resolve(folder)).stream())
        .flatMap(file -> ifItCompiles(file).stream())
        .toList();
  }

  private static Optional<Program> ifItCompiles(Path file) {
    DiagnosticSink sink = new DiagnosticSink();
    return new PolicyReader()
        .read(file, sink)
        .filter(bound -> !sink.hasErrors())
        .flatMap(bound -> Checking.check(bound, sink));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".risk")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
