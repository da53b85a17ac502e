package org.loadline.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files with random bytes changed, cut off or repeated: there is a snapshot or a reason. */
class DamagedFilesTest {
  private static final int ROUNDS = 2_000;
  private static final byte[] TELLING =
      ",\n\r\"{}[]:;.-+eE019 none unlimited\u00e4\0".getBytes(StandardCharsets.UTF_8);

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Random random = new Random(20_261_120);

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void damagedTablesAreReadOrRefused() throws IOException {
    Path folder = BrokenSnapshotsTest.good(files);
    List<Path> tables;
    try (Stream<Path> all = Files.list(folder)) {
      tables = all.sorted().toList();
    }
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path table = tables.get(random.nextInt(tables.size()));
      byte[] good = Files.readAllBytes(table);
      Files.write(table, damaged(good));
      refused += check(folder);
      Files.write(table, good);
    }
    assertTrue(refused > ROUNDS / 10, "refused " + refused);
  }

  @Test
  void damagedDocumentsAreReadOrRefused() throws IOException {
    byte[] good = Files.readAllBytes(BrokenSnapshotsTest.resource("good/snapshot.json"));
    Path document = files.getPath("/snapshot.json");
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(document, damaged(good));
      refused += check(document);
    }
    assertTrue(refused > ROUNDS / 10, "refused " + refused);
  }

  /** Counts 1 for a refusal; the same files say the same twice. */
  private static int check(Path path) {
    Loaded loaded = SnapshotReader.read(Declarations.book(), path);
    boolean stopped = loaded.problems().stream().anyMatch(DataProblem::stops);
    assertEquals(loaded.snapshot().isEmpty(), stopped, () -> loaded.problems().toString());
    for (DataProblem problem : loaded.problems()) {
      String text = problem.text();
      assertTrue(text.matches("R5\\d{3}: [^\\n]+\\n  [^\\n]+(\\n  Hint: [^\\n]+)?"), text);
      assertFalse(text.matches("(?s).*\\{[a-z]{3,}\\}.*"), text);
    }
    assertEquals(loaded.problems(), SnapshotReader.read(Declarations.book(), path).problems());
    return stopped ? 1 : 0;
  }

  private byte[] damaged(byte[] good) {
    byte[] bytes = good.clone();
    for (int changes = random.nextInt(3) + 1; changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + bytes.length - at);
          System.arraycopy(bytes, at, longer, bytes.length, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
