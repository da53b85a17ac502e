package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.evidence.CanonicalJson;

/** Statements of solvency, and what they show of one row. */
class SolvencyTest {
  private static final Path FILES = Path.of("src/test/resources/receipt");
  private static final String POLICY = FILES + "/loans.risk";
  private static final String BOOK = FILES + "/book";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aSecret() throws IOException {
    Files.writeString(folder.resolve("secret"), "a secret of the test\n");
  }

  private Said solvency(String book, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "solvency",
                POLICY,
                "--snapshot",
                book,
                "--engine",
                "reference",
                "--secret",
                folder + "/secret",
                "--out",
                folder + "/statement.json"));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  private JsonNode statement() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("statement.json").toFile());
  }

  private Said verify(String file, String... more) {
    List<String> all = new ArrayList<>(List.of("verify", folder + "/" + file));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  @Test
  void aSmallStatement() throws IOException {
    Said said =
        solvency(
            BOOK, "--of", "account.debt", "--met", "account.covered", "--reserves", "reserves");
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.out().startsWith("account.debt: 325 USD over 5 rows\n"), said.out());
    assertTrue(said.out().contains("\naccount.covered: 4 of 5\n"), said.out());
    assertTrue(said.out().contains("\nreserves: 640.5 USD, which covers it\n"), said.out());
    String text = Files.readString(folder.resolve("statement.json"));
    assertEquals(
        Files.readString(FILES.resolve("statement.json")).strip(),
        text.replace(Version.ofBuild(), "VERSION")
            .replaceAll("(\"policy\":\\{\"hash\":)\"sha256:[0-9a-f]{64}\"", "$1\"HASH\"")
            .strip());
    solvency(
        BOOK,
        "--of",
        "account.debt",
        "--met",
        "account.covered",
        "--reserves",
        "reserves",
        "--engine",
        "truffle");
    assertEquals(text, Files.readString(folder.resolve("statement.json")), "the other engine");
  }

  @Test
  void anotherSecretIsAnotherRoot() throws IOException {
    solvency(BOOK, "--of", "account.debt");
    JsonNode one = statement();
    Files.writeString(folder.resolve("secret"), "another secret of the test");
    solvency(BOOK, "--of", "account.debt");
    assertNotEquals(one.at("/liabilities/hash"), statement().at("/liabilities/hash"));
    assertEquals(one.at("/liabilities/total"), statement().at("/liabilities/total"));
  }

  @ParameterizedTest
  @CsvSource({
    "account.covered, 4",
    "account.standing=late, 1",
    "account.required<=account.debt, 1",
    "account.debt<=account.required, 5"
  })
  void rowsMeetWhatIsNamed(String rule, int rows) throws IOException {
    assertEquals(0, solvency(BOOK, "--of", "account.debt", "--met", rule).exit());
    assertEquals(rows, statement().at("/liabilities/meets").asInt());
  }

  @Test
  void reservesThatDoNotCoverItEndWithOne() {
    Said said = solvency(BOOK, "--of", "account.debt", "--reserves", "gap");
    assertEquals(1, said.exit());
    assertTrue(said.out().contains("gap: -283 USD, which does not cover it"), said.out());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyRowIsShownToBeInIt(int rows) throws IOException {
    Path book = Files.createDirectories(folder.resolve("book"));
    Files.writeString(
        book.resolve("account.csv"),
        "id,held,owed,own_limit\n"
            + IntStream.range(0, rows)
                .mapToObj(row -> row + ",10," + row + ".5,none\n")
                .collect(java.util.stream.Collectors.joining()));
    for (int row = 0; row < rows; row++) {
      Said said =
          solvency(
              book.toString(),
              "--of",
              "account.debt",
              "--row",
              "account=" + row,
              "--proof",
              folder + "/proof.json");
      assertEquals(0, said.exit(), said.all());
      Said shown = verify("proof.json", "--receipt", folder + "/statement.json");
      assertEquals(0, shown.exit(), shown.all());
      assertTrue(shown.out().contains("{\"id\":\"" + row + "\"}: " + row + ".5 is in the total"));
    }
  }

  @Test
  void damageToAnyFieldOfAProofIsSeen() throws IOException {
    solvency(
        BOOK,
        "--of",
        "account.debt",
        "--met",
        "account.covered",
        "--row",
        "account=2",
        "--proof",
        folder + "/proof.json");
    ObjectNode whole =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve("proof.json").toFile());
    assertEquals(0, verify("proof.json", "--receipt", folder + "/statement.json").exit());
    assertFalse(whole.toString().contains("\"id\":\"1\""), "no other row is named");
    for (List<String> leaf : Damage.leaves(whole)) {
      ObjectNode damaged = whole.deepCopy();
      Damage.at(damaged, leaf);
      Files.writeString(folder.resolve("damaged.json"), CanonicalJson.text(damaged));
      Said said = verify("damaged.json", "--receipt", folder + "/statement.json");
      assertNotEquals(0, said.exit(), leaf + " " + said.all());
    }
  }

  /** A sibling below zero would hide what is owed to others. */
  @Test
  void aSumBelowZeroIsNoSum() throws IOException {
    solvency(BOOK, "--of", "account.debt", "--row", "account=2", "--proof", folder + "/proof.json");
    ObjectNode proof =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve("proof.json").toFile());
    ((ObjectNode) proof.get("path").get(0)).put("total", "-100");
    Files.writeString(folder.resolve("proof.json"), CanonicalJson.text(proof));
    assertEquals(1, verify("proof.json").exit());
  }

  @Test
  void aStatementIsWorkedOutAgain() throws IOException {
    solvency(BOOK, "--of", "account.debt", "--met", "account.covered", "--reserves", "reserves");
    String[] again = {POLICY, "--snapshot", BOOK, "--secret", folder + "/secret"};
    Said said = verify("statement.json", again);
    assertEquals(0, said.exit(), said.all());
    assertEquals(0, verify("statement.json").exit());
    ObjectNode whole = (ObjectNode) statement();
    for (List<String> leaf : Damage.leaves(whole)) {
      ObjectNode damaged = whole.deepCopy();
      Damage.at(damaged, leaf);
      Files.writeString(folder.resolve("damaged.json"), CanonicalJson.text(damaged));
      Said broken = verify("damaged.json", again);
      assertNotEquals(0, broken.exit(), leaf + " " + broken.all());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "R6714, --of account.dept, Did you mean",
    "R6714, --of reserves, an amount of rows is wanted",
    "R6714, --of account.debt --reserves account.debt, an amount of no row is wanted",
    "R6714, --of account.debt --met account.standing=lat, an outcome",
    "R6716, --of account.share, `account.share` of account 4 is no amount: fault R6001",
    "R6716, --of account.limit, `account.limit` of account 2 is no amount: none",
    "R6718, --of account.debt --row account=2, go together"
  })
  void whatIsMisused(String code, String options, String says) {
    Said said = solvency(BOOK, options.split(" "));
    assertEquals(2, said.exit(), said.all());
    assertTrue(said.all().startsWith(code + ": "), said.all());
    assertTrue(said.all().contains(says), said.all());
  }

  @Test
  void whatIsBelowZeroIsRefusedByRow() throws IOException {
    Path book = Files.createDirectories(folder.resolve("book"));
    Files.writeString(
        book.resolve("account.csv"), "id,held,owed,own_limit\n1,5,5,none\n2,5,-0.25,none\n");
    Said said = solvency(book.toString(), "--of", "account.debt");
    assertEquals(2, said.exit());
    assertTrue(
        said.all().startsWith("R6715: `account.debt` of account 2 is negative: -0.25 USD."),
        said.all());
    assertFalse(Files.exists(folder.resolve("statement.json")));
  }

  @Test
  void aShortSecretIsNone() throws IOException {
    Files.writeString(folder.resolve("secret"), "short");
    assertTrue(solvency(BOOK, "--of", "account.debt").all().startsWith("R6717: "));
  }
}
