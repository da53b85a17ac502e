package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command that runs nothing must not load, seen in a process of its own. */
class LightStartTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "check src/test/resources/desk",
        "hash src/test/resources/desk --tree",
        "test src/test/resources/desk/lib",
        "diff src/test/resources/diffs/same/old.risk src/test/resources/diffs/same/new.risk",
        "explain src/test/resources/desk --row account=dave",
        "verify src/test/resources/receipt/proof.json",
        "explain src/test/resources/desk --no-run",
        "check --color never src/test/resources/desk",
        "hash src/test/resources/desk",
        "conform src/test/resources/desk --help",
        "parameters src/test/resources/parameters src/test/resources/parameters/before.json",
        "inspect --help",
        "inspect src/test/resources/desk --declared",
        "inspect src/test/resources/desk --declared --json",
        "inspect src/test/resources/desk --declared --fact account.cover",
        "fmt --diff src/test/resources/desk",
        "certify src/test/resources/mandate/inside/margin.risk"
            + " --against src/test/resources/mandate/q4.risk"
            + " --old src/test/resources/mandate/old/margin.risk --at 2026-11-20"
            + " --history src/test/resources/mandate/history.json",
        "run --help",
        "--version"
      })
  void readingLoadsNothingOfTruffle(String command) throws Exception {
    List<String> loaded = loaded(0, command.split(" "));
    assertTrue(loaded.stream().anyMatch(line -> line.contains("org.loadline.cli.Console ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(line -> line.matches(".*\\b(org\\.graalvm|com\\.oracle\\.truffle)\\..*"))
            .filter(line -> !line.contains("-Xlog"))
            .toList());
  }

  @Test
  void aSnapshotInCsvLoadsNothingOfParquet() throws Exception {
    List<String> loaded = loaded(1, "run", "src/test/resources/desk", "--engine", "reference");
    assertTrue(loaded.stream().anyMatch(line -> line.contains("org.loadline.snapshot.CsvFolder ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(line -> line.matches(".*\\b(org\\.loadline\\.parquet|dev\\.hardwood)\\..*"))
            .toList());
  }

  private static List<String> loaded(int code, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    assertEquals(code, process.waitFor());
    return lines;
  }
}
