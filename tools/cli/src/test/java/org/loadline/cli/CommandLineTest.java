package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands, run in this process on the small examples among the test resources. */
class CommandLineTest {
  private static final String EXAMPLES = "src/test/resources/";

  private record Said(int code, String out, String err) {}

  private static Said run(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(stream(out), stream(err), false, false, environment);
    int code = Main.run(console, arguments);
    console.flush();
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private static Said run(String command) {
    return run(Map.of(), command.replace("@", EXAMPLES).split(" "));
  }

  private static JsonNode json(Said said) throws IOException {
    return new ObjectMapper().readTree(said.out());
  }

  @Test
  void aPlanNeedsNoSnapshot() throws IOException {
    Said declared = run("inspect @desk --declared");
    assertEquals(0, declared.code());
    assertTrue(declared.out().contains("without a snapshot"), declared.out());
    assertTrue(run("inspect @desk").out().contains("with the ranges of its snapshot"));
    JsonNode plan = json(run("inspect @desk --json"));
    assertTrue(plan.get("snapshot").booleanValue());
    assertTrue(plan.get("operations").isInt());
    assertEquals("account", plan.get("passes").get(0).get("entity").asText());
    assertEquals(4, run("inspect @unusable").code());
    assertEquals(3, run("inspect @refused/several.risk").code());
  }

  @Test
  void aPlanOfOneFactSaysWhatBecomesOfIt() {
    Said said = run("inspect @desk --fact account.cover");
    assertTrue(
        said.out().startsWith("account.cover  stands in a column that is reported.\n"), said.out());
  }

  @Test
  void aRunEndsWithWhatARiskOfficerAsks() {
    Said said = run("run @desk");
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
    Said said = run("run @desk --limit 2 --param floor_rate=10%");
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
    Said said = run("run @faulty");
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
      Said reference = run(run + "reference");
      assertEquals(reference, run(run + "truffle"));
      assertEquals(reference, run(run + "truffle --threads 3"));
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
        run("run @desk --format csv --select standing,account.cover,headroom").out());
  }

  @Test
  void everyResultAsJson() throws IOException {
    JsonNode document = json(run("run @faulty --format json"));
    assertEquals("1.5", document.at("/rows/account/0/health").asText());
    assertEquals("R6001", document.at("/rows/account/1/safe/fault").asText());
    assertEquals("R6001", document.at("/facts/worst/fault").asText());
    assertEquals("b", document.at("/faults/0/row").asText());
    assertEquals("much", document.at("/dataProblems/0/value").asText());
  }

  @Test
  void filesAreWrittenWhereTheyAreWanted(@TempDir Path folder) throws IOException {
    Said said = run(Map.of(), "run", EXAMPLES + "desk", "--out", folder.resolve("out").toString());
    assertTrue(said.err().contains("wrote " + folder.resolve("out").resolve("account.csv")));
    assertEquals(5, Files.readAllLines(folder.resolve("out/account.csv")).size());
    assertTrue(said.out().startsWith("account (4 rows)"), said.out());
  }

  @Test
  void checkingSaysWhatItFound() {
    Said said = run("check @refused @desk");
    assertTrue(said.out().endsWith("\n4 files, 2 errors, 1 warning\n"), said.out());
    assertTrue(said.out().startsWith("R3200: "), said.out());
    assertEquals(3, said.code());
    assertEquals("1 file, no errors, 1 warning", lastLine(run("check @refused/unused.risk")));
    assertEquals(0, run("check @desk").code());
  }

  @Test
  void checkingAsJson() throws IOException {
    JsonNode document = json(run("check --json @refused"));
    assertEquals(3, document.size());
    assertEquals(7, document.at("/0/line").asInt());
    assertEquals("warning", document.at("/2/severity").asText());
    assertEquals(0, json(run("check --json @desk")).size());
  }

  @Test
  void aFailingExpectationShowsItsValues() {
    Said said = run("test @carried");
    assertEquals(
        """
        src/test/resources/carried/failing.risk
        ✓ it holds
        ✗ it does not hold
         28 |     expect alice.equity * 2 = 5
                         ──────────── 2
                         ──────────────── 4
        src/test/resources/carried/failing.risk:28:5
         29 |     expect fault alice.part
                               ────────── 0.666666666666666667~
        This is no fault, and one is expected.
        src/test/resources/carried/failing.risk:29:5
        ✗ examples of share: 1 of 2 rows off
         18 |     | 1    | 3     | 0.33   | off       |
                                   ──── is 0.333333333333333333~
        src/test/resources/carried/failing.risk:18:5

        1 file: 2 passed, 2 failed
        """,
        said.out());
    assertEquals(1, said.code());
  }

  @Test
  void propertiesAreCheckedOnTestsAndOnTheSnapshot() {
    String out = run("test @desk").out();
    assertTrue(
        out.contains(
            "✗ property \"no account is broke\" is broken"
                + " in the test \"a debt without collateral\"\naccount eve:\n"),
        out);
    assertTrue(out.contains("is broken by 1 of 4 rows\naccount carol:\n"), out);
    assertTrue(out.contains("✓ property \"collateral is never negative\" holds for 4 rows\n"), out);
    assertTrue(out.contains("✓ examples of line: 1 row holds\n"), out);
  }

  @Test
  void testsAsJson() throws IOException {
    JsonNode results = json(run("test --json @carried")).at("/0/results");
    assertEquals(4, results.size());
    assertEquals("4", results.at("/1/unmet/0/values/1/value").asText());
    assertEquals("0.333333333333333333~", results.at("/3/off/0/actual").asText());
  }

  @Test
  void aValueIsExplainedAsATree() {
    assertEquals(
        """
        collateral               = 100 USD  account dave, 1 row, line 42
        │  sum(holdings.worth * holdings.weight)
        └─ holding dave/BTC      = 100 USD
           ├─ holdings.worth     = 125 USD  line 37
           │  │  amount * asset.price
           │  ├─ amount          = 1.25 coin
           │  └─ asset.price     = 100 USD/coin
           │     └─ asset        = BTC
           └─ holdings.weight    = 0.8      line 38
              │  weights(worth).weight
              └─ weights(worth)  = #2       row: id = large, weight = 0.8
                 └─ worth        = 125 USD  line 37
                       amount * asset.price

        Deeper: --depth 3
        """,
        run("explain @desk --row account=dave --fact collateral --depth 2").out());
    Said said = run("explain @desk --row holding=dave/BTC --fact weight");
    assertTrue(said.out().contains("row: id = large, weight = 0.8"), said.out());
    assertEquals(0, said.code());
  }

  @Test
  void aFactIsToldAsItIsDefined() throws IOException {
    assertEquals(
        """
        account.cover                                number or none  line 44
        │  collateral / owed else none
        ├─ collateral                                USD             line 42
        │  │  sum(holdings.worth * holdings.weight)
        │  ├─ holding.worth                          USD             line 37
        │  │     amount * asset.price
        │  └─ holding.weight                         number          line 38
        │        weights(worth).weight
        └─ owed                                      USD             line 43
           │  debt * (1 + floor_rate)
           ├─ debt                                   USD             input
           └─ floor_rate                             number          param = 0.02, within 0 .. 0.1

        Deeper: --depth 3
        """,
        run("explain @desk --no-run --fact cover --depth 2").out());
    JsonNode document = json(run("explain @desk --no-run --fact account.cover --json"));
    assertEquals("collateral / owed else none", document.at("/0/formula").asText());
    assertEquals(0, run("explain @desk --no-run").code());
  }

  @Test
  void aFaultIsExplainedToo() throws IOException {
    Said said = run("explain @faulty --row account=b --fact safe");
    assertTrue(said.out().contains("✗ `equity / debt` divides by zero."), said.out());
    assertEquals(1, said.code());
    JsonNode document = json(run("explain @faulty --row account=b --fact safe --json"));
    assertEquals("R6001", document.at("/0/fault/code").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run nowhere                                   | R7001
          run src/test/resources                        | R7002
          check src/test/resources/desk/snapshot        | R7003
          run @desk/lib/lines.risk                      | R7005
          run @desk --param ceiling                     | R7101
          run @desk --param cieling=3                   | R7102
          run @desk --param ceiling=3 --param ceiling=4 | R7103
          run @desk --param ceiling=often               | R7104
          run @desk --param ceiling="3"                 | R7104
          run @desk --param ceiling=3_ETH               | R7104
          run @desk --param ceiling=2%                  | R7105
          run @desk --param floor_rate=11%              | R5005
          run @desk --select account.covr               | R7201
          explain @desk --row alice                     | R7202
          explain @desk --row acount=alice              | R7203
          explain @desk --row account=alise             | R7204
          explain @desk --fact cover                    | R7205
          explain @desk --row account=alice --fact covr | R7206
          explain @desk --row asset=BTC                 | R7209
          inspect @desk --fact account.covr             | R7214
          explain @desk --no-run --fact covr            | R7214
          explain @desk --no-run --row account=alice    | R7216
          run @desk --limit -1                          | R7210
          run @desk --threads 0                         | R7210
          run @desk --engine fast                       | R7208
          bench @desk --rounds 0                        | R7210
          bench @desk --warm-up -1                      | R7210
          bench @desk --threads 0                       | R7210
          bench nowhere                                 | R7001
          explain @desk --rows -1                       | R7210
          explain @desk --depth -1                      | R7210
          run @desk --out @desk/snapshot                | R7211
          rnu @desk                                     | R7208
          run @desk --parm x=1                          | R7208
          run                                           | R7208
          """)
  void misuseIsSaidWithACode(String command, String code) {
    Said said = run(command);
    assertTrue(said.err().startsWith(code + ": "), said.err());
    assertEquals("", said.out());
    assertEquals(2, said.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnu @desk                                     | run
          run @desk --parm x=1                          | --param
          run @desk --param cieling=3                   | ceiling
          run @desk --select account.covr               | account.cover
          explain @desk --row acount=alice              | account
          explain @desk --row account=alise             | alice
          explain @desk --row account=alice --fact covr | cover
          """)
  void whatWasMeantIsGuessed(String command, String meant) {
    assertTrue(run(command).err().contains("Hint: Did you mean `" + meant + "`?"));
  }

  @Test
  void aParamIsGivenAsInTheLanguage() {
    Map<String, String> values =
        Map.of("600", "401.61", "600_USD".replace('_', ' '), "401.61", "1_000 USD", "801.61");
    values.forEach(
        (given, headroom) -> {
          Said said =
              run(
                  Map.of(),
                  "run",
                  EXAMPLES + "desk",
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
    assertEquals(3, run("run @refused/several.risk").code());
    Said unusable = run("run @unusable");
    assertEquals(4, unusable.code());
    assertTrue(unusable.err().startsWith("R5001: `account` names `bbo`"), unusable.err());
    assertEquals("", unusable.out());
    Said without = run("run @carried/failing.risk");
    assertEquals(4, without.code());
    assertTrue(without.err().startsWith("R7004: "), without.err());
  }

  @Test
  void helpAndVersion() {
    Said help = run("--help");
    assertEquals(0, help.code());
    for (String word : new String[] {"check", "run", "test", "explain", "bench", "Exit codes"}) {
      assertTrue(help.out().contains(word), word);
    }
    for (String command : new String[] {"check", "run", "test", "explain", "bench"}) {
      assertTrue(run(command + " --help").out().contains("Examples:"), command);
    }
    String version = run("--version").out();
    assertTrue(version.matches("loadline [0-9].*\\nJava [0-9](.|\\n)*"), version);
    assertTrue(run("--verbose --version").out().contains("Engine "));
  }

  @Test
  void verboseSaysWhatIsDoneAndResultsStayTheSame() {
    Said verbose = run("run @desk --verbose");
    for (String word : new String[] {"compile", "load", "engine", "run"}) {
      assertTrue(verbose.err().contains(word), verbose.err());
    }
    assertEquals(run("run @desk").out(), verbose.out());
  }

  @Test
  void wordsOfOptionsAreSaidAsTheyAreWritten() {
    String said = run("run @desk --engine fast").err();
    assertTrue(said.contains("expected one of truffle, reference, but was `fast`."), said);
  }

  @Test
  void speedsSayTheEngineTheTimesAndTheWidths() {
    Said said = run("bench @desk --warm-up 0 --rounds 3");
    assertEquals(0, said.code());
    for (String line :
        List.of(
            "engine   truffle on .*",
            "threads  1",
            "(compile|load|start|first run) +[0-9.]+",
            "warm run +[0-9.]+ +median of 3, from [0-9.]+ to [0-9.]+, after 0 s",
            "account +4 +[0-9]+ +[0-9.]+",
            "account: .* 4  64 bits ×[0-9].* none")) {
      assertTrue(said.out().lines().anyMatch(l -> l.matches(line)), line + "\n" + said.out());
    }
  }

  @Test
  void speedsAsJson() throws IOException {
    JsonNode speeds = json(run("bench @desk --warm-up 0 --rounds 3 --threads 2 --json"));
    assertEquals(2, speeds.at("/threads").asInt());
    assertEquals(3, speeds.at("/warm/rounds").asInt());
    assertTrue(speeds.at("/warm/median").asDouble() > 0);
    assertTrue(speeds.at("/milliseconds/first run").asDouble() > 0);
    assertEquals(0, speeds.at("/shareRedoneWider").asDouble());
    assertEquals(4, speeds.at("/passes/0/rows").asInt());
    assertEquals(
        speeds.at("/compiling").asBoolean(), !speeds.at("/engine").asText().contains("nothing"));
  }

  @Test
  void anEngineThatDoesNotCompileIsWarnedOf() {
    Said said = run("bench @desk --warm-up 0 --rounds 1 --engine reference");
    assertTrue(said.err().startsWith("R7213 (warning): "), said.err());
    assertTrue(said.out().startsWith("engine   reference: compiles nothing\n"), said.out());
    assertEquals(0, said.code());
  }

  @Test
  void aSpeedNeedsAPolicyAndASnapshot() {
    assertEquals(3, run("bench @refused/several.risk").code());
    assertEquals(4, run("bench @unusable").code());
  }

  @Test
  void colourFollowsTheConventions() {
    String[] check = {"check", EXAMPLES + "refused"};
    assertFalse(run(Map.of(), check).out().contains("\u001b"));
    assertTrue(run(Map.of("CLICOLOR_FORCE", "1"), check).out().contains("\u001b"));
    assertFalse(
        run(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), check).out().contains("\u001b"));
    assertTrue(run("check @refused --color=always").out().contains("\u001b"));
    assertFalse(
        run(Map.of("CLICOLOR_FORCE", "1"), "check", EXAMPLES + "refused", "--color=never")
            .out()
            .contains("\u001b"));
  }

  private static String lastLine(Said said) {
    return said.out().lines().reduce("", (before, line) -> line);
  }

  @Test
  void resultsInParquetGoToAFolder(@TempDir Path folder) throws IOException {
    Said said = run("run @desk --format parquet --out " + folder);
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
    Said said = run("run @desk --format parquet");
    assertEquals(2, said.code());
    assertTrue(said.err().contains("R7215"), said.err());
  }
}
