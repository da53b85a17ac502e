package org.loadline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.loadline.bound.PolicyReader;
import org.loadline.cli.render.DiagnosticRenderer;
import org.loadline.core.Program;
import org.loadline.evidence.Digest;
import org.loadline.mandate.Compliance;
import org.loadline.mandate.History;
import org.loadline.mandate.Mandated;
import org.loadline.parser.Parsing;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;

/** Reads an envelope, and policies under it. */
final class Mandating {
  private final LoadlineCommand top;
  private final PolicyReader reader;
  private final String hash;

  private Mandating(LoadlineCommand top, PolicyReader reader, String hash) {
    this.top = top;
    this.reader = reader;
    this.hash = hash;
  }

  /** Reads an envelope; ends the command if it cannot be read. */
  static Mandating of(LoadlineCommand top, Path file) {
    Source source = Source.of(file.toString(), TextFile.read(file));
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Declaration.Envelope> envelope = PolicyReader.envelope(source, sink);
    if (sink.hasErrors() || envelope.isEmpty()) {
      show(top, sink.diagnostics());
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return new Mandating(
        top,
        new PolicyReader().under(envelope.get()),
        Digest.of("loadline envelope 1\n" + Parsing.words(source)));
  }

  /** The hash of the envelope's words. */
  String hash() {
    return hash;
  }

  /** A policy with the envelope; ends the command if it does not compile under it. */
  Mandated policy(String named) {
    Compilation compilation = Versions.of(named).policy().compile("", reader);
    if (compilation.program().isEmpty() || compilation.envelope().isEmpty()) {
      show(top, compilation.diagnostics());
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return new Mandated(compilation.program().get(), compilation.envelope().get());
  }

  /**
   * A policy by itself, as its hash is taken of it: what an envelope asks of a policy may make more
   * of its functions be read.
   */
  static Program alone(LoadlineCommand top, String named) {
    Compilation compilation = Versions.of(named).policy().compile("");
    if (compilation.program().isEmpty()) {
      show(top, compilation.diagnostics());
      throw new Ended(ExitCode.NOT_COMPILED);
    }
    return compilation.program().get();
  }

  Compliance held(Mandated after, Optional<Mandated> before, History history) {
    return Compliance.of(after, before, history, new ReferenceWorkings());
  }

  private static void show(
      LoadlineCommand top, java.util.List<org.loadline.source.Diagnostic> diagnostics) {
    DiagnosticRenderer renderer = top.errRenderer();
    diagnostics.forEach(d -> top.console().err().println(renderer.render(d)));
  }
}
