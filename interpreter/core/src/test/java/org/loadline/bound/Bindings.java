package org.loadline.bound;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.source.Diagnostic;
import org.loadline.source.Source;

/** Binds texts for tests. */
final class Bindings {
  private Bindings() {}

  /** What a text without a header line declares; it is sound. */
  static Bound bound(String text) {
    PolicyReader.Outcome outcome = outcome("policy test\n" + text);
    if (!outcome.diagnostics().isEmpty()) {
      throw new AssertionError(shown(outcome.diagnostics()));
    }
    return outcome.bound().orElseThrow();
  }

  static PolicyReader.Outcome outcome(String text) {
    return new PolicyReader(Library.empty()).read(Source.of("test.risk", text));
  }

  /** Diagnostics as the case files write them: a line, and the hint on the next. */
  static String shown(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Bindings::shown).collect(Collectors.joining());
  }

  private static String shown(Diagnostic diagnostic) {
    String place = diagnostic.span().line() + ":" + diagnostic.span().column();
    String hint = diagnostic.hint().isEmpty() ? "" : "    " + diagnostic.hint() + "\n";
    return diagnostic.code().code() + " " + place + " " + diagnostic.message() + "\n" + hint;
  }

  static Field field(Bound bound, String entity, String field) {
    return entity(bound, entity).field(field).orElseThrow();
  }

  static Entity entity(Bound bound, String name) {
    return bound.snapshotEntity(name).orElseThrow();
  }

  static Table table(Bound bound, String name) {
    return bound.table(name).orElseThrow();
  }
}
