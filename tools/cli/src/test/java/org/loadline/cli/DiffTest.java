package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said to differ between two small policies, for every kind of change.
 *
 * <p>{@code -Ddiffs.update=true} rewrites what is expected, and still fails.
 */
class DiffTest {
  private static final Path ROOT = Path.of("src", "test", "resources", "diffs");
  private static final boolean UPDATE = Boolean.getBoolean("diffs.update");

  static Stream<Path> pairs() throws IOException {
    return Files.list(ROOT).filter(Files::isDirectory).sorted();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyChangeIsTold(Path pair) throws IOException {
    String actual = Said.by("diff", file(pair, "old"), file(pair, "new")).all();
    Path expected = pair.resolve("diff.txt");
    if (UPDATE && !(Files.exists(expected) && Files.readString(expected).equals(actual))) {
      Files.writeString(expected, actual);
      fail("what is said is now written in " + expected + ": read it");
    }
    assertEquals(Files.readString(expected), actual);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aPolicyDoesNotDifferFromItself(Path pair) throws IOException {
    Said said = Said.by("diff", file(pair, "new"), file(pair, "new"));
    assertEquals(0, said.exit());
    assertTrue(said.all().endsWith(": no difference in meaning\n"), said.all());
  }

  private static String file(Path pair, String name) {
    return "tools/cli/" + pair + "/" + name + ".risk";
  }
}
