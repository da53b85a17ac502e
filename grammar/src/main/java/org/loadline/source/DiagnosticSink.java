package org.loadline.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what passes have to say, so that several errors are reported at once. */
public final class DiagnosticSink {
  private final List<Diagnostic> collected = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    collected.add(diagnostic);
  }

  public boolean hasErrors() {
    return collected.stream().anyMatch(Diagnostic::isError);
  }

  /** Everything said, in the order of the text, each thing once. */
  public List<Diagnostic> diagnostics() {
    return collected.stream()
        .distinct()
        .sorted(
            Comparator.comparing((Diagnostic d) -> d.span().source().name())
                .thenComparingInt(d -> d.span().start())
                .thenComparing(d -> d.code().code()))
        .toList();
  }
}
