package org.loadline.bound;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.loadline.parser.Parsing;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;

/** From a file or a text to the vocabulary of a policy: reads, parses and binds. */
public final class PolicyReader {
  private final Library library;
  private final Optional<Declaration.Envelope> envelope;

  private PolicyReader(Library library, Optional<Declaration.Envelope> envelope) {
    this.library = library;
    this.envelope = envelope;
  }

  /** Reads with a given library instead of the standard one. */
  public PolicyReader(Library library) {
    this(library, Optional.empty());
  }

  public PolicyReader() {
    this(Library.standard());
  }

  /** Reads policies that are held against an envelope. */
  public PolicyReader under(Declaration.Envelope other) {
    return new PolicyReader(library, Optional.of(other));
  }

  /** The text of a file: UTF-8, without a byte order mark. */
  public static Optional<Source> text(Path file, DiagnosticSink sink) {
    String name = file.toString();
    return new SourceFiles(sink).read(file, name, Source.of(name, "").span(0, 0));
  }

  /** The same, of bytes that are called so. */
  public static Source text(byte[] bytes, String name, DiagnosticSink sink) {
    return new SourceFiles(sink).decode(bytes, name);
  }

  /**
   * The envelope in a file of its own; it is understood with the policy that it is held against.
   */
  public static Optional<Declaration.Envelope> envelope(Path file, DiagnosticSink sink) {
    return text(file, sink).flatMap(source -> envelope(source, sink));
  }

  /** The same, of a text. */
  public static Optional<Declaration.Envelope> envelope(Source source, DiagnosticSink sink) {
    Optional<Declaration.Envelope> found = Envelopes.of(Parsing.parse(source, sink), sink);
    if (found.isEmpty() && !sink.hasErrors()) {
      new Saying(sink, MandateProblem.NO_ENVELOPE, source.span(0, 0))
          .with("file", source.name())
          .send();
    }
    return found;
  }

  /**
   * What reading gave. {@code bound} is empty only if there was no text to read; with errors among
   * the diagnostics it is what could be made of the text, and not to be run.
   */
  public record Outcome(Optional<Bound> bound, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /** Reads a policy from a file of any file system; its libraries are beside it. */
  public Outcome read(Path policy) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Bound> bound = read(policy, sink);
    return new Outcome(bound, sink.diagnostics());
  }

  /** The same, for a caller that goes on with further passes. */
  public Optional<Bound> read(Path policy, DiagnosticSink sink) {
    return ModuleLoader.load(policy, library, sink).map(modules -> bind(modules, sink));
  }

  /** Reads a policy that is no file; it can import the standard library. */
  public Outcome read(Source policy) {
    DiagnosticSink sink = new DiagnosticSink();
    Bound bound = read(policy, sink);
    return new Outcome(Optional.of(bound), sink.diagnostics());
  }

  /** The same, for a caller that goes on with further passes. */
  public Bound read(Source policy, DiagnosticSink sink) {
    return bind(ModuleLoader.load(policy, library, sink), sink);
  }

  /** Reads a policy that is no file with the modules that stand beside it. */
  public Bound read(Source policy, Library beside, DiagnosticSink sink) {
    return bind(ModuleLoader.load(policy, beside, library, sink), sink);
  }

  /**
   * What could not be read may have declared what is not found, so after errors of reading nothing
   * is called unknown.
   */
  private Bound bind(Modules modules, DiagnosticSink sink) {
    boolean complete = !sink.hasErrors();
    DiagnosticSink found = new DiagnosticSink();
    Bound bound = Binding.bind(envelope.map(modules::under).orElse(modules), found);
    found.diagnostics().stream()
        .filter(d -> complete || !(d.code() instanceof NameProblem name && name.isUnknown()))
        .forEach(sink::add);
    return bound;
  }
}
