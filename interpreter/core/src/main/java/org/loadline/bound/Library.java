package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Source;

/** Where the modules whose names begin with {@code std} come from. */
public interface Library {
  /** The text of a module by its dotted name, such as {@code std.margin}. */
  Optional<Source> module(String name);

  /** The dotted names of all modules, for "did you mean". */
  List<String> names();

  /** The library that comes with Loadline, read from resources. */
  static Library standard() {
    return new ResourceLibrary(Library.class.getClassLoader());
  }

  /** A library without modules. */
  static Library empty() {
    return new Library() {
      @Override
      public Optional<Source> module(String name) {
        return Optional.empty();
      }

      @Override
      public List<String> names() {
        return List.of();
      }
    };
  }
}
