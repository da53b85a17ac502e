package org.loadline.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.source.Diagnostic;
import org.loadline.source.Source;

/**
 * The policies of two sides that have one name, and those that are on one side only.
 *
 * <p>A library that a policy of the same folder reads is looked at as part of that policy.
 */
record PolicyPairs(
    List<Pair> both, List<String> gone, List<String> added, List<Diagnostic> diagnostics) {
  PolicyPairs {
    both = List.copyOf(both);
    gone = List.copyOf(gone);
    added = List.copyOf(added);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether every policy compiles. */
  boolean areWhole() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** Two programs of one name. */
  record Pair(String name, Program before, Program after) {}

  static PolicyPairs of(Versions before, Versions after) {
    Map<String, Compilation> old = compiled(before);
    Map<String, Compilation> now = compiled(after);
    List<Pair> both = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List.of(old, now)
        .forEach(
            side ->
                side.values().stream()
                    .filter(Compilation::hasErrors)
                    .forEach(c -> diagnostics.addAll(c.diagnostics())));
    old.forEach(
        (name, was) -> {
          Compilation is = now.get(name);
          if (is != null && was.program().isPresent() && is.program().isPresent()) {
            both.add(new Pair(name, was.program().get(), is.program().get()));
          }
        });
    return new PolicyPairs(
        both, without(old, now), without(now, old), diagnostics.stream().distinct().toList());
  }

  private static List<String> without(
      Map<String, Compilation> one, Map<String, Compilation> other) {
    return one.keySet().stream().filter(name -> !other.containsKey(name)).toList();
  }

  private static Map<String, Compilation> compiled(Versions side) {
    Map<String, Compilation> all = new LinkedHashMap<>();
    side.names().forEach(name -> all.put(name, side.compile(name)));
    Set<String> imported = new HashSet<>();
    all.values().stream()
        .flatMap(c -> c.program().stream())
        .forEach(p -> p.sources().stream().skip(1).map(Source::name).forEach(imported::add));
    all.entrySet()
        .removeIf(
            e ->
                e.getValue().library()
                    && e.getValue()
                        .program()
                        .filter(p -> imported.contains(p.sources().getFirst().name()))
                        .isPresent());
    return all;
  }
}
