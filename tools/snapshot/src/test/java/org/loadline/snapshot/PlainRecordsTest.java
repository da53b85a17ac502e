package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of several blocks: whatever the threads, and wherever a file stops being plain, they give
 * what the parser alone gives. A header in quotes leaves a file to the parser from its first byte.
 */
class PlainRecordsTest {
  private static final int BLOCK = 1 << 11;
  private static final int ROWS = 800;
  private static final String HEADER = "order,order.account,quantity,hedge.account,hedge\n";
  private static final String QUOTED = "\"order\",order.account,quantity,hedge.account,hedge\n";

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Random random = new Random(20_261_121);

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void aPlainFileOfSeveralBlocks() throws IOException {
    check(lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,alice,\"0.5\",,",
        "1,alice,\"0.5",
        "1,alice,\"0.5\"x,,",
        "",
        "\r",
        "1,alice,0.5,,\r",
        "1,alice,0.5,\r,",
        "1,alice,0.5",
        "1,alice,0.5,,,,",
        "1,alice,\0,,",
        "1,alice,much,,",
        "1,alice, 0.5,,",
        "1,al\u00efce,0.5,,",
        "9,alice,0.5,,",
        "2,alice,,,",
        "2,alice,none,,",
        "1,alice,1e-3,none,none",
        "1,alice,123456789012345678901234567890.5,bob,1",
      })
  void oneLineThatIsNotLikeTheOthers(String odd) throws IOException {
    List<String> lines = lines();
    lines.set(ROWS / 10 + random.nextInt(ROWS * 8 / 10), odd);
    check(lines);
  }

  @Test
  void manyProblemsInManyBlocks() throws IOException {
    List<String> lines = lines();
    for (int i = 0; i < 100; i++) {
      int at = random.nextInt(ROWS);
      lines.set(at, lines.get(at).replaceFirst(",[^,]*,,$", ",x" + i + ",,"));
    }
    check(lines);
  }

  @Test
  void aFileIsGivenUpAtTheSameProblem() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Problems.MOST + 1_000; i++) {
      lines.add("1,alice,?,,");
    }
    check(lines);
  }

  private List<String> lines() {
    List<String> orders = List.of("1,alice", "2,alice", "1,bob");
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      String order = orders.get(random.nextInt(orders.size()));
      String quantity = random.nextInt(1_000_000) + "." + random.nextInt(1_000_000);
      lines.add(order + "," + quantity + ",,");
    }
    return lines;
  }

  private void check(List<String> lines) throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    byte[] rows = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    String parsed = read(folder, QUOTED, rows, 1);
    assertFalse(parsed.isEmpty());
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals(parsed, read(folder, HEADER, rows, threads), "on " + threads + " threads");
    }
  }

  private static String read(Path folder, String header, byte[] rows, int threads)
      throws IOException {
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + rows.length);
    System.arraycopy(rows, 0, all, head.length, rows.length);
    Files.write(folder.resolve("fill.csv"), all);
    Loaded loaded;
    try (Workers workers = new Workers(threads, BLOCK)) {
      loaded = SnapshotReader.read(Declarations.book(), folder, Progress.SILENT, workers);
    }
    Stream<String> said =
        loaded.problems().stream()
            .map(DataProblem::text)
            // The byte at which something stands, which the header moves.
            .map(text -> text.replaceAll(" at \\d+\\.", " at …."));
    return Stream.concat(said, loaded.snapshot().map(SnapshotText::of).stream())
        .collect(Collectors.joining("\n"));
  }
}
