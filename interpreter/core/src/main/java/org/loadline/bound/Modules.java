package org.loadline.bound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;

/**
 * A policy or library with every library that it imports, each once; {@code root} comes first.
 *
 * <p>A policy that refines others holds what is left of them; {@code bases} are their texts, and
 * {@code replaced} what is no longer there. {@code envelope} is of the policy, and in none of its
 * files.
 */
public record Modules(
    Module root,
    List<Module> libraries,
    List<Source> bases,
    List<Replacement> replaced,
    Optional<Declaration.Envelope> envelope) {
  public Modules {
    libraries = List.copyOf(libraries);
    bases = List.copyOf(bases);
    replaced = List.copyOf(replaced);
  }

  public Modules(Module root, List<Module> libraries) {
    this(root, libraries, List.of(), List.of(), Optional.empty());
  }

  /** The same, held against an envelope. */
  Modules under(Declaration.Envelope other) {
    return new Modules(root, libraries, bases, replaced, Optional.of(other));
  }

  /** The root first, then libraries in the order in which they are first imported. */
  public List<Module> all() {
    List<Module> all = new ArrayList<>();
    all.add(root);
    all.addAll(libraries);
    return all;
  }

  public List<Source> sources() {
    List<Source> sources = new ArrayList<>(List.of(root.source()));
    sources.addAll(bases);
    libraries.forEach(library -> sources.add(library.source()));
    return sources;
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
