package org.loadline.bound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.source.Source;

/** A policy or library with every library that it imports, each once; {@code root} comes first. */
public record Modules(Module root, List<Module> libraries) {
  public Modules {
    libraries = List.copyOf(libraries);
  }

  /** The root first, then libraries in the order in which they are first imported. */
  public List<Module> all() {
    List<Module> all = new ArrayList<>();
    all.add(root);
    all.addAll(libraries);
    return all;
  }

  public List<Source> sources() {
    return all().stream().map(Module::source).toList();
  }

  /** What a module sees: itself and what it imports, at any distance. */
  Set<Module> seenFrom(Module module) {
    Map<String, Module> byName = new HashMap<>();
    libraries.forEach(library -> byName.put(library.name(), library));
    Set<Module> seen = new LinkedHashSet<>();
    List<Module> open = new ArrayList<>(List.of(module));
    while (!open.isEmpty()) {
      Module next = open.removeLast();
      if (seen.add(next)) {
        next.imports().stream().filter(byName::containsKey).map(byName::get).forEach(open::add);
      }
    }
    return seen;
  }
}
