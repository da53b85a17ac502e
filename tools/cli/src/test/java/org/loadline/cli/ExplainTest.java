package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of many rows, {@code explain} tells of those first that decide what an aggregate comes to. */
class ExplainTest {
  private static final String POLICY =
      """
      policy desk
      unit USD
      entity account {
          key id
          cash, debt : USD
          safe : flag
      }
      worst     = min(accounts.cash)
      best      = max(accounts.cash)
      lost      = sum(max(0, -a.cash) for a in accounts)
      usual     = mean(accounts.cash)
      all_safe  = all(accounts.safe)
      any_short = any(a.cash < 0 for a in accounts)
      shorts    = count(accounts where cash < 0)
      owner     = the a in accounts with least a.cash
      leader    = the a in accounts with greatest a.cash
      cover     = max(a.cash / a.debt for a in accounts)
      report worst, best, lost, usual, all_safe, any_short, shorts, owner, leader, cover
      """;

  @TempDir Path folder;

  /** Fifteen accounts, of which the twelfth is the one that matters, and the fourteenth leads. */
  @BeforeEach
  void thePolicy() throws IOException {
    Files.writeString(folder.resolve("policy.risk"), POLICY);
    Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
    String rows =
        IntStream.rangeClosed(11, 25)
            .mapToObj(
                i ->
                    switch (i) {
                      case 22 -> "a22,-250,0,false";
                      case 24 -> "a24,300,3,true";
                      default -> "a" + i + ",100,1,true";
                    })
            .collect(Collectors.joining("\n", "id,cash,debt,safe\n", "\n"));
    Files.writeString(snapshot.resolve("account.csv"), rows);
  }

  private String explained(String fact) {
    return said(fact).replaceAll(" +", " ");
  }

  private String said(String fact) {
    return Said.by("explain", folder.toString(), "--fact", fact, "--rows", "2").out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          worst | = -250 USD 15 rows, the least first, line 8 | ├─ a22 = -250 USD | ├─ a11 = 100 USD
          best | = 300 USD 15 rows, the greatest first, line 9 | ├─ a24 = 300 USD | ├─ a11 = 100 USD
          lost | = 250 USD 15 rows, the largest first, line 10 | ├─ a22 = 250 USD | ├─ a11 = 0 USD
          usual | 15 rows, the largest first, line 11 | ├─ a24 = 300 USD | ├─ a22 = -250 USD
          all_safe | = false 15 rows, those that do not hold first, line 12 | ├─ a22 = false | ├─ a11 = true
          any_short | = true 15 rows, those that hold first, line 13 | ├─ a22 = true | ├─ a11 = false
          owner | = a22 15 rows, the least first, line 15 | ├─ a22 = -250 USD | ├─ a11 = 100 USD
          leader | = a24 15 rows, the greatest first, line 16 | ├─ a24 = 300 USD | ├─ a11 = 100 USD
          """)
  void whatDecidesIsToldFirst(String fact, String head, String first, String second) {
    String said = explained(fact);
    assertTrue(said.contains(head), said);
    assertTrue(said.contains(first.strip()), said);
    assertTrue(said.contains(second.strip()), said);
    assertTrue(said.indexOf(first.strip()) < said.indexOf(second.strip()), said);
    assertTrue(said.contains("└─ … 13 more\n"), said);
    assertFalse(said.contains("Deeper"), said);
  }

  @Test
  void theRowThatCannotBeWorkedOutIsToldFirst() {
    assertEquals(
        """
        cover         ✗ `a.cash / a.debt` divides by zero.  14 rows, line 17
        │  max(a.cash / a.debt for a in accounts)
        ├─ a22        ✗ `a.cash / a.debt` divides by zero.
        │  ├─ a.cash  = -250 USD
        │  └─ a.debt  = 0 USD
        ├─ a11        = 100
        │  ├─ a.cash  = 100 USD
        │  └─ a.debt  = 1 USD
        ├─ a12        = 100
        │  ├─ a.cash  = 100 USD
        │  └─ a.debt  = 1 USD
        └─ … 12 more

        """,
        said("cover"));
  }

  @Test
  void rowsThatDecideAlikeStayInTheirOrder() throws IOException {
    assertTrue(explained("shorts").contains("shorts = 1 1 row, line 14"));
    Path rows = folder.resolve("snapshot").resolve("account.csv");
    Files.writeString(
        rows, Files.readString(rows).replace("-250,0,", "100,1,").replace("300,3,", "100,1,"));
    String said = explained("worst");
    assertTrue(said.startsWith("worst = 100 USD 15 rows, line 8\n"), said);
    assertTrue(said.indexOf("a11") < said.indexOf("a12"), said);
    assertTrue(explained("lost").startsWith("lost = 0 USD 15 rows, line 10\n"));
  }
}
