package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one-way arrows of the design, where {@code module-info} cannot say them: within a module, and
 * for what a module could read through another.
 *
 * <p>Reads imports and fully qualified names in the main sources; the compiled classes would hide
 * constants that javac copies.
 */
class ImportTest {
  private static final Path ROOT = Path.of("..", "..");

  /** What turns text into a program, for those who compile and run in one go. */
  private static final Set<String> COMPILER =
      Set.of("source", "syntax", "parser", "values", "model", "bound", "check", "core");

  /** For each package of ours, those it may use besides itself. What is not named is refused. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("source", Set.of()),
          Map.entry("syntax", Set.of("source")),
          Map.entry("parser", Set.of("source", "syntax")),
          Map.entry("format", Set.of("source", "syntax", "parser")),
          Map.entry("values", Set.of()),
          Map.entry("model", Set.of("source", "values")),
          Map.entry("core", Set.of("source", "values", "model")),
          Map.entry("bound", Set.of("source", "syntax", "parser", "values", "model")),
          Map.entry("check", Set.of("source", "syntax", "values", "model", "bound", "core")),
          Map.entry("data", Set.of("source", "values", "model", "core")),
          Map.entry("sweep", Set.of("source", "values", "model", "core", "data")),
          Map.entry("reference", Set.of("source", "values", "model", "core", "data", "sweep")),
          Map.entry("engine", union(COMPILER, Set.of("data", "sweep", "reference"))),
          Map.entry(
              "snapshot", Set.of("source", "values", "model", "bound", "core", "data", "sweep")),
          Map.entry(
              "conform", Set.of("source", "values", "model", "core", "data", "sweep", "reference")),
          Map.entry("meaning", union(COMPILER, Set.of())),
          Map.entry("diff", union(COMPILER, Set.of("meaning"))),
          Map.entry("mandate", union(COMPILER, Set.of("meaning", "diff"))),
          Map.entry(
              "impact",
              union(COMPILER, Set.of("data", "sweep", "reference", "meaning", "diff", "mandate"))),
          Map.entry("evidence", union(COMPILER, Set.of("data", "sweep", "meaning", "mandate"))),
          Map.entry("parameters", Set.of("source", "values", "model", "core", "data", "conform")),
          Map.entry(
              "page",
              Set.of("source", "values", "model", "core", "meaning", "diff", "mandate", "impact")),
          Map.entry("parquet", Set.of("values", "snapshot")),
          Map.entry("workload", Set.of()),
          Map.entry(
              "api", union(COMPILER, Set.of("data", "sweep", "reference", "engine", "stdlib"))),
          Map.entry(
              "cli",
              union(
                  COMPILER,
                  Set.of(
                      "format",
                      "data",
                      "sweep",
                      "reference",
                      "engine",
                      "api",
                      "snapshot",
                      "parquet",
                      "conform",
                      "meaning",
                      "diff",
                      "mandate",
                      "impact",
                      "evidence",
                      "parameters",
                      "page"))),
          Map.entry(
              "benchmarks",
              union(
                  COMPILER,
                  Set.of(
                      "data",
                      "sweep",
                      "reference",
                      "engine",
                      "api",
                      "snapshot",
                      "workload",
                      "diff",
                      "mandate",
                      "impact"))));

  private static final Set<String> MAY_SEE_GRAALVM = Set.of("engine", "api", "cli");

  private static final Pattern OURS = Pattern.compile("\\borg\\.loadline\\.([a-z]+)\\b");
  private static final Pattern GRAALVM =
      Pattern.compile("\\b(?:org\\.graalvm|com\\.oracle\\.truffle)\\.");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  record Use(String user, String used, Path file) {}

  static Stream<String> packages() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatStandsAboveIt(String name) {
    var refused =
        sources()
            .filter(file -> owner(file).equals(name))
            .flatMap(
                file ->
                    OURS.matcher(code(file))
                        .results()
                        .map(match -> new Use(name, match.group(1), file)))
            .filter(use -> !use.used().equals(name) && !MAY_USE.get(name).contains(use.used()))
            .distinct()
            .toList();
    assertEquals(List.of(), refused);
  }

  @Test
  void onlyTheEngineAndItsUsersSeeGraalvm() {
    var refused =
        sources()
            .filter(file -> !MAY_SEE_GRAALVM.contains(owner(file)))
            .filter(file -> GRAALVM.matcher(code(file)).find())
            .toList();
    assertEquals(List.of(), refused);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    var found = Set.copyOf(sources().map(ImportTest::owner).toList());
    assertTrue(found.containsAll(Set.of("source", "cli")), () -> "Only " + found + " found.");
    assertTrue(MAY_USE.keySet().containsAll(found), () -> "No order for all of " + found + ".");
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** The main sources of every module, without module descriptors. */
  private static Stream<Path> sources() {
    return Stream.of("grammar", "interpreter", "stdlib", "tools", "benchmarks")
        .flatMap(folder -> below(ROOT.resolve(folder)))
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> slashes(file).contains("/src/main/java/org/loadline/"));
  }

  private static Stream<Path> below(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name after {@code org.loadline} of the package that a source belongs to. */
  private static String owner(Path file) {
    var path = slashes(file);
    var start = path.indexOf("/org/loadline/") + "/org/loadline/".length();
    return path.substring(start, path.indexOf('/', start));
  }

  private static String code(Path file) {
    try {
      return COMMENT.matcher(Files.readString(file)).replaceAll(" ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashes(Path file) {
    return file.toString().replace('\\', '/');
  }
}
