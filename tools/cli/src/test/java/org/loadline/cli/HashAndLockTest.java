package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hashes of a policy and its library, and the lock that pins the library. */
class HashAndLockTest {
  private static final String LIBRARY =
      """
      library lines

      /// What is taken.
      param fee = 1% within 0% .. 5%

      function charged(amount) {
          most   = amount * fee
          result = max(0, most)
      }
      """;

  private static final String POLICY =
      """
      policy limits

      import lines

      unit USD
      entity account { key id
                       cash : USD }

      for each account { due = charged(cash) }

      report account.due
      """;

  private static final String POLICY_HASH =
      "d842d9313a684b1f1a358c8b422f49357cbedcbbc2b454616c5a49d87a4a8b50";

  @TempDir private Path folder;
  private Path policy = Path.of("");
  private Path library = Path.of("");
  private Path lock = Path.of("");

  @BeforeEach
  void files() throws IOException {
    policy = Files.writeString(folder.resolve("limits.risk"), POLICY);
    library = Files.writeString(folder.resolve("lines.risk"), LIBRARY);
    lock = folder.resolve("limits.lock");
  }

  private Said said(String command) {
    Said said =
        Said.by(
            Stream.of(command.split(" "))
                .map(w -> w.replace("@", folder + "/"))
                .toArray(String[]::new));
    return new Said(said.exit(), plain(said.out()), plain(said.all()));
  }

  private String plain(String text) {
    return text.replace(folder + "/", "");
  }

  private void rewrite(Path file, String old, String now) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(old), old);
    Files.writeString(file, text.replace(old, now));
  }

  // ---- hash

  @Test
  void aHashStaysTheSameFromVersionToVersion() {
    assertEquals(POLICY_HASH + "  limits.risk\n", said("hash @limits.risk").out());
  }

  @Test
  void aHashIsThatOfTheMeaning() throws IOException {
    String before = said("hash @limits.risk").out();
    rewrite(library, "/// What is taken.", "// Nothing.\n");
    rewrite(library, "amount", "what_is_owed");
    rewrite(library, "1%", "0.01");
    assertEquals(before, said("hash @limits.risk").out());
    assertEquals(0, said("hash @limits.risk --against " + before.substring(0, 64)).exit());
    rewrite(library, "0.01", "0.011");
    assertFalse(before.equals(said("hash @limits.risk").out()));
    Said other = said("hash @limits.risk --against " + before.substring(0, 12));
    assertEquals(1, other.exit());
    assertTrue(other.out().endsWith("  another meaning than " + before.substring(0, 12) + "\n"));
  }

  @Test
  void aTreeHasALineForEachDefinition() {
    List<String> lines = said("hash @limits.risk --tree").out().lines().toList();
    assertEquals(
        List.of(
            "limits.risk  entity account",
            "lines.risk   param fee",
            "limits.risk  fact account.due",
            "lines.risk   function charged.most",
            "lines.risk   function charged.result",
            "limits.risk  report account.due"),
        lines.stream().skip(1).map(l -> l.substring(30)).toList());
    assertTrue(lines.get(1).matches("  [0-9a-f]{12}  [0-9a-f]{12}  limits.risk  entity account"));
    String forms = said("hash @limits.risk --tree --verbose").out();
    assertTrue(
        forms.contains("\n    (param \"fee\" (value (number) (number 0.01) (within 0 0.05)))\n"));
  }

  @Test
  void againstAnotherPolicyItNamesWhatDiffers() throws IOException {
    Files.createDirectory(folder.resolve("old"));
    Files.copy(policy, folder.resolve("old/limits.risk"));
    Files.copy(library, folder.resolve("old/lines.risk"));
    rewrite(library, "1%", "2%");
    rewrite(policy, "report account.due", "report account.due, account.cash");
    Said said = said("hash @limits.risk --against @old/limits.risk");
    assertEquals(1, said.exit());
    List<String> lines = said.out().lines().skip(1).toList();
    assertEquals(
        List.of(
            "~ param fee",
            "+ fact account.cash",
            "+ report account.cash",
            "+ report all, in order",
            "another meaning: 4 definitions differ, 4 more read them"),
        lines.stream()
            .map(l -> l.replaceAll("[0-9a-f]{12}| (?= )|^ +", "").strip().replaceAll(" +", " "))
            .toList());
    assertEquals(0, said("hash @limits.risk --against @limits.risk").exit());
  }

  @Test
  void jsonHoldsEveryDefinitionInFull() throws IOException {
    JsonNode json = new ObjectMapper().readTree(said("hash @limits.risk @lines.risk --json").out());
    assertEquals(2, json.size());
    assertEquals(POLICY_HASH, json.get(0).get("hash").asText());
    JsonNode due = json.get(0).get("definitions").get(2);
    assertEquals("account.due", due.get("name").asText());
    assertEquals(64, due.get("deep").asText().length());
    assertEquals("function charged.result", due.get("reads").get(1).asText());
  }

  @Test
  void whatIsNeitherPolicyNorHashIsMisuse() {
    Said said = said("hash @limits.risk --against 12345");
    assertEquals(2, said.exit());
    assertTrue(said.all().startsWith("R6616: `12345` is neither a policy nor a hash."), said.all());
    assertEquals(2, said("hash @nowhere.risk").exit());
    assertEquals(2, said("hash").exit());
  }

  // ---- lock

  @Test
  void aLockPinsTheLibraryAsItsHashSays() throws IOException {
    Said said = said("lock @limits.risk");
    assertEquals(0, said.exit());
    String hash = said("hash @lines.risk").out().substring(0, 64);
    assertEquals(
        "  " + hash.substring(0, 12) + "  import lines\nlimits.lock: 1 module locked\n",
        said.out());
    List<String> lines = Files.readAllLines(lock);
    assertEquals("loadline lock 1", lines.getFirst());
    assertEquals("import lines " + hash, lines.get(3));
    assertEquals(
        List.of("function charged", "its header", "param fee"),
        lines.stream().skip(4).map(l -> l.substring(15)).toList());
    assertEquals(0, said("lock @limits.risk --check").exit());
    assertEquals(0, said("check @limits.risk").exit());
  }

  @Test
  void aModuleThatSaysSomethingElseIsRefused() throws IOException {
    said("lock @limits.risk");
    rewrite(library, "1%", "2%");
    for (String command : List.of("check @limits.risk", "test @limits.risk")) {
      Said said = said(command);
      assertEquals(3, said.exit(), command);
      assertTrue(
          said.all()
              .startsWith("R6610: `import lines` is not what is locked: `param fee` differs."),
          said.all());
      assertTrue(said.all().contains("\nlimits.lock:4:1\n"), said.all());
    }
    assertEquals(1, said("lock @limits.risk --check").exit());
    assertEquals(0, said("hash @limits.risk").exit());
    Said again = said("lock @limits.risk");
    assertTrue(again.out().contains("import lines, was "), again.out());
    assertTrue(again.out().contains(": `param fee` differs\n"), again.out());
    assertEquals(0, said("check @limits.risk").exit());
  }

  @Test
  void commentsLayoutAndOrderAreNoDrift() throws IOException {
    said("lock @limits.risk");
    rewrite(library, "/// What is taken.", "// Nothing.\n");
    rewrite(library, "amount * fee", "amount*fee   // part of it");
    assertEquals(0, said("check @limits.risk").exit());
  }

  @Test
  void whatIsImportedSinceIsRefusedAndWhatIsNotReadAnyMoreToo() throws IOException {
    said("lock @limits.risk");
    Files.writeString(folder.resolve("more.risk"), "library more\n\nparam floor = 1\n");
    rewrite(policy, "import lines\n", "import lines\nimport more\n");
    Said more = said("check @limits.risk");
    assertEquals(3, more.exit());
    assertTrue(
        more.all().contains("R6611: `import more` is not in the lock, `limits.lock`."), more.all());
    said("lock @limits.risk");
    rewrite(policy, "import lines\nimport more\n", "import lines\n");
    Said less = said("check @limits.risk");
    assertTrue(
        less.all().contains("R6612: `import more` is locked, and the policy does not"), less.all());
  }

  @Test
  void aDamagedLockIsAnError() throws IOException {
    said("lock @limits.risk");
    String text = Files.readString(lock);
    for (String damaged :
        List.of(
            text.replace("loadline lock 1", "loadline lock 9"),
            text.replace("import lines", "inport lines"),
            text.replaceFirst("import lines [0-9a-f]", "import lines "),
            text + text.lines().filter(l -> l.startsWith("import")).findFirst().orElseThrow(),
            "",
            "<<<<<<< ours\n" + text)) {
      Files.writeString(lock, damaged);
      Said said = said("check @limits.risk");
      assertEquals(3, said.exit(), damaged);
      assertTrue(said.all().contains("R6613: This line of a lock cannot be read: "), said.all());
    }
    Files.writeString(lock, "# Read by two of us.\n" + text);
    assertEquals(0, said("check @limits.risk").exit());
  }

  @Test
  void aBaseIsPinnedAsAnImportIs() throws IOException {
    Files.writeString(
        folder.resolve("strict.risk"),
        """
        policy strict refines limits

        for each account { replace due = charged(cash) * 3 }
        """);
    assertEquals(0, said("lock @strict.risk").exit(), said("lock @strict.risk").all());
    assertTrue(Files.readString(folder.resolve("strict.lock")).contains("\nrefines limits "));
    rewrite(policy, "charged(cash)", "charged(cash) * 2");
    Said said = said("check @strict.risk");
    assertTrue(
        said.all()
            .contains("R6610: `refines limits` is not what is locked: `for each account` differs."),
        said.all());
  }

  @Test
  void withoutALockThereIsNothingToCheck() throws IOException {
    Said said = said("lock @limits.risk --check");
    assertEquals(1, said.exit());
    assertTrue(said.all().startsWith("R6614: There is no lock at `limits.lock`."), said.all());
    Files.createDirectories(lock.resolve("in the way"));
    assertTrue(
        said("lock @limits.risk").all().startsWith("R6615: `limits.lock` cannot be written"));
  }
}
