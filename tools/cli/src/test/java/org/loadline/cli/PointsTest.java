package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of series that stop a run, with the place where each stands. */
class PointsTest {
  private static final String POLICY =
      """
      policy latest
      system { now : instant }
      entity market { key symbol
                      marks : series of number }
      for each market { mark = last(marks) else 0 }
      report market.mark
      """;

  @TempDir Path folder;

  private Said run(Path snapshot) throws IOException {
    Files.writeString(folder.resolve("policy.risk"), POLICY);
    return Said.by("run", folder.toString(), "--snapshot", snapshot.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["2026-01-01T00:00Z", 1], ["2025-12-01T00:00Z", 2]  | R5710: The point of `market.marks` at 2025-12-01T00:00Z comes after the one at 2026-01-01T00:00Z. | row 2, column `time`: 2025-12-01T00:00Z
          ["1200-01-01T00:00Z", 1]                            | R5711: A point of `market.marks` cannot be at 1200-01-01T00:00Z. | row 1, column `time`: 1200-01-01T00:00Z
          ["2026-01-01T00:00:00.1234567891Z", 1]              | R5711: A point of `market.marks` cannot be at | row 1, column `time`: 2026-01-01T00:00:00.1234567891Z
          ["2026-01-01T00:00Z", 1, 3]                         | R5712: A point of `market.marks` is a list of something else than two. | at /markets/0/marks/0/2
          ["2026-01-01T00:00Z", 1], ["2026-01-01T00:01Z"]     | R5712: A point of `market.marks` is a list of something else than two. | at /markets/0/marks/1
          []                                                  | R5712: A point of `market.marks` is a list of something else than two. | at /markets/0/marks/0
          ["2026-01-01T00:00Z", 1], ["2026-01-01T00:00Z", 2]  | R5003: Two rows of `market.marks` are both `A/2026-01-01T00:00Z`. | row 2, column `time`
          """)
  void aPointInJsonIsSaidWithItsPlace(String points, String said, String place) throws IOException {
    Path snapshot = folder.resolve("snapshot.json");
    Files.writeString(
        snapshot,
        "{\"now\": \"2026-01-02T00:00Z\", \"markets\": [{\"symbol\": \"A\", \"marks\": ["
            + points
            + "]}]}");
    Said refused = run(snapshot);
    assertTrue(refused.all().startsWith(said), refused.all());
    assertTrue(refused.all().contains(place), refused.all());
    assertEquals("", refused.out());
    assertEquals(4, refused.exit());
  }

  @Test
  void aPointInCsvIsSaidWithItsLine() throws IOException {
    Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
    Files.writeString(snapshot.resolve("system.csv"), "now\n2026-01-02T00:00Z\n");
    Files.writeString(snapshot.resolve("market.csv"), "symbol\nA\nB\n");
    Path points = snapshot.resolve("market.marks.csv");
    Files.writeString(
        points,
        """
        market,time,value
        A,2026-01-01T00:00Z,1
        B,2025-01-01T00:00Z,1
        A,2025-12-01T00:00Z,2
        """);
    Said refused = run(snapshot);
    assertTrue(refused.all().startsWith("R5710"), refused.all());
    assertTrue(refused.all().contains("market.marks.csv, line 4, row 3, column `time`"));
    Files.writeString(points, Files.readString(points).replace("2025-12-01", "2026-02-01"));
    Said sound = run(snapshot);
    assertEquals(0, sound.exit());
    assertTrue(sound.out().contains("A          1"), sound.out());
  }
}
