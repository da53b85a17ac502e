package org.loadline.bound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.loadline.source.Source;

/** Modules as resources: {@code std.margin} is {@code std/margin.risk}. */
record ResourceLibrary(ClassLoader loader) implements Library {
  private static final String FOLDER = "std";
  private static final String ENDING = ".risk";

  @Override
  public Optional<Source> module(String name) {
    String path = name.replace('.', '/') + ENDING;
    try (InputStream stream = loader.getResourceAsStream(path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(Source.of(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the standard library cannot be read", unreadable);
    }
  }

  /** Found in the folder or jar that holds the library; none if it is neither. */
  @Override
  public List<String> names() {
    URL folder = loader.getResource(FOLDER);
    if (folder == null) {
      return List.of();
    }
    try {
      return folder.openConnection() instanceof JarURLConnection jar
          ? ofJar(jar)
          : folder.getProtocol().equals("file") ? ofFolder(folder) : List.of();
    } catch (IOException | URISyntaxException | UncheckedIOException unknown) {
      return List.of();
    }
  }

  private static List<String> ofJar(JarURLConnection connection) throws IOException {
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return dotted(jar.stream().map(JarEntry::getName).filter(e -> e.startsWith(FOLDER + "/")));
    }
  }

  private static List<String> ofFolder(URL folder) throws IOException, URISyntaxException {
    Path root = Path.of(folder.toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return dotted(
          files.map(file -> FOLDER + "/" + root.relativize(file).toString().replace('\\', '/')));
    }
  }

  private static List<String> dotted(Stream<String> paths) {
    return paths
        .filter(path -> path.endsWith(ENDING))
        .map(path -> path.substring(0, path.length() - ENDING.length()).replace('/', '.'))
        .sorted()
        .toList();
  }
}
