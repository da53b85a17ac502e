package org.loadline.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How cases bind, and what is said of each thing that keeps one from being equal. */
class ConformanceTest {
  private static final String POOL =
      """
      policy pool

      unit USD

      choice mode { stable, not_unsafe }

      param fee = 1% within 0% .. 50%

      system {
          mode   : mode
          waited : duration
          cap    : USD or unlimited
          price  : USD in steps of 8 places
      }

      entity account {
          key id
          cash : USD in steps of 6 places or none
      }

      for each account {
          worth = (cash else 0) * 2
          sized = cash else -1 USD
          rank  = none when cash is none | place(account, accounts ranked by sized descending) otherwise
      }

      late  = waited > 1 hour
      limit = cap
      state_of = mode
      third = price / 3
      kept  = 100 USD less fee

      """;

  private static final String ROWS =
      POOL
          + """
          cases "cases.json" rule "rows" {
              scales by suffix micro = 6 places
              given account from accounts{} { id from key, cash else none }
              expect account.worth as worth{id}.value_micro
              expect account.id as order[rank]
              expect account.cash as listed[name: id].cash_micro
              ignore notes
          }
          """;

  private static String one(String rule, String inputs, String expected, String tolerance) {
    return """
    {"system": "pool", "cases": [{"id": "c", "rule": "%s", "inputs": %s, "expected": %s, "tolerance": %s}]}
    """
        .formatted(rule, inputs, expected, tolerance);
  }

  private static List<String> lines(String policy, String inputs, String expected)
      throws IOException {
    return Held.of(policy, one("rows", inputs, expected, "\"exact\"")).lines();
  }

  private static String rule(String binding) {
    return POOL + "cases \"cases.json\" rule \"rows\" {\n" + binding + "\n}\n";
  }

  @Test
  void rowsAreToldApartByTheirFacts() throws IOException {
    assertEquals(
        List.of("c passed"),
        lines(
            ROWS,
            "{\"accounts\": {\"ann\": {\"cash_micro\": \"1500000\"}, \"ben\": {\"cash_micro\":"
                + " \"2000000\"}, \"cid\": {\"cash_micro\": null}}}",
            "{\"worth\": {\"ann\": {\"value_micro\": \"3000000\"}}, \"order\": [\"ben\", \"ann\"],"
                + " \"listed\": [{\"name\": \"ben\", \"cash_micro\": 2000000}], \"notes\":"
                + " {\"any\": [1]}}"));
  }

  @Test
  void whatDiffersIsShownAsTheDocumentCounts() throws IOException {
    assertEquals(
        List.of(
            "c R6523: worth.ann.value_micro 3000001, got 3000000",
            "c R6523: order[2] ben, got ann",
            "c R6523: order[1] ann, got ben"),
        lines(
            ROWS,
            "{\"accounts\": {\"ann\": {\"cash_micro\": \"1500000\"}, \"ben\": {\"cash_micro\":"
                + " \"2000000\"}}}",
            "{\"worth\": {\"ann\": {\"value_micro\": \"3000001\"}}, \"order\": [\"ann\","
                + " \"ben\"]}"));
  }

  @Test
  void aListIsEqualOnlyAsAWhole() throws IOException {
    assertEquals(
        List.of("c R6522: order[rank] no element 2, got ann"),
        lines(
            ROWS,
            "{\"accounts\": {\"ann\": {\"cash_micro\": \"1\"}, \"ben\": {\"cash_micro\": \"2\"}}}",
            "{\"order\": [\"ben\"]}"));
    assertEquals(
        List.of(
            "c R6521: `order[2]` is ann, and no row is it. Check the fact in the brackets of"
                + " `order[rank]`."),
        lines(
            ROWS,
            "{\"accounts\": {\"ben\": {\"cash_micro\": \"2\"}}}",
            "{\"order\": [\"ben\", \"ann\"]}"));
    assertEquals(
        List.of("c R6522: order[rank] no element 1, got ben"),
        lines(ROWS, "{\"accounts\": {\"ben\": {\"cash_micro\": \"2\"}}}", "{\"order\": []}"));
  }

  @Test
  void whatIsExpectedIsComparedOrIgnored() throws IOException {
    assertEquals(
        List.of(
            "c R6520: `trace.steps` is expected, and nothing is compared with it. Add `expect … as"
                + " trace.steps`, or `ignore` it."),
        lines(ROWS, "{\"accounts\": {}}", "{\"trace\": {\"steps\": 3}}"));
  }

  @Test
  void numbersAreReadAsTheyAreSaidToBeWritten() throws IOException {
    String binding =
        """
            scales by suffix s = 1 second, ppm = 6 places
            maximum is unlimited
            given system {
                mode from state spelled { "7" = stable }
                waited
                cap
                price at -exponent places
            }
            given param { fee from fee_ppm }
            expect late as late spelled { "yes" = true, "no" = false }
            expect limit as cap
            expect third as third at -2 places
            expect state_of as state
            expect kept as kept
        """;
    String inputs =
        "{\"state\": 7, \"waited_s\": \"3601\", \"cap\": \"%s\", \"price\": \"42\", \"exponent\":"
            + " -1, \"fee_ppm\": 20000}";
    String greatest =
        "115792089237316195423570985008687907853269984665640564039457584007913129639935";
    assertEquals(
        List.of("c passed"),
        lines(
            rule(binding),
            inputs.formatted(greatest),
            "{\"late\": \"yes\", \"cap\": \""
                + greatest
                + "\", \"third\": \"0.014\", \"state\":"
                + " \"STABLE\", \"kept\": 98}"));
    assertEquals(
        List.of("c R6523: third 14/1001, got 0.014", "c R6523: late no, got true"),
        lines(
                rule(binding),
                inputs.formatted("5"),
                "{\"third\": \"14/1001\", \"late\": \"no\", \"cap\": 5}")
            .reversed());
  }

  @Test
  void choicesHaveTheSameLettersInAnyCase() throws IOException {
    String binding = "    given system { mode }\n    expect state_of as state";
    assertEquals(
        List.of("c passed"),
        lines(rule(binding), "{\"mode\": \"NOT-UNSAFE\"}", "{\"state\": \"notUnsafe\"}"));
    assertEquals(
        List.of(
            "c R6511: `mode` gives no `mode`: `wild` is no member of `mode`. Its members are"
                + " stable, not_unsafe; others are `spelled`."),
        lines(rule(binding), "{\"mode\": \"wild\"}", "{\"state\": \"stable\"}"));
  }

  @Test
  void whatIsAbsentMattersToWhatReadsIt() throws IOException {
    String binding =
        "    given system { mode, waited from time.waited in seconds }\n    expect late as late\n"
            + "    expect state_of as state";
    assertEquals(
        List.of("c passed"),
        lines(rule(binding), "{\"mode\": \"stable\"}", "{\"state\": \"stable\"}"));
    assertEquals(
        List.of(
            "c R6510: `waited` is to come from `time.waited`, which is not there. Check the path,"
                + " or say `else` and what it is then.",
            "c R6524: late true, got a fault: `waited` has no value."),
        lines(rule(binding), "{\"mode\": \"stable\"}", "{\"late\": true}"));
  }

  @Test
  void aDurationIsNeverGuessed() throws IOException {
    String binding = "    given system { waited }\n    expect late as late";
    assertEquals(
        List.of(
            "c R6512: `waited` gives no `waited`: it is a length of time, and nothing says what it"
                + " counts. Write `in seconds`, or give a suffix."),
        lines(rule(binding), "{\"waited\": 5}", "{\"late\": true}"));
  }

  @Test
  void aNameThatMayBeSeveralIsUnclear() throws IOException {
    String binding =
        "    scales by suffix wad = 18 places, ray = 27 places\n    given system { price }\n"
            + "    expect third as third";
    assertEquals(
        List.of(
            "c R6513: `price` may be any of price_ray, price_wad. Say which: `price from"
                + " price_ray`."),
        lines(rule(binding), "{\"price_wad\": 1, \"price_ray\": 1}", "{\"third\": 1}"));
  }

  @Test
  void rowsAndParamsKeepTheirOwnRules() throws IOException {
    assertEquals(
        List.of("c R6514: account id: There are two account `a`. Give each its own key."),
        lines(
                rule(
                    "    given account from accounts[] { id, cash }\n    expect account.worth as"
                        + " w{id}"),
                "{\"accounts\": [{\"id\": \"a\", \"cash\": 1}, {\"id\": \"a\", \"cash\": 2}]}",
                "{}")
            .stream()
            .map(
                line ->
                    line.replaceAll(
                        "R6514: account id: .*",
                        "R6514: account id: There are two account `a`. Give each its own key."))
            .toList());
    assertEquals(
        1,
        lines(rule("    given param { fee }\n    expect kept as kept"), "{\"fee\": 2}", "{}")
            .stream()
            .filter(line -> line.startsWith("c R6515: "))
            .count());
  }

  @Test
  void tolerancesAreTheCasesOwn() throws IOException {
    String policy =
        rule("    given system { price }\n    expect third as third\n    expect kept as more.kept");
    String expected = "{\"third\": \"10\", \"more\": {\"kept\": \"99\"}}";
    for (String enough :
        List.of(
            "{\"absolute\": \"0.2\"}",
            "{\"kind\": \"abs\", \"value\": \"0.1\"}",
            "{\"relative\": 0.01}",
            "{\"relative_float\": 1e-2}",
            "{\"kind\": \"rel\", \"value\": \"0.01\"}",
            "{\"kind\": \"abs_or_rel\", \"abs\": \"0.01\", \"rel\": \"0.01\"}",
            "{\"per_field\": {\"third\": {\"absolute\": \"0.1\"}}}")) {
      assertEquals(
          List.of("c passed"),
          Held.of(policy, one("rows", "{\"price\": \"30.3\"}", expected, enough)).lines(),
          enough);
    }
    for (String little :
        List.of(
            "\"exact\"",
            "{\"kind\": \"exact\"}",
            "{\"absolute\": \"0.09\"}",
            "{\"relative\": \"0.0099\"}",
            "{\"per_field\": {\"more\": {\"absolute\": \"0.1\"}}}")) {
      assertEquals(
          List.of("c R6523: third 10, got 10.1"),
          Held.of(policy, one("rows", "{\"price\": \"30.3\"}", expected, little)).lines(),
          little);
    }
    assertTrue(
        Held.of(policy, one("rows", "{\"price\": 3}", expected, "{\"most\": 1}"))
            .lines()
            .getFirst()
            .startsWith("c R6526: "));
  }

  @Test
  void placesSaidElsewhereMustBeThere() throws IOException {
    assertEquals(
        List.of("c R6525: Nothing says how many places `third` has. Check the path after `at`."),
        lines(
            rule("    given system { price }\n    expect third as third at decimals places"),
            "{\"price\": 3}",
            "{\"third\": 1}"));
  }

  @Test
  void aRuleIsStatedOnce() throws IOException {
    String twice =
        rule("    given system { price }\n    expect third as third")
            + "cases \"cases.json\" rule \"rows\" where mode is present {\n"
            + "    expect kept as kept\n"
            + "}\n";
    assertEquals(List.of("c passed"), lines(twice, "{\"price\": 3}", "{\"third\": 1}"));
    assertEquals(
        List.of(
            "c R6504: Several `cases` mean this case of the rule `rows`. Tell them apart with"
                + " `where`."),
        lines(twice, "{\"price\": 3, \"mode\": 1}", "{\"third\": 1}"));
    assertEquals(
        List.of(
            "c R6503: No policy states the rule `other`. Bind it with `cases \"cases.json\" rule"
                + " \"other\"`."),
        Held.of(twice, one("other", "{}", "{}", "\"exact\"")).lines());
    assertEquals(
        List.of(
            "c R6503: No `cases` of the rule `rows` means this case. Bind it with `cases"
                + " \"cases.json\" rule \"rows\"`."),
        lines(
            rule("    expect kept as kept")
                .replace("rule \"rows\" {", "rule \"rows\" where mode = \"x\" {"),
            "{}",
            "{}"));
  }

  @Test
  void aListThatNoCaseHasIsTold() throws IOException {
    assertEquals(
        List.of("R6530: No case of the rule `rows` has `accountz[]`. Check the path in held.risk."),
        Held.of(
                rule(
                    "    given account from accountz[] { id, cash }\n"
                        + "    expect account.worth as wurth{id}"),
                one("rows", "{}", "{}", "\"exact\""))
            .notes());
  }

  @Test
  void documentsThatAreNoneAreTold() throws IOException {
    String policy = rule("    expect kept as kept");
    assertTrue(
        Held.of(policy, "{\"cases\": [")
            .lines()
            .getFirst()
            .startsWith("R6500: This is no JSON document (line 1, column"));
    assertTrue(
        Held.of(policy, "{\"cases\": [], \"cases\": []}").lines().getFirst().startsWith("R6500: "));
    assertEquals(
        List.of(
            "R6501: This document has no list of `cases`. It is an object with `cases`, each with"
                + " `id`, `rule`, `inputs` and `expected`."),
        Held.of(policy, "{\"system\": \"x\"}").lines());
    assertEquals(
        List.of(
            "R6502: `x#1` (number 1) is no case. A case has `rule`, and the objects `inputs` and"
                + " `expected`.",
            "b passed"),
        Held.of(
                policy,
                "{\"system\": \"x\", \"cases\": [{\"rule\": \"rows\"}, {\"id\": \"b\", \"rule\":"
                    + " \"rows\", \"inputs\": {}, \"expected\": {\"kept\": 99}}]}")
            .lines());
  }

  private static final String TEXTS =
      """
      policy texts
      choice form { money, share }
      entity change {
          key name
          form     : form
          amount   : number
          noted    : text
          divisor  : number
      }
      for each change {
          quotient = amount / divisor
      }
      total = sum(changes.amount)
      cases "cases.json" rule "texts" {
          given change from changes{} { name from key, form, amount, noted, divisor else 1 }
          shown money  as grouped at 2 places cut to 1 places " $ of " name
          shown share  as percent at 4 places less 1 " % [" raw "]"
          shown noted  as number at 3 places
          shown by_two as "q " quotient
          expect change.amount as texts{name}.text shown by form
          expect change.noted as texts{name}.noted shown noted
          expect change.amount as texts{name}.quotient shown by_two
          expect total as total shown total
          shown total as number cut to 0 places "!"
      }
      """;

  private static List<String> text(String change, String expected) throws IOException {
    return Held.of(
            TEXTS,
            "{\"cases\": [{\"id\": \"t\", \"rule\": \"texts\", \"inputs\": {\"changes\": {\"a\": {"
                + change
                + "}}}, \"expected\": "
                + expected
                + "}]}")
        .lines();
  }

  @Test
  void aValueIsComparedAsTheTextThatItIsShownAs() throws IOException {
    String money = "\"form\": \"money\", \"noted\": \"0\", \"amount\": ";
    String share = "\"form\": \"share\", \"noted\": \"-1234567\", \"amount\": ";
    String all = "{\"texts\": {\"a\": {\"text\": \"%s\"}}}";
    assertEquals(
        List.of("t passed"), text(money + "123456789", all.formatted("1,234,567.8 $ of a")));
    assertEquals(List.of("t passed"), text(money + "-10090", all.formatted("-100.9 $ of a")));
    assertEquals(List.of("t passed"), text(money + "100010", all.formatted("1,000.1 $ of a")));
    assertEquals(List.of("t passed"), text(money + "99900", all.formatted("999 $ of a")));
    assertEquals(List.of("t passed"), text(share + "10550", all.formatted("5.5 % [10550]")));
    assertEquals(
        List.of("t R6523: texts.a.text 5.5 % [10550], got 5.51 % [10551]"),
        text(share + "10551", all.formatted("5.5 % [10550]")));
    assertEquals(
        List.of("t passed"),
        text(share + "1", "{\"texts\": {\"a\": {\"noted\": \"-1234.567\"}}, \"total\": \"1!\"}"));
    assertEquals(
        List.of("t R6523: texts.a.noted 1, got n/a, which no form shows"),
        text(money.replace("\"0\"", "\"n/a\"") + "1", "{\"texts\": {\"a\": {\"noted\": \"1\"}}}"));
  }

  @Test
  void aTextThatNeedsAFactWithAFaultIsAFault() throws IOException {
    String change = "\"form\": \"money\", \"noted\": \"0\", \"amount\": 1, \"divisor\": ";
    String expected = "{\"texts\": {\"a\": {\"quotient\": \"q 0.5\"}}}";
    assertEquals(List.of("t passed"), text(change + "2", expected));
    List<String> broken = text(change + "0", expected);
    assertEquals(1, broken.size());
    assertTrue(
        broken.getFirst().startsWith("t R6524: texts.a.quotient q 0.5, got q a fault: "),
        broken.getFirst());
  }
}
