package org.loadline.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example has a meaning, and all that it reads is defined. */
class ExamplesMeaningTest {
  private static final Path EXAMPLES = Path.of("../../examples");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".risk")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasAMeaning(Path example) {
    Meanings meanings = Meanings.of(Compiled.file(example));
    if (System.getProperty("show") != null) {
      System.out.println(meanings.hash() + " " + example);
      meanings.all().forEach((s, m) -> System.out.println(m.text()));
    }
    assertFalse(meanings.all().isEmpty());
    assertEquals(meanings.hash(), Meanings.of(Compiled.file(example)).hash());
  }
}
