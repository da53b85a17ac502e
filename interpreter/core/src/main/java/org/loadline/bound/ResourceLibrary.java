package org.loadline.bound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.loadline.source.Source;

/**
 * Modules as resources: {@code std.margin} is {@code std/margin.risk}, and {@code std/modules} holds
 * the dotted names of all, a line each.
 */
record ResourceLibrary(ClassLoader loader) implements Library {
  private static final String LIST = "std/modules";

  @Override
  public Optional<Source> module(String name) {
    String path = name.replace('.', '/') + ".risk";
    return text(path).map(text -> Source.of(path, text));
  }

  @Override
  public List<String> names() {
    return text(LIST).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private Optional<String> text(String path) {
    try (InputStream stream = loader.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the standard library cannot be read", unreadable);
    }
  }
}
