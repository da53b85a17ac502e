package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.bound.Bound;
import org.loadline.bound.Library;
import org.loadline.bound.PolicyReader;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.model.Type;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** A policy given as text, checked: what came out and what was said. */
record CheckedPolicy(Optional<Program> program, List<Diagnostic> diagnostics) {

  /** Checks a policy whose header is left out. */
  static CheckedPolicy of(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    Source source = Source.of("policy.risk", "policy p\n" + text);
    Bound bound = new PolicyReader(Library.empty()).read(source, sink);
    Optional<Program> program = Checking.check(bound, sink);
    return new CheckedPolicy(program, sink.diagnostics());
  }

  /** Everything said, a line each: {@code R3200 message}. */
  String said() {
    return diagnostics.stream()
        .map(d -> d.code().code() + " " + d.message())
        .collect(Collectors.joining("\n"));
  }

  /** The same with the hints: {@code R3200 message > hint}. */
  String saidWithHints() {
    return diagnostics.stream()
        .map(d -> d.code().code() + " " + d.message() + " > " + d.hint())
        .collect(Collectors.joining("\n"));
  }

  Program whole() {
    return program.orElseThrow(() -> new AssertionError(saidWithHints()));
  }

  private List<Fact> facts(String name) {
    return whole().facts().stream()
        .filter(f -> f.owner().map(o -> o + ".").orElse("").concat(f.name()).equals(name))
        .toList();
  }

  Fact fact(String name) {
    List<Fact> found = facts(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " facts are called " + name);
    }
    return found.getFirst();
  }

  /** How often a definition has been typed: once for each list of argument types. */
  int instances(String name) {
    return facts(name).size();
  }

  /** The typed formula of a fact. */
  String core(String name) {
    return new CoreText(whole()).of(fact(name).body());
  }

  /** The type of a fact: {@code decimal USD}, {@code fraction or unlimited}. */
  String type(String name) {
    return text(fact(name).type());
  }

  static String text(Type type) {
    return switch (type) {
      case Type.Quantity q ->
          (q.form().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                      + " "
                      + q.unit().withOwners())
                  .strip()
              + (q.orUnlimited() ? " or unlimited" : "");
      case Type.Flag flag -> "flag";
      case Type.Text text -> "text";
      case Type.Date date -> "date";
      case Type.Instant instant -> "instant";
      case Type.OfChoice of -> of.choice().name();
      case Type.RowOf row -> row.entity() + " " + row.path();
      case Type.Nothing nothing -> "none";
      case Type.OrNone optional -> text(optional.of()) + " or none";
    };
  }
}
