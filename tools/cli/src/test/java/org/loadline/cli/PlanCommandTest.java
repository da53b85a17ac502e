package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command {@code plan} on a margin policy and its proposals.
 *
 * <p>{@code -Dplans.update=true} rewrites the expected files that differ and still fails.
 */
class PlanCommandTest {
  private static final boolean UPDATE = Boolean.getBoolean("plans.update");
  private static final String FOLDER = "tools/cli/src/test/resources/plan/";

  /**
   * Runs a plan; {@code @} stands for the folder of the policies and blanks are written {@code ~}.
   */
  private static Said plan(String command) {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    for (String argument : command.split(" ")) {
      arguments.add(argument.replace("@", FOLDER).replace('~', ' '));
    }
    return Said.by(arguments.toArray(String[]::new));
  }

  private static void assertSays(String file, Said said) throws IOException {
    Path expected = Said.ROOT.resolve(FOLDER + file);
    if (UPDATE && (!Files.exists(expected) || !Files.readString(expected).equals(said.all()))) {
      Files.writeString(expected, said.all());
      fail("rewrote " + expected);
    }
    assertEquals(Files.readString(expected), said.all());
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void aPlanOnOneScreen(String engine) throws IOException {
    Said said =
        plan(
            "@old.risk @new.risk --snapshot @book --engine "
                + engine
                + " --fail-if newly~liquidatable~>~5 --fail-if total~account.maintenance~>~+5%");
    assertSays("plan.txt", said);
    assertEquals(1, said.exit());
    assertTrue(said.out().lines().allMatch(line -> line.length() <= 80), said.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"truffle", "reference"})
  void everyDigitAsJson(String engine) throws IOException {
    Said said =
        plan(
            "@old.risk @new.risk --snapshot @book --json --sensitivity changed --engine " + engine);
    assertSays("plan.json", said);
    JsonNode book = new ObjectMapper().readTree(said.out()).get("books").get(0);
    assertEquals("85865", book.get("totals").get(0).get("after").get("value").asText());
    assertEquals(6, book.get("sensitivities").get(0).get("points").size());
  }

  @Test
  void booksOverTime() throws IOException {
    Said said = plan("@old.risk @new.risk --books @history --fail-if newly~closing~>~0");
    assertSays("history.txt", said);
    assertEquals(1, said.exit());
    Said named = plan("@old.risk @new.risk --snapshot @history/1 --snapshot @history/2");
    assertTrue(said.out().startsWith(named.out()), named.all());
    assertEquals(0, named.exit());
  }

  @Test
  void whatLimitsLetTakeEffect() {
    Said said = plan("@limited.risk @asked.risk --snapshot @book --no-attribution");
    assertTrue(
        said.out().contains("account.maintenance rises by 2327.5 USD (+4.27%)."), said.all());
    assertTrue(
        said.out()
            .contains(
                "  c1  liquidation_fee clipped to 1.25%: asked +0.5 points, allowed 0.25 points:"),
        said.all());
  }

  @Test
  void aPolicyBesideItself() {
    Said said = plan("@old.risk @old.risk --snapshot @book");
    assertEquals(0, said.exit());
    assertTrue(said.out().contains("Nothing that is reported changes on this book."), said.all());
    assertTrue(said.out().contains("7 rows of account: 7 unchanged, 0 changed"), said.all());
  }

  @Test
  void paramsOfBothPolicies() {
    Said said =
        plan("@old.risk @new.risk --snapshot @book --param liquidation_fee=2% --no-waterfalls");
    assertTrue(said.out().contains("what makes account.maintenance rise"), said.all());
    assertTrue(!said.out().contains("c1  liquidation_fee"), said.all());
  }

  @Test
  void ordersAreDrawnWhereThereAreManyChanges(@TempDir Path folder) throws IOException {
    StringBuilder old = new StringBuilder("policy many\n\nentity account { key id }\n\n");
    StringBuilder sum = new StringBuilder("0");
    for (int i = 1; i <= 9; i++) {
      old.append("param p").append(i).append(" = ").append(i).append('\n');
      sum.append(" + p").append(i).append(" * p").append(i % 9 + 1);
    }
    old.append("\nfor each account { total = ").append(sum).append(" }\n");
    Path before = Files.writeString(folder.resolve("old.risk"), old);
    String now = old.toString().replaceAll("(param p\\d = )(\\d)", "$11$2");
    Path after = Files.writeString(folder.resolve("new.risk"), now);
    Files.createDirectory(folder.resolve("book"));
    Files.writeString(folder.resolve("book/account.csv"), "id\na\nb\n");
    String[] command = {
      "plan",
      before.toString(),
      after.toString(),
      "--snapshot",
      folder.resolve("book").toString(),
      "--orders",
      "12",
      "--seed",
      "4",
      "--engine",
      "reference"
    };
    Said said = Said.by(command);
    assertTrue(said.out().contains(" ± "), said.all());
    assertTrue(said.out().contains("over 12 drawn orders of 9 changes (seed 4)"), said.all());
    assertEquals(said, Said.by(command));
  }

  @ParameterizedTest
  @CsvSource({
    "@old.risk @new.risk --snapshot @book --fail-if newly, R6650, 2",
    "@old.risk @new.risk --snapshot @book --fail-if total~account.mainenance~>~5, R6651, 2",
    "@old.risk @new.risk --snapshot @book --fail-if newly~broke~>~5, R6652, 2",
    "@old.risk @new.risk --snapshot @book --fail-if total~account.free~>~5~EUR, R6653, 2",
    "@old.risk @held.risk --snapshot @book, R6654, 4",
    "@old.risk @held.risk --snapshot @held, R6655, 4",
    "@old.risk @new.risk, R6656, 4",
    "@old.risk @new.risk --books @book, R6657, 4",
    "@old.risk @new.risk --books @history --new-snapshot @book, R6658, 2",
    "@old.risk @new.risk --snapshot @book --sensitivity liquidation_fee, R6659, 2",
    "@old.risk @new.risk --snapshot @book --sensitivity liquidation_fee=1%..9%:3, R5005, 2",
    "@old.risk @nothing.risk --snapshot @book, R7001, 2",
  })
  void whatIsWrongHasACode(String command, String code, int exit) {
    Said said = plan(command);
    assertTrue(said.all().contains(code), said.all());
    assertEquals(exit, said.exit(), said.all());
  }

  @Test
  void pagesForThoseWhoVote(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plan.html");
    Said said = plan("@old.risk @new.risk --snapshot @book --markdown --html " + file);
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.out().contains("liquidation_fee"), said.out());
    assertTrue(Files.readString(file).contains("</html>"), said.all());
    assertTrue(plan("@old.risk @new.risk --snapshot @book --html @book").all().contains("R7207"));
  }

  @Test
  void aBookOfItsOwnForTheNewPolicy() {
    Said said = plan("@old.risk @held.risk --snapshot @book --new-snapshot @held");
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.out().contains("account.free falls by"), said.all());
  }

  @Test
  void aPageForVotersInAFileOrAForum(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plan.html");
    String books = "@old.risk @new.risk --snapshot @book --no-attribution --sensitivity changed";
    Said printed = plan(books);
    Said said = plan(books + " --html " + file);
    assertEquals(printed.all(), said.all());
    String page = Files.readString(file);
    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    Said markdown = plan(books + " --markdown");
    String verdict = markdown.out().lines().findFirst().orElseThrow().substring("# ".length());
    assertTrue(page.contains("<h1>" + verdict + "</h1>"), verdict);
    Said refused = plan(books + " --html " + folder.resolve("none").resolve("plan.html"));
    assertEquals(2, refused.exit());
  }
}
