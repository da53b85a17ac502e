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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.evidence.CanonicalJson;
import org.loadline.evidence.Signed;

/** Receipts of runs, and whether damage to them is seen. */
class ReceiptTest {
  private static final Path FILES = Path.of("src/test/resources/receipt");
  private static final String POLICY = FILES + "/loans.risk";
  private static final String BOOK = FILES + "/book";

  @TempDir private Path folder = Path.of("");

  private String receipt(String policy, String book, String... more) throws IOException {
    Path file = folder.resolve("receipt.json");
    List<String> all =
        new ArrayList<>(List.of("run", policy, "--snapshot", book, "--receipt", file.toString()));
    all.addAll(List.of(more));
    Said said = Said.by(all.toArray(String[]::new));
    assertTrue(said.exit() <= 1, said.all());
    assertTrue(said.all().contains("wrote " + file), said.all());
    return Files.readString(file);
  }

  private Said verify(String... more) {
    List<String> all = new ArrayList<>(List.of("verify", folder + "/receipt.json"));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  private Said again(String... more) {
    List<String> all = new ArrayList<>(List.of(POLICY, "--snapshot", BOOK));
    all.addAll(List.of(more));
    return verify(all.toArray(String[]::new));
  }

  @Test
  void aSmallReceipt() throws IOException {
    String text = receipt(POLICY, BOOK, "--param", "margin=1/3");
    assertEquals(
        Files.readString(FILES.resolve("receipt.json")).strip(),
        text.replace(Version.ofBuild(), "VERSION")
            .replaceAll("\"hash\":\"sha256:[0-9a-f]{64}\"", "\"hash\":\"HASH\"")
            .strip());
    assertEquals(text, CanonicalJson.text(new ObjectMapper().readTree(text)) + "\n");
  }

  @Test
  void anotherRunComesToTheSameWhateverEngineAndThreads() throws IOException {
    String one = receipt(POLICY, BOOK);
    assertEquals(one, receipt(POLICY, BOOK, "--threads", "4"));
    assertEquals(one, receipt(POLICY, BOOK, "--engine", "reference"));
    for (String engine : List.of("truffle", "reference")) {
      Said said = again("--engine", engine);
      assertEquals(0, said.exit(), said.all());
      assertEquals(7, said.out().lines().filter(l -> l.startsWith("holds")).count(), said.out());
    }
  }

  @Test
  void aBookHasOneHashInEveryFormat() throws IOException {
    String csv = receipt(POLICY, BOOK);
    assertEquals(csv, receipt(POLICY, FILES + "/book.json"));
    assertEquals(csv, receipt(POLICY, parquet().toString()));
  }

  /** The book, as a policy reports it that does nothing else. */
  private Path parquet() throws IOException {
    Path copying = folder.resolve("copy.risk");
    Files.writeString(
        copying,
        """
        policy copy
        unit USD
        entity account {
            key id
            h : USD
            o : USD
            l : USD or none
        }
        for each account {
            held = h
            owed = o
            own_limit = l
        }
        report account.held, account.owed, account.own_limit
        """);
    Path from = Files.createDirectories(folder.resolve("from"));
    Files.writeString(
        from.resolve("account.csv"),
        Files.readString(Path.of(BOOK, "account.csv"))
            .replace("id,held,owed,own_limit", "id,h,o,l"));
    Path out = folder.resolve("out");
    Said said =
        Said.by(
            "run",
            copying.toString(),
            "--snapshot",
            from.toString(),
            "--format",
            "parquet",
            "--out",
            out.toString());
    assertEquals(0, said.exit(), said.all());
    Path book = Files.createDirectories(folder.resolve("parquet"));
    Files.copy(out.resolve("account.parquet"), book.resolve("account.parquet"));
    return book;
  }

  @Test
  void orderAndLayoutOfThePolicyAreInNoHash() throws IOException {
    String one = receipt(POLICY, BOOK);
    Path other = folder.resolve("loans.risk");
    Files.writeString(
        other,
        Files.readString(Path.of(POLICY))
            .replace(
                "    held      : USD\n    owed      : USD\n", "    owed : USD\n    held : USD\n")
            .replace("    limit    = own_limit\n", "")
            .replace("    share    =", "    limit = own_limit\n    share    ="));
    assertEquals(one, receipt(other.toString(), BOOK));
  }

  @Test
  void whatWasSelectedIsWhatIsVerified() throws IOException {
    String text = receipt(POLICY, BOOK, "--select", "share");
    assertTrue(text.contains("\"columns\":[\"share\"]"), text);
    assertFalse(text.contains("reserves"), text);
    assertEquals(0, again().exit(), again().all());
  }

  @Test
  void withoutPolicyAndBookItIsSaidWhatIsNotChecked() throws IOException {
    receipt(POLICY, BOOK);
    Said said = verify();
    assertEquals(0, said.exit());
    assertEquals(
        """
        not checked  signature: it is not signed
        holds        form: its hashes fit each other
        not checked  run: name the policy and the snapshot that it is of, to run them again
        """,
        said.out());
  }

  // ---- What differs is named

  @Test
  void aParamIsPartOfIt() throws IOException {
    receipt(POLICY, BOOK, "--param", "margin=1/3");
    Said asWritten = again();
    assertEquals(1, asWritten.exit());
    assertTrue(
        asWritten
            .out()
            .contains(
                "broken       params: margin=\"1/3\" by the receipt, and here all as written"),
        asWritten.out());
    assertEquals(0, again("--param", "margin=1/3").exit());
  }

  @Test
  void theEntityWhoseRowsDifferIsNamed() throws IOException {
    receipt(POLICY, BOOK);
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("account.csv"),
        Files.readString(Path.of(BOOK, "account.csv")).replace("5,90,30", "5,90,30.000001"));
    Said said = verify(POLICY, "--snapshot", other.toString());
    assertEquals(1, said.exit());
    assertTrue(said.out().contains("broken       snapshot of account: 5 rows"), said.out());
    assertTrue(said.out().contains("broken       results of account: 5 rows"), said.out());
    assertTrue(said.out().contains("holds        policy: loans"), said.out());
  }

  @Test
  void anotherPolicyIsNotTheOne() throws IOException {
    receipt(POLICY, BOOK);
    Path other = folder.resolve("loans.risk");
    Files.writeString(
        other, Files.readString(Path.of(POLICY)).replace("held >= required", "held > required"));
    Said said = verify(other.toString(), "--snapshot", BOOK);
    assertEquals(1, said.exit());
    assertTrue(said.out().contains("broken       policy: loans sha256:"), said.out());
    assertTrue(said.out().contains("holds        snapshot of account"), said.out());
    assertTrue(said.out().contains("broken       results of account"), said.out());
  }

  @Test
  void damageToAnyFieldOfASignedReceiptIsSeen() throws IOException {
    Said.by("keys", "--out", folder.resolve("keys").toString());
    String key = folder.resolve("keys/private.pem").toString();
    String text = receipt(POLICY, BOOK, "--key", key);
    assertEquals(text, receipt(POLICY, BOOK, "--key", key), "the same bytes");
    String open = folder.resolve("keys/public.pem").toString();
    assertEquals(0, again("--key", open).exit());
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(text);
    for (List<String> leaf : Damage.leaves(whole)) {
      ObjectNode damaged = whole.deepCopy();
      Damage.at(damaged, leaf);
      assertNotEquals(whole, damaged);
      Files.writeString(folder.resolve("receipt.json"), CanonicalJson.text(damaged));
      Said said = verify("--key", open);
      assertEquals(leaf.equals(List.of("kind")) ? 2 : 1, said.exit(), leaf + " " + said.all());
    }
    Files.writeString(
        folder.resolve("receipt.json"), CanonicalJson.text(whole.without(List.of("signature"))));
    assertEquals(1, verify("--key", open).exit(), "a signature that was taken away");
  }

  /** Whoever holds the key can sign anything; what comes out is another thing. */
  @Test
  void damageThatIsSignedIsSeenWhenItIsRunAgain() throws IOException {
    Said.by("keys", "--out", folder.resolve("keys").toString());
    var keys = KeyFiles.pair(folder.resolve("keys/private.pem"));
    ObjectNode whole =
        (ObjectNode) new ObjectMapper().readTree(receipt(POLICY, BOOK, "--param", "margin=20%"));
    for (List<String> leaf : Damage.leaves(whole)) {
      ObjectNode forged = whole.deepCopy();
      Damage.at(forged, leaf);
      Files.writeString(
          folder.resolve("receipt.json"), CanonicalJson.text(Signed.sign(forged, keys)));
      Said said = again("--param", "margin=20%", "--engine", "reference");
      assertNotEquals(0, said.exit(), leaf + " " + said.all());
    }
  }

  @Test
  void whatIsPutInOrTakenOutIsSeen() throws IOException {
    JsonNode whole = new ObjectMapper().readTree(receipt(POLICY, BOOK));
    List<String> names = new ArrayList<>();
    whole.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      ObjectNode damaged = whole.deepCopy();
      damaged.remove(name);
      Files.writeString(folder.resolve("receipt.json"), CanonicalJson.text(damaged));
      assertNotEquals(0, verify().exit(), name);
    }
    ObjectNode more = whole.deepCopy();
    more.put("note", "all is well");
    Files.writeString(folder.resolve("receipt.json"), CanonicalJson.text(more));
    assertEquals(1, verify().exit());
  }

  // ---- One row

  private Path proof(String... more) {
    Path file = folder.resolve("proof.json");
    List<String> all =
        new ArrayList<>(List.of("--receipt", folder + "/receipt.json", "--out", file.toString()));
    all.addAll(List.of(more));
    Said said = prove(all);
    assertEquals(0, said.exit(), said.all());
    return file;
  }

  private static Said prove(List<String> options) {
    List<String> all =
        new ArrayList<>(List.of("prove", POLICY, "--snapshot", BOOK, "--engine", "reference"));
    all.addAll(options);
    return Said.by(all.toArray(String[]::new));
  }

  private Said check(Path proof, String... more) {
    List<String> all = new ArrayList<>(List.of("verify", proof.toString()));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  @Test
  void aSmallProof() throws IOException {
    receipt(POLICY, BOOK);
    Path file = proof("--row", "account=3");
    assertEquals(
        Files.readString(FILES.resolve("proof.json")).strip(), Files.readString(file).strip());
    Said said = check(file, "--receipt", folder + "/receipt.json");
    assertEquals(0, said.exit(), said.all());
    assertTrue(said.out().contains("\"share\":\"1/3\""), said.out());
    assertTrue(said.out().contains("holds        receipt: it has that root for account"));
    Said unknown = check(file);
    assertEquals(0, unknown.exit());
    assertTrue(unknown.out().contains("not checked  receipt"), unknown.out());
  }

  @Test
  void everyRowAndWhatIsOfNoRowAreProven() throws IOException {
    receipt(POLICY, BOOK);
    for (int row = 1; row <= 5; row++) {
      Said said = check(proof("--row", "account=" + row), "--receipt", folder + "/receipt.json");
      assertEquals(0, said.exit(), said.all());
    }
    Path whole = proof();
    Said said = check(whole, "--receipt", folder + "/receipt.json");
    assertTrue(said.out().contains("\"gap\":\"-283\""), said.out());
    String root = new ObjectMapper().readTree(whole.toFile()).get("root").asText();
    assertEquals(0, check(whole, "--root", root).exit());
    assertEquals(1, check(whole, "--root", root.replace(root.charAt(9), 'x')).exit());
  }

  @Test
  void damageToAnyFieldOfAProofIsSeen() throws IOException {
    receipt(POLICY, BOOK);
    ObjectNode whole =
        (ObjectNode) new ObjectMapper().readTree(proof("--row", "account=2").toFile());
    for (List<String> leaf : Damage.leaves(whole)) {
      ObjectNode damaged = whole.deepCopy();
      Damage.at(damaged, leaf);
      Path file = folder.resolve("damaged.json");
      Files.writeString(file, CanonicalJson.text(damaged));
      Said said = check(file, "--receipt", folder + "/receipt.json");
      assertNotEquals(0, said.exit(), leaf + " " + said.all());
    }
  }

  @Test
  void aProofNeedsTheReceiptOfThatRun() throws IOException {
    receipt(POLICY, BOOK, "--param", "margin=1/3");
    List<String> options =
        List.of(
            "--row",
            "account=1",
            "--receipt",
            folder + "/receipt.json",
            "--out",
            folder + "/proof.json");
    Said said = prove(options);
    assertTrue(said.all().startsWith("R6712: "), said.all());
    assertFalse(Files.exists(folder.resolve("proof.json")));
    receipt(POLICY, BOOK, "--select", "reserves");
    assertTrue(prove(options).all().startsWith("R6713: "), prove(options).all());
  }

  @ParameterizedTest
  @CsvSource({
    "R6710, --key no.pem",
    "R6711, --receipt r.json --state s.json",
    "R7207, --receipt no/such/folder/r.json"
  })
  void whatIsMisused(String code, String options) {
    List<String> all = new ArrayList<>(List.of("run", POLICY, "--snapshot", BOOK));
    all.addAll(List.of(options.split(" ")));
    Said said = Said.by(all.toArray(String[]::new));
    assertEquals(2, said.exit(), said.all());
    assertTrue(said.all().contains(code + ": "), said.all());
  }
}
