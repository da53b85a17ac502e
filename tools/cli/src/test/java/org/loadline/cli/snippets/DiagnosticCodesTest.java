package org.loadline.cli.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of a diagnostic is shown by a snippet, or listed with the reason why not. */
class DiagnosticCodesTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path SNIPPETS = ROOT.resolve("interpreter/snippets");
  private static final Path LISTED = SNIPPETS.resolve("codes-without-a-snippet.txt");

  private static final Pattern DECLARED = Pattern.compile("\"(R[0-9]{4})\"");
  private static final Pattern RAISED = Pattern.compile("\\b(R[0-9]{4})\\b");

  @Test
  void everyCodeIsShownByASnippetOrListed() {
    TreeSet<String> missing = declared();
    missing.removeAll(raised());
    missing.removeIf(code -> listed().keySet().stream().anyMatch(code::startsWith));
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void whatIsListedIsACodeThatNoSnippetShows() {
    for (String listed : listed().keySet()) {
      List<String> codes = declared().stream().filter(code -> code.startsWith(listed)).toList();
      assertFalse(codes.isEmpty(), listed + " is no code");
      boolean one = codes.size() == 1 && codes.getFirst().equals(listed);
      assertFalse(one && raised().contains(listed), listed + " has a snippet");
    }
  }

  @Test
  void snippetsShowDeclaredCodesOnly() {
    TreeSet<String> unknown = raised();
    unknown.removeAll(declared());
    assertEquals(new TreeSet<>(), unknown);
  }

  @Test
  void everyCodeIsDeclaredOnce() {
    Map<String, Integer> times = new TreeMap<>();
    sources().forEach(file -> codes(file, DECLARED).forEach(c -> times.merge(c, 1, Integer::sum)));
    times.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), times);
  }

  private static TreeSet<String> declared() {
    TreeSet<String> codes = new TreeSet<>();
    sources().forEach(file -> codes.addAll(codes(file, DECLARED)));
    return codes;
  }

  private static TreeSet<String> raised() {
    TreeSet<String> codes = new TreeSet<>();
    files(SNIPPETS, ".*\\.(out|err)").forEach(file -> codes.addAll(codes(file, RAISED)));
    return codes;
  }

  /** Codes or beginnings of codes, with their reasons. */
  private static Map<String, String> listed() {
    Map<String, String> listed = new TreeMap<>();
    for (String line : text(LISTED).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" +", 2);
        listed.put(parts[0], parts[1]);
      }
    }
    return listed;
  }

  private static List<Path> sources() {
    return files(ROOT, ".*/src/main/java/.*\\.java");
  }

  private static List<Path> files(Path root, String pattern) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().replace('\\', '/').matches(pattern))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(Path file, Pattern pattern) {
    return pattern.matcher(text(file)).results().map(match -> match.group(1)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
