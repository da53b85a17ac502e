package org.loadline.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** Which way a change moves what a policy declares, and what is said of it. */
class ProvedDirectionsTest {
  private static final String POLICY =
      """
      policy margin

      unit USD

      param fee = 2% within 0% .. 10%
      param floor_of = 5 USD

      table tiers by notional: USD {
          | id | notional   | rate |
          | t1 | below 100  |  5%  |
          | t2 | below 1000 | 10%  |
          | t3 | otherwise  | 20%  |
      }

      entity account {
          key id
          cash, held : USD
          worth : USD
          assume held >= 0 USD
      }

      for each account {
          notional    = held
          maintenance = notional * tiers(notional).rate + notional * fee
          equity      = cash + worth
          shortfall   = max(0, maintenance - equity)
          charged     = (5 USD when held < 100 USD | 9 USD otherwise)
      }

      report account.maintenance as requirement, account.equity as allowance,
          account.shortfall as requirement, account.charged as requirement
      """;

  private static Program program(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    var bound = new PolicyReader().read(Source.of("policy.risk", text), sink);
    return Checking.check(bound, sink)
        .filter(p -> !sink.hasErrors())
        .orElseThrow(() -> new AssertionError(sink.diagnostics()));
  }

  private static List<Change> changes(String from, String to) {
    return Difference.between(program(POLICY), program(POLICY.replace(from, to))).changes();
  }

  /** Of each output by its last word, the direction. */
  private static String directions(Change change) {
    return change.effects().stream()
        .map(e -> e.output().name().replaceFirst(".*\\.", "") + " " + e.direction().word())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "fee = 2%                     ; fee = 3%                     ; maintenance tightens,"
            + " shortfall tightens",
        "fee = 2%                     ; fee = 1%                     ; maintenance loosens,"
            + " shortfall loosens",
        "5%  |                        ; 6%  |                        ; maintenance tightens,"
            + " shortfall tightens",
        "t1 | below 100               ; t1 | below 200               ; maintenance loosens,"
            + " shortfall loosens",
        "below 1000                   ; below 500                    ; maintenance tightens,"
            + " shortfall tightens",
        "10%  |                       ; 4%  |                        ; maintenance loosens,"
            + " shortfall loosens",
        "within 0% .. 10%             ; within 0% .. 20%             ; ''",
        "cash + worth                 ; cash + worth * 90%           ; equity unknown, shortfall"
            + " unknown",
        "cash + worth                 ; cash + worth + held          ; equity loosens, shortfall"
            + " loosens",
        "cash + worth                 ; cash + worth - held          ; equity tightens, shortfall"
            + " tightens",
        "cash + worth                 ; min(cash + worth, 100 USD)   ; equity tightens, shortfall"
            + " tightens",
        "cash + worth                 ; max(cash + worth, 0 USD)     ; equity loosens, shortfall"
            + " loosens",
        "cash + worth                 ; cash + min(worth, 9 USD)     ; equity tightens, shortfall"
            + " tightens",
        "cash + worth                 ; floor(cash + worth to 1 USD) ; equity tightens, shortfall"
            + " tightens",
        "cash + worth                 ; (0 USD when held < 0 USD | cash + worth otherwise) ; equity"
            + " unknown, shortfall unknown",
        "cash + worth                 ; worth + held                 ; equity unknown, shortfall"
            + " unknown",
        "notional    = held           ; notional    = held * 1.1     ; maintenance tightens,"
            + " shortfall tightens",
        "notional    = held           ; notional    = held * 90%     ; maintenance loosens,"
            + " shortfall loosens",
        "notional    = held           ; notional    = held less 10%  ; maintenance loosens,"
            + " shortfall loosens",
        "notional * fee               ; notional * fee * 3           ; maintenance tightens,"
            + " shortfall tightens",
        "+ notional * fee             ; + 0 USD                      ; maintenance loosens,"
            + " shortfall loosens",
        "max(0, maintenance - equity) ; maintenance - equity         ; shortfall loosens",
        "held < 100 USD               ; held <= 100 USD              ; charged loosens",
        "held < 100 USD               ; held < 200 USD               ; charged loosens",
        "5 USD when                   ; 7 USD when                   ; charged tightens",
        "| 9 USD otherwise            ; | 8 USD when held < 200 USD | 9 USD otherwise ; charged"
            + " loosens",
        "| 9 USD otherwise            ; | 9.5 USD when held < 200 USD | 9 USD otherwise ; charged"
            + " tightens",
      })
  void movesWhatIsDeclared(String from, String to, String directions) {
    String all =
        changes(from, to).stream()
            .map(ProvedDirectionsTest::directions)
            .collect(Collectors.joining("; "));
    assertEquals(directions.replace("''", ""), all);
  }

  @Test
  void aRowMoreOrLess() {
    String row = "    | t3 | otherwise  | 20%  |\n";
    String more = "    | t4 | below 5000 | 15%  |\n" + row;
    assertEquals(
        "maintenance loosens, shortfall loosens", directions(changes(row, more).getFirst()));
    String first = "    | t1 | below 100  |  5%  |\n";
    assertEquals(
        "maintenance tightens, shortfall tightens", directions(changes(first, "").getFirst()));
  }

  @Test
  void saysWhy() {
    assertEquals(
        List.of(
            "`account.maintenance` rises with `fee`: "
                + "`fee` is multiplied by `notional`, which is never negative",
            "`account.shortfall` rises with `fee`: "
                + "`fee` is multiplied by `notional`, which is never negative"),
        changes("fee = 2%", "fee = 3%").getFirst().effects().stream().map(Effect::reason).toList());
  }
}
