package org.loadline.bound;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * What each library sees: itself and what it imports. A name in a library means what is declared
 * there before it means anything of the policy that imports it, so that no policy changes a library
 * by a name of its own.
 */
public record Sight(Map<Source, Set<Source>> libraries) {
  static Sight of(Modules modules) {
    Map<Source, Set<Source>> seen = new LinkedHashMap<>();
    for (Module library : modules.libraries()) {
      seen.put(
          library.source(),
          modules.seenFrom(library).stream().map(Module::source).collect(Collectors.toSet()));
    }
    return new Sight(seen);
  }

  /** Whether a place is in a library, and that library sees where something is declared. */
  public boolean isOwn(Span place, Span declared) {
    Set<Source> seen = libraries.get(place.source());
    return seen != null && seen.contains(declared.source());
  }

  /** What a name may mean at a place: of the library itself, else of what it sees, else all. */
  public <T> List<T> nearest(Span place, List<T> found, Function<T, Span> declared) {
    if (!libraries.containsKey(place.source())) {
      return found;
    }
    List<T> here =
        found.stream().filter(t -> declared.apply(t).source() == place.source()).toList();
    List<T> near =
        here.isEmpty()
            ? found.stream().filter(t -> isOwn(place, declared.apply(t))).toList()
            : here;
    return near.isEmpty() ? found : near;
  }
}
