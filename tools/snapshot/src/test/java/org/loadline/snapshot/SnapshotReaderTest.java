package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {
  private static final String GOOD =
      """
      now 2026-11-20T08:00Z
      insurance 10.5
      market BTC | 90000.5 | 0.001
      market ETH | 3000 | 0.01
      account alice | 1000.5 | retail | false | 2026-01-31 | 90 seconds | unlimited | 0.5 | 0.75 | pays, late
      account bob | -20 | professional | true | 2025-12-01 | none | 1000000.25 | 1 | 1 | none
      position alice | BTC | 1.5 | 100000
      position alice | ETH | -0.2 | 2950.75
      position bob | BTC | -0.001 | 88000
      order alice | 1 | 10
      order alice | 2 | 11
      order bob | 1 | 12
      fill alice/1 | 0.25 | none
      fill alice/1 | 0.5 | bob/1
      fill bob/1 | 3 | alice/2
      """;

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void aFolderOfCsvFilesIsRead() throws IOException {
    assertEquals(GOOD, read(BrokenSnapshotsTest.good(files)));
  }

  @Test
  void aDocumentGivesTheSameSnapshot() throws IOException {
    Path document = files.getPath("/snapshot.json");
    Files.write(document, Files.readAllBytes(BrokenSnapshotsTest.resource("good/snapshot.json")));
    assertEquals(GOOD, read(document));
  }

  @Test
  void theOrderOfRowsAndColumnsNeverShows() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<Path> tables;
      try (Stream<Path> all = Files.list(folder)) {
        tables = all.sorted().toList();
      }
      for (Path table : tables) {
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        Files.write(table, lines);
      }
      assertEquals(GOOD, read(folder));
    }
    Files.writeString(
        folder.resolve("market.csv"), "lot,symbol,mark\n0.01,ETH,3000\n0.001,BTC,90000.5\n");
    assertEquals(GOOD, read(folder));
  }

  @Test
  void numbersAreExactHoweverTheyAreWritten() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    String digits = "9".repeat(400);
    List<String> written =
        List.of(
            "0.1",
            "1e-3",
            "1.5E+2",
            "+7",
            ".5",
            "7.",
            "-0",
            "123456789012345678",
            "1234567890123456789012.000000000000000000001",
            "0.0000000000000000000000001",
            digits);
    List<String> read =
        List.of(
            "0.1",
            "0.001",
            "150",
            "7",
            "0.5",
            "7",
            "0",
            "123456789012345678",
            "1234567890123456789012.000000000000000000001",
            "0.0000000000000000000000001",
            digits);
    StringBuilder table = new StringBuilder("symbol,mark,lot\n");
    for (int i = 0; i < written.size(); i++) {
      table.append((char) ('a' + i)).append(',').append(written.get(i)).append(",1\n");
    }
    Files.writeString(folder.resolve("market.csv"), table);
    Files.writeString(folder.resolve("position.csv"), "account,market,size,entry\n");
    List<String> marks =
        read(folder)
            .lines()
            .filter(line -> line.startsWith("market "))
            .map(line -> line.split(" \\| ")[1])
            .toList();
    assertEquals(read, marks);
  }

  @Test
  void theGreatestNumberOfAWordIsUnlimitedWhereTheEntitySaysSo() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Path accounts = folder.resolve("account.csv");
    String sentinel =
        "115792089237316195423570985008687907853269984665640564039457584007913129639935";
    Files.writeString(accounts, Files.readString(accounts).replace("unlimited", sentinel));
    assertEquals(GOOD, read(folder));
  }

  @Test
  void stepsOfAnySizeAreCounted() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Path accounts = folder.resolve("account.csv");
    Files.writeString(
        accounts, Files.readString(accounts).replace("100050", "12345678901234567890123"));
    assertTrue(read(folder).contains("account alice | 123456789012345678901.23 | "));
  }

  @Test
  void aKeyWrittenInAnotherWayIsTheSameKey() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Files.writeString(
        folder.resolve("order.csv"), "account,id,price\nalice,1.0,10\nalice,2e0,11\nbob,1,12\n");
    assertEquals(GOOD, read(folder));
  }

  @Test
  void theKeyAloneWillDoWhereNoTwoRowsShareIt() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Files.writeString(folder.resolve("order.csv"), "account,id,price\nalice,1,10\nalice,2,11\n");
    Files.writeString(folder.resolve("fill.csv"), "order,quantity,hedge\n2,1,\n1,3,2\n");
    String fills =
        read(folder)
            .lines()
            .filter(line -> line.startsWith("fill "))
            .collect(Collectors.joining("; "));
    assertEquals("fill alice/1 | 3 | alice/2; fill alice/2 | 1 | none", fills);
  }

  @Test
  void anUnreadableCellLeavesTheRestAsItIs() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    Path accounts = folder.resolve("account.csv");
    Files.writeString(accounts, Files.readString(accounts).replace("100050", "much"));
    Loaded loaded = SnapshotReader.read(Declarations.book(), folder);
    assertEquals(GOOD.replace("1000.5 ", "? "), SnapshotText.of(loaded.snapshot().orElseThrow()));
    assertEquals(1, loaded.problems().size());
    assertEquals(Place.cell("account.csv", 2, 1, "cash"), loaded.problems().getFirst().place());
  }

  @Test
  void whatDoesNotExistIsSaidToBeMissing() throws IOException {
    assertEquals("R5501", code(files.getPath("/nowhere")));
    Path table = BrokenSnapshotsTest.good(files).resolve("market.csv");
    assertEquals("R5503", code(table));
  }

  @Test
  void progressIsToldForEachFile() throws IOException {
    List<String> told = new ArrayList<>();
    SnapshotReader.read(
        Declarations.book(),
        BrokenSnapshotsTest.good(files),
        (file, rows, bytes) -> told.add(file + " " + rows + " " + bytes));
    assertTrue(told.contains("market.csv 2 48"), told::toString);
  }

  private static String code(Path path) {
    return SnapshotReader.read(Declarations.book(), path).problems().getFirst().code();
  }

  private static String read(Path path) {
    Loaded loaded = SnapshotReader.read(Declarations.book(), path);
    assertEquals(
        List.of(), loaded.problems().stream().map(DataProblem::text).toList(), path::toString);
    return SnapshotText.of(loaded.snapshot().orElseThrow());
  }
}
