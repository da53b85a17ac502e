package org.loadline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.Library;
import org.loadline.bound.PolicyReader;
import org.loadline.bound.Replacement;
import org.loadline.check.Checking;
import org.loadline.core.Envelope;
import org.loadline.core.Program;
import org.loadline.core.SearchWays;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/**
 * What compiling one file gave: the program, unless it has errors, the envelope that it was held
 * against, and everything there is to say.
 *
 * <p>Knows neither the engine nor Truffle, so that checking starts quickly.
 */
record Compilation(
    Optional<Program> program,
    Optional<Envelope> envelope,
    boolean library,
    List<Replacement> replaced,
    List<Diagnostic> diagnostics) {
  Compilation {
    replaced = List.copyOf(replaced);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Compiles a policy or a library; modules that are not as they are locked are errors. */
  static Compilation of(Path file) {
    return of(file, new PolicyReader());
  }

  /** The same, read by a reader that may hold it against an envelope. */
  static Compilation of(Path file, PolicyReader reader) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Bound> bound = reader.read(file, sink);
    Locking.check(file, sink);
    return of(bound, sink);
  }

  /** The same, whatever is locked: for what only reads. */
  static Compilation unlocked(Path file, PolicyReader reader) {
    DiagnosticSink sink = new DiagnosticSink();
    return of(reader.read(file, sink), sink);
  }

  /** Compiles a policy or a library that is no file, with the modules that stand beside it. */
  static Compilation of(Source source, Library beside, PolicyReader reader) {
    DiagnosticSink sink = new DiagnosticSink();
    return of(Optional.of(reader.read(source, beside, sink)), sink);
  }

  private static Compilation of(Optional<Bound> bound, DiagnosticSink sink) {
    Optional<Checking.Checked> checked = bound.flatMap(b -> Checking.checkWhole(b, sink));
    boolean broken = sink.hasErrors();
    return new Compilation(
        broken ? Optional.empty() : checked.map(Checking.Checked::program),
        broken ? Optional.empty() : checked.flatMap(Checking.Checked::envelope),
        bound.filter(Bound::library).isPresent(),
        bound.map(Bound::replaced).orElse(List.of()),
        sink.diagnostics());
  }

  /** A line for each part of a refined policy that is replaced. */
  List<String> refinements() {
    return replaced.stream().map(r -> "refines " + r.base() + ": replaces " + r.text()).toList();
  }

  /** A line for each search: how it is run, what that costs, and what stands in the way. */
  List<String> searches() {
    return program.stream()
        .flatMap(p -> new SearchWays(p).all().stream())
        .map(way -> way.search().span().place() + ": `" + way.search().name() + "` " + way.words())
        .toList();
  }

  boolean hasErrors() {
    return program.isEmpty();
  }
}
