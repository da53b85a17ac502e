package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --state}: what one run leaves in the file, and what the next one makes of it. */
class KeptStatesTest {
  private static final String POLICY =
      """
      policy breaker

      system { now : instant }

      choice regime { open, halted }

      entity market {
          key symbol
          drop, base : ratio
      }

      for each market {
          state mode : regime starts open
              = halted when drop / base >= 10%
              | halted when was mode is halted and held < 15 minutes
              | open   otherwise
          state runs : number starts 0 = was runs + 1
          waited = held mode
          since  = elapsed
      }
      state every : number starts 0 = was every + sum(markets.runs)
      report market.mode, market.waited, market.since, market.runs, every
      """;

  private static final String BTC_AT_MIDNIGHT =
      """
      {"entity":"market","row":["BTC"],"time":"2026-01-01T00:00Z","states":{\
      "mode":{"was":"halted","since":"2026-01-01T00:00Z"},\
      "runs":{"was":"1","since":"2026-01-01T00:00Z"}}}\
      """;

  @TempDir Path folder;
  private Path policy;
  private Path state;

  @BeforeEach
  void thePolicy() throws IOException {
    policy = folder.resolve("policy.risk");
    state = folder.resolve("state.json");
    Files.writeString(policy, POLICY);
  }

  /** Runs at a time, on markets with a drop each. */
  private Said run(String time, List<String> markets, String... more) throws IOException {
    Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
    Files.writeString(snapshot.resolve("system.csv"), "now\n2026-01-01T" + time + "Z\n");
    Files.writeString(
        snapshot.resolve("market.csv"),
        "symbol,drop,base\n" + String.join("\n", markets) + (markets.isEmpty() ? "" : "\n"));
    List<String> command =
        new ArrayList<>(List.of("run", folder.toString(), "--state", state.toString()));
    command.addAll(List.of(more));
    return Said.by(command.toArray(String[]::new));
  }

  private Said first() throws IOException {
    return run("00:00", List.of("BTC,0.2,1", "ETH,0,1"), "--format", "csv");
  }

  @Test
  void theFirstRunNeedsNoFileAndTheNextReadsIt() throws IOException {
    assertEquals(
        """
        symbol,mode,waited,since,runs
        BTC,halted,0 seconds,0 seconds,1
        ETH,open,0 seconds,0 seconds,1

        every
        2
        """,
        first().out());
    assertTrue(Files.readString(state).contains(BTC_AT_MIDNIGHT), Files.readString(state));
    assertEquals(
        """
        symbol,mode,waited,since,runs
        BTC,halted,10 minutes,10 minutes,2
        ETH,open,10 minutes,10 minutes,2

        every
        6
        """,
        run("00:10", List.of("BTC,0,1", "ETH,0,1"), "--format", "csv").out());
    assertEquals(
        """
        symbol,mode,waited,since,runs
        BTC,open,15 minutes,5 minutes,3
        ETH,open,15 minutes,5 minutes,3

        every
        12
        """,
        run("00:15", List.of("BTC,0,1", "ETH,0,1"), "--format", "csv").out());
  }

  @Test
  void theEngineNeverShowsInTheFile() throws IOException {
    first();
    String before = Files.readString(state);
    List<String> files = new ArrayList<>();
    for (String[] more :
        new String[][] {{"--engine", "reference"}, {"--threads", "3"}, {"--select", "runs"}}) {
      Files.writeString(state, before);
      assertEquals(0, run("00:10", List.of("BTC,0,1", "SOL,0,1"), more).exit());
      files.add(Files.readString(state));
    }
    assertEquals(1, files.stream().distinct().count(), files::toString);
  }

  @Test
  void aNewRowStartsAndOneThatIsGoneIsDropped() throws IOException {
    first();
    Said second = run("00:10", List.of("BTC,0,1", "SOL,0,1"), "--format", "csv", "--verbose");
    assertEquals(
        """
        symbol,mode,waited,since,runs
        BTC,halted,10 minutes,10 minutes,2
        SOL,open,0 seconds,0 seconds,1

        every
        5
        """,
        second.out());
    assertTrue(
        second.all().contains("dropped market ETH, which is no longer in the snapshot"),
        second.all());
    assertFalse(Files.readString(state).contains("ETH"));
    assertTrue(
        run("00:20", List.of("BTC,0,1", "ETH,0,1"), "--format", "csv")
            .out()
            .contains("ETH,open,0 seconds,0 seconds,1\n"));
  }

  @Test
  void withoutRowsTheWholeKeepsItsState() throws IOException {
    first();
    run("00:10", List.of());
    assertEquals(
        """
        {"policy":"breaker","states":["every : number, timed",\
        "market.mode : open | halted, timed","market.runs : number, timed"],"rows":[
        {"time":"2026-01-01T00:10Z","states":{"every":{"was":"2","since":"2026-01-01T00:00Z"}}}
        ]}
        """,
        Files.readString(state));
  }

  @Test
  void aRowWithAFaultKeepsWhatItHad() throws IOException {
    first();
    Said faulty = run("00:10", List.of("BTC,1,0", "ETH,0,1"));
    assertEquals(1, faulty.exit());
    assertTrue(faulty.out().contains("R6001: `drop / base` divides by zero."), faulty.out());
    String kept = Files.readString(state);
    assertTrue(kept.contains(BTC_AT_MIDNIGHT), kept);
    assertTrue(kept.contains("\"row\":[\"ETH\"],\"time\":\"2026-01-01T00:10Z\""), kept);
  }

  @Test
  void timeThatGoesBackIsAFaultAndLosesNothing() throws IOException {
    run("00:10", List.of("BTC,0,1", "ETH,0,1"));
    String before = Files.readString(state);
    Said back = run("00:05", List.of("BTC,0,1", "ETH,0,1"));
    assertEquals(1, back.exit());
    assertTrue(back.out().contains("R6400: Time went back"), back.out());
    assertEquals(before, Files.readString(state));
  }

  @Test
  void resultsGoToAFolderBesideIt() throws IOException {
    first();
    Path out = folder.resolve("out");
    Said second = run("00:10", List.of("BTC,0,1"), "--out", out.toString());
    assertEquals(0, second.exit());
    assertEquals(
        """
        symbol,mode,waited,since,runs
        BTC,halted,10 minutes,10 minutes,2
        """,
        Files.readString(out.resolve("market.csv")));
    assertTrue(Files.readString(state).contains("\"runs\":{\"was\":\"2\""));
  }

  @Test
  void resultsThatCannotBeWrittenLeaveTheFileAsItWas() throws IOException {
    first();
    String before = Files.readString(state);
    Said second = run("00:10", List.of("BTC,0,1"), "--out", policy.toString());
    assertEquals(2, second.exit());
    assertTrue(second.all().contains("R7207"), second.all());
    assertEquals(before, Files.readString(state));
  }

  @Test
  void aStateMayHaveAnyName() throws IOException {
    Files.writeString(
        policy,
        """
        policy names
        system { now : instant }
        entity market { key symbol
                        drop, base : ratio }
        for each market {
            state time : number starts 0 = was time + 1
            state row  : number starts 0 = was row + 2
            state was_ : number starts 0 = was was_ + 3
            gone = elapsed
        }
        report market.time, market.row, market.was_, market.gone
        """);
    run("00:00", List.of("BTC,0,1"));
    assertEquals(
        """
        symbol,time,row,was_,gone
        BTC,2,4,6,1 minute
        """,
        run("00:01", List.of("BTC,0,1"), "--format", "csv").out());
  }

  @Test
  void valuesOfEveryTypeComeBackAsTheyWere() throws IOException {
    Files.writeString(
        policy,
        """
        policy kinds
        unit USD
        system { now : instant }
        choice regime { open, halted }
        entity market { key symbol
                        drop, base : ratio }
        for each market {
            state amount : USD starts 0.000000000000000000001 USD = was amount * 3
            state words  : text starts "none" = symbol when was words is "none" | was words otherwise
            state day    : date starts 2026-01-31 = was day
            state time   : instant starts now = was time
            state on     : flag starts false = not was on
            state mode   : regime starts open = halted when was mode is open | was mode otherwise
        }
        report market
        """
            .replace(
                "report market\n",
                "report market.amount, market.words, market.day, market.time,"
                    + " market.on, market.mode\n"));
    List<String> markets = List.of("\"a \"\"b\"\", c/d ✓\",0,1", "none,0,1");
    run("00:00", markets);
    assertEquals(
        """
        symbol,amount,words,day,time,on,mode
        "a ""b"", c/d ✓",0.000000000000000000009,"a ""b"", c/d ✓",2026-01-31,2026-01-01T00:00Z,false,halted
        none,0.000000000000000000009,none,2026-01-31,2026-01-01T00:00Z,false,halted
        """,
        run("00:05", markets, "--format", "csv").out());
    String kept = Files.readString(state);
    assertEquals(
        run("00:10", markets, "--format", "csv", "--engine", "reference").out(),
        again(kept, markets, "truffle"));
  }

  /** The run of ten past once more, from what stood in the file before it. */
  private String again(String kept, List<String> markets, String engine) throws IOException {
    Files.writeString(state, kept);
    return run("00:10", markets, "--format", "csv", "--engine", engine).out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "halted",           | "shut",        | R5702: `shut` cannot be a value of `mode.was`. | state.json, row 2, column `mode.was`: shut
          "was":"1"           | "was":"one"    | R5702: `one` cannot be a value of `runs.was`. | state.json, row 2, column `runs.was`: one
          "was":"1"           | "was":"unlimited" | R5702: `unlimited` cannot be a value | state.json, row 2, column `runs.was`
          "was":"1"           | "was":"1e999"  | R5702: `1e999` cannot be a value | state.json, row 2, column `runs.was`
          "was":"1"           | "was":1        | R5700: The states in `state.json` cannot be read: it has no text `was` where one belongs. | state.json, row 2, column `runs.was`
          "since":"2026-01-01T00:00Z"}}},| "since":"noon"}}}, | R5702: `noon` cannot be a value of `every.since`. | state.json, row 1, column `every.since`: noon
          "since":"2026-01-01T00:00Z"}}},| "since":"2026-01-01T00:01Z"}}}, | R5702: `2026-01-01T00:01Z` cannot be a value of `every.since`. | state.json, row 1, column `every.since`
          "time":"2026-01-01T00:00Z",    | '' | R5700: The states in `state.json` cannot be read: it has no text `time` where one belongs. | state.json, row 1, column `time`
          "runs":             | "run":         | R5700: The states in `state.json` cannot be read: it has no text `was` where one belongs. | state.json, row 2, column `runs.was`
          "runs":             | "more":{},"runs": | R5700: The states in `state.json` cannot be read: `more` is no state of its row. | state.json, row 2, column `more`
          "entity":"market"   | "entity":"markt" | R5700: The states in `state.json` cannot be read: it has a row of `markt`, which has no states. | state.json, row 2
          "entity":"market",  | ''             | R5700: The states in `state.json` cannot be read: it has no text `was` where one belongs. | state.json, row 2, column `every.was`
          ["BTC"]             | "BTC"          | R5700: The states in `state.json` cannot be read: it has no list `row` where one belongs. | state.json, row 2, column `row`
          ["BTC"]             | []             | R5700: The states in `state.json` cannot be read: a row of `market` is known by 1 text, and here stand 0. | state.json, row 2, column `row`
          ["BTC"]             | [7]            | R5700: The states in `state.json` cannot be read: a list holds something that is no text. | state.json, row 2, column `row`
          "ETH"               | "BTC"          | R5700: The states in `state.json` cannot be read: `market BTC` is there twice. | state.json, row 3
          "rows":[            | "rows":[7,     | R5700: The states in `state.json` cannot be read: a row of it is no object. | state.json, row 1
          "rows"              | "rowz"         | R5700: The states in `state.json` cannot be read: it has no list `rows`. | state.json
          "policy":"breaker"  | "policy":"other" | R5701: The states in `state.json` are not those of this policy: it was kept for the policy `other`. | state.json
          "market.runs : number | "market.run : number | R5701: The states in `state.json` are not those of this policy: it keeps `market.run : number, timed`, which the policy does not declare. | state.json
          "every : number, timed", | ''         | R5701: The states in `state.json` are not those of this policy: it does not keep `every : number, timed`, which the policy declares. | state.json
          ]}                  | ''             | R5700: The states in `state.json` cannot be read: it is no JSON document as a run writes it. | state.json, line 6
          "states":{"every"   | "states":{"every":{},"every" | R5700: The states in `state.json` cannot be read: it is no JSON document as a run writes it. | state.json, line 2
          """)
  void aDamagedFileIsNamedAndLeftAsItWas(String what, String with, String said, String where)
      throws IOException {
    first();
    String damaged = Files.readString(state).replaceFirst(Pattern.quote(what), with);
    assertFalse(damaged.equals(Files.readString(state)), what);
    Files.writeString(state, damaged);
    Said refused = run("00:10", List.of("BTC,0,1"), "--out", folder.resolve("out").toString());
    assertEquals(4, refused.exit());
    assertTrue(refused.all().startsWith(said), refused.all());
    assertEquals(
        "  " + where,
        refused.all().lines().skip(1).findFirst().orElseThrow().substring(0, where.length() + 2));
    assertEquals("", refused.out());
    assertEquals(damaged, Files.readString(state));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Files.createDirectories(state);
    Said refused = run("00:00", List.of("BTC,0,1"));
    assertEquals(4, refused.exit());
    assertTrue(refused.all().startsWith("R5700: The states in `state.json` cannot be read: "));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidAfterTheResultsAreThere() throws IOException {
    state = folder.resolve("nowhere").resolve("state.json");
    Path out = folder.resolve("out");
    Said refused = run("00:00", List.of("BTC,0,1"), "--out", out.toString());
    assertEquals(2, refused.exit());
    assertTrue(refused.all().contains("R7221: The states could not be written to "), refused.all());
    assertTrue(refused.all().contains(": its folder is not there."), refused.all());
    assertTrue(Files.exists(out.resolve("market.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void aPolicyWithoutStatesHasNoneToKeep(String engine) throws IOException {
    Files.writeString(
        policy,
        """
        policy plain
        system { now : instant }
        entity market { key symbol
                        drop, base : ratio }
        for each market { twice = 2 * drop / base }
        late = now > 2026-01-01T00:00Z
        report market.twice, late
        """);
    Said refused = run("00:00", List.of("BTC,0,1"), "--engine", engine);
    assertEquals(2, refused.exit());
    assertTrue(refused.all().startsWith("R7220: `plain` keeps no state"), refused.all());
    assertFalse(Files.exists(state));
  }
}
