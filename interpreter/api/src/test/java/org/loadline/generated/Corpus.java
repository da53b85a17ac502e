package org.loadline.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every policy and library that stands in the repository, broken ones too. */
final class Corpus {
  private Corpus() {}

  static List<String> texts() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("examples"))) {
      root = root.getParent();
    }
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("examples", "interpreter/snippets", "stdlib/src")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Corpus::isPolicy).sorted().toList()) {
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return texts;
  }

  private static boolean isPolicy(Path file) {
    return Files.isRegularFile(file) && file.toString().endsWith(".risk");
  }
}
