package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.loadline.cli.Said;
import org.loadline.data.Evaluator;

/**
 * The examples, run as a reader runs them, against what is written beside them.
 *
 * <p>For each snapshot a folder {@code expected…} holds the files of {@code run --out} and, in
 * {@code run.txt}, what the run prints. A new example writes them and fails once; {@code
 * -Dexamples.update=true} rewrites those that differ and still fails, so that every change is read
 * as a difference.
 */
class ExamplesTest {
  private static final boolean UPDATE = Boolean.getBoolean("examples.update");
  private static final String PRINTED = "run.txt";

  @TestFactory
  Stream<DynamicContainer> everyExample(@TempDir Path folder) throws IOException {
    List<DynamicContainer> all = new ArrayList<>();
    for (Example example : Example.all()) {
      List<DynamicNode> tests = new ArrayList<>();
      tests.add(dynamicTest("compiles without a word", () -> compiles(example)));
      tests.add(dynamicTest("keeps what it says of itself", () -> holds(example)));
      for (String snapshot : example.snapshots()) {
        Path out = folder.resolve(example.name()).resolve(snapshot);
        tests.add(dynamicTest(snapshot, () -> gives(example, snapshot, out)));
      }
      all.add(dynamicContainer(example.name(), tests));
    }
    assertTrue(all.size() >= 3, "examples found");
    return all.stream();
  }

  private static void compiles(Example example) {
    Said said = Said.by("check", example.path());
    assertTrue(said.all().matches("\\d+ files?, no errors, no warnings\n"), said.all());
  }

  private static void holds(Example example) {
    Said said = Said.by("test", example.path());
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.out().endsWith(" passed, none failed\n"), said.all());
    for (Case one : Case.carried(Compiled.of(example.policy()).program().orElseThrow())) {
      for (Evaluator evaluator : Evaluators.ALL) {
        assertEquals(List.of(), Evaluators.broken(evaluator, one), evaluator.name());
      }
    }
  }

  private static void gives(Example example, String snapshot, Path out) throws IOException {
    Map<String, String> reference = run(example, snapshot, "reference", out);
    Map<String, String> truffle = run(example, snapshot, "truffle", out);
    assertEquals(reference, truffle);
    Path expected = example.expected(snapshot);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : truffle.entrySet()) {
      Path expectation = expected.resolve(file.getKey());
      boolean known = Files.exists(expectation);
      if (!known || UPDATE && !Files.readString(expectation).equals(file.getValue())) {
        Files.createDirectories(expectation.getParent());
        Files.writeString(expectation, file.getValue());
        written.add(expectation);
      } else {
        assertEquals(Files.readString(expectation), file.getValue(), expectation.toString());
      }
    }
    if (!written.isEmpty()) {
      fail("what it gives is now written in " + written + ": read it");
    }
    assertEquals(results(expected).keySet(), results(out.resolve("truffle")).keySet());
  }

  /** The files that a run writes, by name, and what it prints. */
  private static Map<String, String> run(
      Example example, String snapshot, String engine, Path folder) throws IOException {
    Path out = folder.resolve(engine);
    Said said =
        Said.by(
            "run",
            example.path(),
            "--snapshot",
            example.path() + "/" + snapshot,
            "--engine",
            engine,
            "--out",
            out.toString());
    assertEquals(0, said.exit(), said.all());
    Map<String, String> files = results(out);
    files.put(PRINTED, said.out());
    return files;
  }

  private static Map<String, String> results(Path folder) throws IOException {
    Map<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        results.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return results;
  }
}
