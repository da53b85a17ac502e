package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run prints and writes, for people and for programs. */
class RunCommandTest {
  @Test
  void aRunEndsWithWhatARiskOfficerAsks() {
    Ran said = Ran.by("run @desk");
    assertEquals(
        """
        account (4 rows)
          account  standing  collateral (USD)                  cover
          alice    healthy              72     1.411764705882352941~
          bob      healthy              11.25                   none
          carol    broke                54     0.882352941176470588~
          dave     healthy             100     1.160227404571295974~

        total_owed  198.39  USD
        headroom    301.61  USD

        account: 4 rows
          standing
            healthy  3  ██████████████████████████████
            tight    0
            broke    1  ██████████
          sum of collateral  237.25  USD

        properties: 1 of 2 broken
          ✗ no account is broke
            broken by 1 of 4: carol
            src/test/resources/desk/policy.risk:56:1
        """,
        said.out());
    assertEquals("", said.err());
    assertEquals(1, said.code());
  }

  @Test
  void theWorstRowsAreShownFirstWhereThereAreMany() {
    Ran said = Ran.by("run @desk --limit 2 --param floor_rate=10%");
    assertTrue(
        said.out()
            .startsWith(
                """
                account (4 rows, the worst 2 by standing)
                  account  standing  collateral (USD)                  cover
                  carol    broke                   54  0.818181818181818182~
                  dave     tight                  100  1.075847229693383540~
                """),
        said.out());
  }

  @Test
  void faultsAreReportedOnceWithTheirReadersAndTheData() {
    Ran said = Ran.by("run @faulty");
    assertEquals(
        """
        account (3 rows)
          account       health  safe                room
          a                1.5  true                   3
          b        fault R6001  fault R6001            5
          c                0.5  false        fault R6021

        worst  fault R6001

        2 faults

        R6001: `equity / debt` divides by zero.
         10 |     health = equity / debt
                           ━━━━━━━━━━━━━
                           ──────   ──── 0
                           └ 3
        Hint: Answer it with `else`, or keep such rows out with `where`.
        src/test/resources/faulty/policy.risk:10:14
          in `health` of account b; 2 other reported values read it

        R6021: `limit of account c` could not be read: `limit` is `much`, which is not a number.
         12 |     room   = limit - debt
                           ━━━━━
        Hint: Write digits, with a point before the places: `-1234.5`.
        src/test/resources/faulty/policy.risk:12:14
          in `room` of account c

        R5110: `limit` is `much`, which is not a number.
          snapshot.json, line 5, character 50, column `limit`, at /accounts/2/limit: much
        Hint: Write digits, with a point before the places: `-1234.5`.
        """,
        said.out());
    assertEquals(1, said.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv", "json"})
  void engineAndThreadsNeverShow(String format) {
    for (String example : new String[] {"@desk", "@faulty"}) {
      String run = "run " + example + " --format " + format + " --engine ";
      Ran reference = Ran.by(run + "reference");
      assertEquals(reference, Ran.by(run + "truffle"));
      assertEquals(reference, Ran.by(run + "truffle --threads 3"));
    }
  }

  @Test
  void everyResultAsCsv() {
    assertEquals(
        """
        id,standing,cover
        alice,healthy,1.411764705882352941~
        bob,healthy,none
        carol,broke,0.882352941176470588~
        dave,healthy,1.160227404571295974~

        headroom
        301.61
        """,
        Ran.by("run @desk --format csv --select standing,account.cover,headroom").out());
  }

  @Test
  void everyResultAsJson() throws IOException {
    JsonNode document = Ran.by("run @faulty --format json").json();
    assertEquals("1.5", document.at("/rows/account/0/health").asText());
    assertEquals("R6001", document.at("/rows/account/1/safe/fault").asText());
    assertEquals("R6001", document.at("/facts/worst/fault").asText());
    assertEquals("b", document.at("/faults/0/row").asText());
    assertEquals("much", document.at("/dataProblems/0/value").asText());
  }

  @Test
  void filesAreWrittenWhereTheyAreWanted(@TempDir Path folder) throws IOException {
    Ran said =
        Ran.by(Map.of(), "run", Ran.EXAMPLES + "desk", "--out", folder.resolve("out").toString());
    assertTrue(said.err().contains("wrote " + folder.resolve("out").resolve("account.csv")));
    assertEquals(5, Files.readAllLines(folder.resolve("out/account.csv")).size());
    assertTrue(said.out().startsWith("account (4 rows)"), said.out());
  }

  @Test
  void resultsInParquetGoToAFolder(@TempDir Path folder) throws IOException {
    Ran said = Ran.by("run @desk --format parquet --out " + folder);
    assertEquals(1, said.code());
    try (var written = Files.list(folder)) {
      assertEquals(
          List.of("account.parquet", "faults.parquet", "system.parquet"),
          written.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(
        "PAR1",
        new String(
            Files.readAllBytes(folder.resolve("faults.parquet")), 0, 4, StandardCharsets.US_ASCII));
  }

  @Test
  void resultsInParquetNeedAFolder() {
    Ran said = Ran.by("run @desk --format parquet");
    assertEquals(2, said.code());
    assertTrue(said.err().contains("R7215"), said.err());
  }

  @Test
  void aParamIsGivenAsInTheLanguage() {
    Map<String, String> values =
        Map.of("600", "401.61", "600_USD".replace('_', ' '), "401.61", "1_000 USD", "801.61");
    values.forEach(
        (given, headroom) -> {
          Ran said =
              Ran.by(
                  Map.of(),
                  "run",
                  Ran.EXAMPLES + "desk",
                  "--param",
                  "ceiling=" + given,
                  "--select",
                  "headroom",
                  "--format=csv");
          assertEquals("headroom\n" + headroom + "\n", said.out());
        });
  }

  @Test
  void whatStopsARunHasItsOwnCode() {
    assertEquals(3, Ran.by("run @refused/several.risk").code());
    Ran unusable = Ran.by("run @unusable");
    assertEquals(4, unusable.code());
    assertTrue(unusable.err().startsWith("R5001: `account` names `bbo`"), unusable.err());
    assertEquals("", unusable.out());
    Ran without = Ran.by("run @carried/failing.risk");
    assertEquals(4, without.code());
    assertTrue(without.err().startsWith("R7004: "), without.err());
  }

  @Test
  void verboseSaysWhatIsDoneAndResultsStayTheSame() {
    Ran verbose = Ran.by("run @desk --verbose");
    for (String word : new String[] {"compile", "load", "engine", "run"}) {
      assertTrue(verbose.err().contains(word), verbose.err());
    }
    assertEquals(Ran.by("run @desk").out(), verbose.out());
  }
}
