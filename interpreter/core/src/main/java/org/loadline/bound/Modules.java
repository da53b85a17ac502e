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

  /** The names of the modules that a module sees: itself and what it imports, at any distance. */
  Set<String> seenFrom(Module module) {
    Map<String, Module> byName = new HashMap<>();
    all().forEach(m -> byName.put(m.name(), m));
    Set<String> seen = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(module.name()));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (seen.add(name) && byName.containsKey(name)) {
        open.addAll(byName.get(name).imports());
      }
    }
    return seen;
  }
}
