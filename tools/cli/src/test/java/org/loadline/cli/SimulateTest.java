package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code simulate}: rounds of waterfalls, each on what the last one left. */
class SimulateTest {
  private static final String CASCADE = "examples/price-cascade";

  /** Pays one of what is owed in each round, and the mark falls by what the policy says. */
  private static final String POLICY =
      """
      policy paying
      unit USD
      system { mark : number in steps of 0.01 }
      param impact = 10%   within 0% .. 100%
      entity account {
          key id
          debt : USD in steps of 1 owes
          cash : USD in steps of 1 holds
      }
      for each account { health = cash * mark / debt else unlimited }
      waterfall repay of account when health < 1 {
          serve in order of health
          step pay  { cancel 1 USD of account.cash against account.debt, at most cash }
          step fall { set mark to max(0.5, floor(mark * (1 - impact) to 0.01)) }
      }
      report account.health
      """;

  @TempDir Path folder;

  @BeforeEach
  void thePolicy() throws IOException {
    write(
        POLICY,
        "{\"id\": \"a\", \"debt\": 6, \"cash\": 4}, {\"id\": \"b\", \"debt\": 5, \"cash\": 5}");
  }

  /** A policy and its accounts; the mark is 1. */
  private void write(String policy, String accounts) throws IOException {
    Files.writeString(folder.resolve("policy.risk"), policy);
    Files.writeString(
        folder.resolve("snapshot.json"), "{\"mark\": 100, \"accounts\": [" + accounts + "]}");
  }

  private Said simulate(String... more) {
    return Said.by(
        Stream.concat(Stream.of("simulate", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static String lastLine(Said said) {
    return said.out().lines().reduce("", (before, line) -> line);
  }

  @Test
  void itEndsWhenNothingIsOverTheLine() {
    Said said = Said.by("simulate", CASCADE);
    assertEquals(
        """
        round  waterfall    over  served  undone  entries  loss  absorbed  left
            1  liquidation     1       1       0        4     0         0     0  USD
            2  liquidation     3       3       0       12     0         0     0  USD
            3  liquidation     5       5       0       20     0         0     0  USD
            4  liquidation     9       9       0       36     0         0     0  USD
            5  liquidation     5       5       0       20     0         0     0  USD

        nothing is over the line after 5 rounds
        """,
        said.out());
    assertEquals("", said.all().substring(said.out().length()));
    assertEquals(0, said.exit());
  }

  @Test
  void itEndsWhereAnotherRoundWouldChangeNothing() {
    Said said = simulate("--param", "impact=0%");
    assertEquals(
        """
        round  waterfall  over  served  undone  entries  loss  absorbed  left
            1  repay         1       1       0        1
            2  repay         1       1       0        1
            3  repay         1       1       0        1
            4  repay         1       1       0        1
            5  repay         1       1       0        0

        1 row is over the line after 5 rounds, and another round would change nothing
        """,
        said.out());
    assertEquals(1, said.exit());
  }

  @Test
  void thePolicySaysHowFarThePriceFalls() {
    assertTrue(
        simulate("--steps", "1")
            .out()
            .contains("\n    1  repay         1       1       0        2\n"));
    assertEquals("2 rows are over the line after 1 round", lastLine(simulate("--steps", "1")));
    assertEquals(
        "1 row is over the line after 1 round",
        lastLine(simulate("--steps", "1", "--param", "impact=0%")));
    assertEquals(
        "nothing is over the line after 4 rounds",
        lastLine(Said.by("simulate", CASCADE, "--param", "impact=12%")));
  }

  @Test
  void noMoreRoundsThanSaidAreRun() {
    Said said = Said.by("simulate", CASCADE, "--steps", "3");
    assertEquals(6, said.out().lines().count());
    assertEquals("9 rows are over the line after 3 rounds", lastLine(said));
    assertEquals(1, said.exit());
    Said enough = Said.by("simulate", CASCADE, "--steps", "5");
    assertEquals("nothing is over the line after 5 rounds", lastLine(enough));
    assertEquals(0, enough.exit());
  }

  @Test
  void whereNothingIsOverTheLineThereIsNoRound() throws IOException {
    write(POLICY, "{\"id\": \"a\", \"debt\": 1, \"cash\": 4}");
    Said said = simulate();
    assertEquals("nothing is over the line\n", said.out());
    assertEquals(0, said.exit());
    write(POLICY, "");
    assertEquals("nothing is over the line\n", simulate().out());
  }

  @Test
  void aRowThatCannotBeJudgedIsNotWithinTheLine() throws IOException {
    String faulty = POLICY.replace(" else unlimited", "");
    write(faulty, "{\"id\": \"a\", \"debt\": 0, \"cash\": 4}");
    Said said = simulate();
    assertTrue(said.out().startsWith("1 row could not be judged\n\nR6001: "), said.out());
    assertTrue(said.out().endsWith("  could not be judged: account a\n"), said.out());
    assertEquals(1, said.exit());

    write(
        faulty,
        "{\"id\": \"a\", \"debt\": 0, \"cash\": 4}, {\"id\": \"b\", \"debt\": 9, \"cash\": 0}, "
            + "{\"id\": \"c\", \"debt\": 0, \"cash\": 5}");
    Said more = simulate("--steps", "2");
    assertTrue(
        more.out()
            .contains("\n1 row is over the line and 2 rows could not be judged after 2 rounds\n"),
        more.out());
    assertEquals(1, more.out().split("R6001", -1).length - 1, more.out());
    assertTrue(more.out().endsWith("  could not be judged: account a, c\n"), more.out());
  }

  @Test
  void aFaultUndoesARowAndIsToldOnce() throws IOException {
    write(
        POLICY.replace(
            "cancel 1 USD of account.cash against account.debt, at most cash",
            "cancel 5 USD of account.cash against account.debt"),
        "{\"id\": \"a\", \"debt\": 9, \"cash\": 4}, {\"id\": \"b\", \"debt\": 6, \"cash\": 5}");
    Said said = simulate();
    assertEquals(
        """
        round  waterfall  over  served  undone  entries  loss  absorbed  left
            1  repay         2       1       1        2
            2  repay         2       0       2        0

        2 rows are over the line after 2 rounds, and another round would change nothing
        """,
        said.out().substring(0, said.out().indexOf("\nR")));
    assertEquals(1, said.out().split("R6102", -1).length - 1, said.out());
    assertTrue(said.out().endsWith("  left as it was: account a, b\n"), said.out());
    assertEquals(1, said.exit());
  }

  @Test
  void whyARowWasLeftAsItWasStandsInTheJson() throws IOException {
    write(
        POLICY.replace(
            "step pay  { cancel 1 USD",
            "step look { refuse small when debt < 3 USD }\n    step pay  { cancel 3 USD"),
        "{\"id\": \"a\", \"debt\": 9, \"cash\": 4}, {\"id\": \"b\", \"debt\": 2, \"cash\": 1}");
    JsonNode round =
        new ObjectMapper().readTree(simulate("--json").out()).at("/rounds/0/waterfalls/0");
    assertEquals(1, round.at("/refused").asInt());
    assertEquals("b", round.at("/undone/0/served").asText());
    assertEquals("small", round.at("/undone/0/reason").asText());
    write(
        POLICY
            .replace("account.debt, at most cash", "account.debt")
            .replace("cancel 1 USD", "cancel 5 USD"),
        "{\"id\": \"a\", \"debt\": 9, \"cash\": 4}");
    JsonNode faulty =
        new ObjectMapper().readTree(simulate("--json").out()).at("/rounds/0/waterfalls/0");
    assertEquals(1, faulty.at("/faulted").asInt());
    assertEquals("R6102", faulty.at("/undone/0/fault/code").asText());
    assertEquals("pay", faulty.at("/undone/0/step").asText());
  }

  @Test
  void theEngineNeverShows() {
    for (String[] more : new String[][] {{}, {"--json"}, {"--param", "impact=12%"}}) {
      List<Said> said = new ArrayList<>();
      for (String engine : List.of("truffle", "reference", "truffle")) {
        List<String> command = new ArrayList<>(List.of("simulate", CASCADE, "--engine", engine));
        command.addAll(List.of(more));
        said.add(Said.by(command.toArray(String[]::new)));
      }
      assertEquals(said.get(0), said.get(1));
      assertEquals(said.get(0), said.get(2));
    }
  }

  @Test
  void threadsNeverShowInWhatWaterfallsDo() throws IOException {
    List<String> ledgers = new ArrayList<>();
    for (String threads : List.of("1", "2", "5")) {
      Path out = folder.resolve("out-" + threads);
      Said said = Said.by("run", CASCADE, "--threads", threads, "--out", out.toString());
      assertEquals(0, said.exit());
      ledgers.add(
          Files.readString(out.resolve("ledger.csv"))
              + Files.readString(out.resolve("after").resolve("account.csv")));
    }
    assertEquals(1, ledgers.stream().distinct().count());
  }

  @Test
  void eachRoundIsWrittenAndCanBeGoneOnFrom() throws IOException {
    Path out = folder.resolve("rounds");
    Said whole = Said.by("simulate", CASCADE, "--out", out.toString());
    for (int round = 1; round <= 5; round++) {
      Path ledger = out.resolve("round-" + round).resolve("ledger.csv");
      assertTrue(whole.all().contains("wrote " + ledger), whole.all());
      assertTrue(Files.readAllLines(ledger).size() > 1);
    }
    assertFalse(Files.exists(out.resolve("round-6")));
    Said shorter = Said.by("simulate", CASCADE, "--steps", "2", "--out", out.toString());
    assertTrue(
        shorter
            .all()
            .contains("kept " + out.resolve("round-3") + ", which is of another simulation\n"),
        shorter.all());
    Said rest =
        Said.by(
            "simulate", CASCADE, "--snapshot", out.resolve("round-3").resolve("after").toString());
    assertEquals(
        """
        round  waterfall    over  served  undone  entries  loss  absorbed  left
            1  liquidation     9       9       0       36     0         0     0  USD
            2  liquidation     5       5       0       20     0         0     0  USD

        nothing is over the line after 2 rounds
        """,
        rest.out());
  }

  @Test
  void eachRoundAsJson() throws IOException {
    JsonNode cascade =
        new ObjectMapper()
            .readTree(Said.by("simulate", CASCADE, "--param", "impact=12%", "--json").out());
    assertEquals("price_cascade", cascade.at("/policy").asText());
    assertEquals(4, cascade.at("/rounds").size());
    assertEquals(4, cascade.at("/rounds/3/round").asInt());
    JsonNode third = cascade.at("/rounds/2/waterfalls/0");
    assertEquals("liquidation", third.at("/name").asText());
    assertEquals(15, third.at("/over").asInt());
    assertEquals("24335.9", third.at("/covered/loss").asText());
    assertEquals("24335.9", third.at("/covered/absorbed").asText());
    assertEquals("3350.03", cascade.at("/rounds/3/waterfalls/0/covered/remainder").asText());
    assertEquals(0, cascade.at("/stillOver").asInt());
    assertEquals(0, cascade.at("/notJudged").asInt());
    assertFalse(cascade.at("/stuck").asBoolean());

    write(POLICY.replace(" else unlimited", ""), "{\"id\": \"a\", \"debt\": 0, \"cash\": 4}");
    JsonNode faulty = new ObjectMapper().readTree(simulate("--json").out());
    assertEquals(0, faulty.at("/rounds").size());
    assertEquals(1, faulty.at("/notJudged").asInt());
    assertEquals("a", faulty.at("/unserved/0/row").asText());
    assertEquals("R6001", faulty.at("/unserved/0/code").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simulate examples/price-cascade --steps 0                    | 2 | R7210: `--steps` is 0.
          simulate examples/price-cascade --steps many                 | 2 | R7208
          simulate examples/price-cascade --engine fast                | 2 | R7208
          simulate examples/price-cascade --waterfall liquidate        | 2 | R7230: `price_cascade` has no waterfall `liquidate`.
          run examples/price-cascade --waterfall liquidate             | 2 | R7230: `price_cascade` has no waterfall `liquidate`.
          simulate examples/circuit-breaker                            | 2 | R7231: `circuit_breaker` has no waterfall, so nothing happens in it.
          simulate examples/circuit-breaker --waterfall liquidate      | 2 | R7230: `circuit_breaker` has no waterfall `liquidate`.
          simulate examples/price-cascade --param impact=21%           | 2 | R5005
          simulate examples/price-cascade --out examples/price-cascade/snapshot | 2 | R7211
          simulate examples/price-cascade --out examples/price-cascade/policy.risk | 2 | R7207
          simulate examples/price-cascade --snapshot examples/circuit-breaker/snapshot | 4 | R55
          simulate examples/nothing                                    | 2 | R7001
          """)
  void misuseIsSaidWithACode(String command, int exit, String said) {
    Said refused = Said.by(command.split(" "));
    assertTrue(refused.all().startsWith(said), refused.all());
    assertEquals("", refused.out());
    assertEquals(exit, refused.exit());
  }

  @Test
  void anUnknownWaterfallIsGuessed() {
    Said refused = Said.by("simulate", CASCADE, "--waterfall", "liquidatoin");
    assertTrue(refused.all().contains("Hint: Did you mean `liquidation`?"), refused.all());
  }
}
