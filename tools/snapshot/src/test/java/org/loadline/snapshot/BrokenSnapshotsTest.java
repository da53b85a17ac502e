package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code broken/} is laid over the good snapshot, or is one document; what is said
 * about it stands in its {@code expected.txt}. Files named in {@code without.txt} are left out.
 *
 * <p>With {@code -Dsnapshots.update=true} the expectations are written anew, and the test fails.
 */
class BrokenSnapshotsTest {
  private static final String EXPECTED = "expected.txt";
  private static final String WITHOUT = "without.txt";
  private static final String DOCUMENT = "snapshot.json";

  @TestFactory
  Stream<DynamicTest> whatIsSaidAboutEachBrokenSnapshot() throws IOException {
    List<Path> cases;
    try (Stream<Path> folders = Files.list(resource("broken"))) {
      cases = folders.sorted().toList();
    }
    assertFalse(cases.isEmpty());
    return cases.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  @Test
  void aLineOfFiftyMegabytesIsRefusedWithItsPlace() throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = good(files);
      Files.writeString(
          folder.resolve("market.csv"), "symbol,mark,lot\nBTC," + "1".repeat(50_000_000) + ",1\n");
      assertEquals(
          """
          no snapshot

          R5517: A cell is longer than 65536 characters.
            market.csv, line 2
            Hint: Look for a double quote that opens the cell and is never closed.
          """,
          said(SnapshotReader.read(Declarations.book(), folder)));
    }
  }

  @Test
  void aLineOfFiftyMillionCellsIsOneRaggedRow() throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path folder = good(files);
      Files.writeString(
          folder.resolve("market.csv"),
          "symbol,mark,lot\nBTC,1,1" + ",1".repeat(25_000_000) + "\n");
      assertEquals(
          """
          no snapshot

          R5514: The row has 25000003 cells, and the header has 3 columns.
            market.csv, line 2, row 1
            Hint: Give one cell for each column; a cell that holds a comma stands in double quotes.
          """,
          said(SnapshotReader.read(Declarations.book(), folder)));
    }
  }

  @Test
  void aDocumentOfOneLongTextIsRefused() throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path document = files.getPath("/snapshot.json");
      Files.writeString(document, "{\"now\": \"" + "x".repeat(50_000_000) + "\"}");
      String said = said(SnapshotReader.read(Declarations.book(), document));
      assertEquals("no snapshot\n\nR5543: The document has more than", said.substring(0, 46));
    }
  }

  private static void check(Path folder) throws IOException {
    try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
      Path path =
          Files.exists(folder.resolve(DOCUMENT)) ? files.getPath("/" + DOCUMENT) : good(files);
      if (Files.exists(folder.resolve(WITHOUT))) {
        for (String name : Files.readAllLines(folder.resolve(WITHOUT))) {
          Files.delete(path.resolve(name));
        }
      }
      try (Stream<Path> laid = Files.list(folder)) {
        for (Path file : laid.toList()) {
          String name = file.getFileName().toString();
          Path to = name.equals(DOCUMENT) ? path : path.resolve(name);
          if (!name.equals(EXPECTED) && !name.equals(WITHOUT)) {
            Files.write(to, Files.readAllBytes(file));
          }
        }
      }
      compare(folder, said(SnapshotReader.read(Declarations.book(), path)));
    }
  }

  private static void compare(Path folder, String said) throws IOException {
    Path expected = folder.resolve(EXPECTED);
    if (Boolean.getBoolean("snapshots.update") || !Files.exists(expected)) {
      Path source = Path.of("src/test/resources/broken").resolve(folder.getFileName().toString());
      Files.writeString(source.resolve(EXPECTED), said);
    }
    assertEquals(Files.exists(expected) ? Files.readString(expected) : "", said);
  }

  private static String said(Loaded loaded) {
    String first = loaded.snapshot().isPresent() ? "a snapshot" : "no snapshot";
    return Stream.concat(Stream.of(first), loaded.problems().stream().map(DataProblem::text))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  static Path good(FileSystem files) throws IOException {
    Path to = Files.createDirectories(files.getPath("/snapshot"));
    try (Stream<Path> good = Files.list(resource("good"))) {
      for (Path file : good.filter(f -> f.toString().endsWith(".csv")).toList()) {
        Files.write(to.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
    return to;
  }

  static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(BrokenSnapshotsTest.class.getResource("/" + name)).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
