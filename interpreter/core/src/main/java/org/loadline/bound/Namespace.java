package org.loadline.bound;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;

/** Names that must differ from one another, over all modules. */
final class Namespace {
  private final Map<String, Span> taken = new HashMap<>();
  private final DiagnosticSink sink;

  Namespace(DiagnosticSink sink) {
    this.sink = sink;
  }

  /** Takes a name; if it is taken already, reports both places and says no. */
  boolean claim(String name, Span place) {
    Span before = taken.putIfAbsent(name, place);
    if (before == null) {
      return true;
    }
    if (before.source().equals(place.source())) {
      new Saying(sink, NameProblem.DEFINED_TWICE, place)
          .with("name", name)
          .also(before, "first defined here")
          .send();
    } else {
      new Saying(sink, NameProblem.TWO_MODULES, place)
          .with("name", name)
          .also(before, "defined here too")
          .send();
    }
    return false;
  }

  boolean isTaken(String name) {
    return taken.containsKey(name);
  }

  Span place(String name) {
    return Objects.requireNonNull(taken.get(name), "a name that is taken");
  }
}
