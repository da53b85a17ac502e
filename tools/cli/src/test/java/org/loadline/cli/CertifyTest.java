package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.evidence.CanonicalJson;
import org.loadline.evidence.Signed;

/** Certificates from the command line, and whether damage to them is seen. */
class CertifyTest {
  private static final Path MANDATE = Path.of("src/test/resources/mandate");
  private static final String OLD = MANDATE + "/old/margin.risk";
  private static final String INSIDE = MANDATE + "/inside/margin.risk";
  private static final String OUTSIDE = MANDATE + "/outside/margin.risk";
  private static final String ENVELOPE = MANDATE + "/q4.risk";
  private static final String HISTORY = MANDATE + "/history.json";

  @TempDir private Path folder = Path.of("");

  private Said certify(String policy, String... more) {
    List<String> all =
        new ArrayList<>(List.of("certify", policy, "--against", ENVELOPE, "--old", OLD));
    all.addAll(List.of(more));
    return Said.by(all.toArray(String[]::new));
  }

  private Said inFull(String policy, String... more) {
    List<String> all = new ArrayList<>(List.of("--at", "2026-11-20", "--history", HISTORY));
    all.addAll(List.of(more));
    return certify(policy, all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"inside,0", "outside,1"})
  void saysClauseByClauseWhereAPolicyStands(String policy, int exit) throws IOException {
    Said said = inFull(MANDATE + "/" + policy + "/margin.risk");
    String hashes = said.all().replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    assertEquals(Files.readString(MANDATE.resolve(policy + ".txt")), hashes);
    assertEquals(exit, said.exit());
  }

  @Test
  void whatCouldNotBeCheckedIsNotShown() {
    Said noHistory = certify(INSIDE, "--at", "2026-11-20");
    assertEquals(1, noHistory.exit());
    assertTrue(noHistory.out().startsWith("margin is not shown to be inside"), noHistory.out());
    assertTrue(noHistory.out().contains("`once in 3 days` not checked: no history"));
    Said noOld = Said.by("certify", INSIDE, "--against", ENVELOPE, "--at", "2026-11-20");
    assertEquals(1, noOld.exit());
    assertTrue(noOld.out().contains("no old policy"), noOld.out());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T23:59:59Z, outside",
    "2026-10-01T00:00Z,    inside",
    "2026-12-31T23:59Z,    inside",
    "2027-01-01,           outside"
  })
  void anEnvelopeHoldsFromItsFirstDayToTheEndOfItsLast(String at, String finding)
      throws IOException {
    Said said = certify(INSIDE, "--at", at, "--json");
    JsonNode validity = new ObjectMapper().readTree(said.out()).get("clauses").get(0);
    assertEquals(finding, validity.get("finding").asText());
  }

  @Test
  void clocksAreReadFromWhatIsSaid() {
    assertEquals(
        1,
        certify(OLD, "--at", "2026-11-20", "--changed-at", "dust=2026-11-21").exit() == 2 ? 1 : 0);
    Said early =
        certify(INSIDE, "--at", "2026-11-20", "--changed-at", "liquidation_fee=2026-11-18");
    assertTrue(early.out().contains("last changed 2 days ago: `once in 3 days` is broken"));
    Said due = certify(INSIDE, "--at", "2026-11-20", "--changed-at", "liquidation_fee=2026-11-17");
    assertFalse(due.out().contains("is broken"), due.out());
  }

  @Test
  void aWindowRemembersTheHistory() {
    Said said = certify(INSIDE, "--at", "2026-10-20", "--history", HISTORY);
    assertEquals(2, said.exit(), "the history speaks of what comes later");
    Said within = inFull(INSIDE, "--changed-at", "tiers.maintenance[t2]=2026-11-19");
    assertTrue(within.out().contains("does not say from what it was changed"), within.out());
  }

  // ---- Keys and signatures

  private Path certificate() {
    Path file = folder.resolve("certificate.json");
    Path keys = folder.resolve("keys");
    Said said = inFull(INSIDE, "--make-key", keys.toString(), "--out", file.toString());
    assertEquals(0, said.exit(), said.all());
    return file;
  }

  private Said verify(Path document) {
    return Said.by(
        "verify",
        document.toString(),
        "--key",
        folder.resolve("keys/public.pem").toString(),
        INSIDE,
        "--old",
        OLD,
        "--against",
        ENVELOPE);
  }

  @Test
  void whatWasCertifiedIsVerified() throws IOException {
    Path file = certificate();
    Said said = verify(file);
    assertEquals(0, said.exit(), said.all());
    assertEquals(6, said.out().lines().filter(l -> l.startsWith("holds")).count());
    String text = Files.readString(file);
    assertEquals(
        text, CanonicalJson.text(new ObjectMapper().readTree(text)) + "\n", "it is canonical");
    assertEquals(0, Said.by("verify", file.toString()).exit());
    assertTrue(Said.by("verify", file.toString(), "--json").out().contains("\"not checked\""));
  }

  @Test
  void thePrivateKeyIsItsOwnersAlone() throws IOException {
    certificate();
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("keys/private.pem"))));
    assertEquals(2, Said.by("keys", "--out", folder.resolve("keys").toString()).exit());
    assertTrue(
        Files.readString(folder.resolve("keys/public.pem"))
            .startsWith("-----BEGIN PUBLIC KEY-----\n"));
  }

  @Test
  void twoSignaturesByOneKeyAreTheSameBytes() throws IOException {
    Path first = certificate();
    Path second = folder.resolve("again.json");
    inFull(
        INSIDE, "--key", folder.resolve("keys/private.pem").toString(), "--out", second.toString());
    assertEquals(Files.readString(first), Files.readString(second));
  }

  @Test
  void damageToAnyFieldIsSeen() throws IOException {
    Path file = certificate();
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    List<List<String>> leaves = Damage.leaves(whole);
    assertTrue(leaves.size() > 50, leaves.toString());
    for (List<String> leaf : leaves) {
      ObjectNode damaged = whole.deepCopy();
      Damage.at(damaged, leaf);
      assertNotEquals(whole, damaged);
      Path other = folder.resolve("damaged.json");
      Files.writeString(other, CanonicalJson.text(damaged));
      Said said = Said.by("verify", other.toString());
      assertNotEquals(0, said.exit(), leaf + " " + said.all());
      assertEquals(leaf.equals(List.of("kind")) ? 2 : 1, said.exit(), leaf + " " + said.all());
    }
  }

  @Test
  void whatIsTakenOutOrPutInIsSeen() throws IOException {
    Path file = certificate();
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    List<ObjectNode> damaged = new ArrayList<>();
    whole
        .fieldNames()
        .forEachRemaining(name -> damaged.add(whole.deepCopy().without(List.of(name))));
    damaged.add(whole.deepCopy().put("note", "all is well"));
    ObjectNode shorter = whole.deepCopy();
    ((ArrayNode) shorter.get("clauses")).remove(0);
    damaged.add(shorter);
    for (ObjectNode one : damaged) {
      Path other = folder.resolve("damaged.json");
      Files.writeString(other, CanonicalJson.text(one));
      assertNotEquals(0, Said.by("verify", other.toString()).exit(), one.toString());
    }
  }

  /** Whoever holds the key can sign anything; the clauses come out as they are all the same. */
  @Test
  void whatIsSignedButNotTrueIsSeenWhenItIsWorkedOutAgain() throws IOException {
    Path file = certificate();
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    var keys = KeyFiles.pair(folder.resolve("keys/private.pem"));
    for (List<String> leaf : Damage.leaves(whole)) {
      // The signature is made anew, and the rest of the history is not of what was changed.
      if (leaf.getFirst().equals("signature") || leaf.getFirst().equals("history")) {
        continue;
      }
      ObjectNode forged = whole.deepCopy();
      Damage.at(forged, leaf);
      Path other = folder.resolve("forged.json");
      Files.writeString(other, CanonicalJson.text(Signed.sign(forged, keys)));
      Said said = verify(other);
      assertNotEquals(0, said.exit(), leaf + " " + said.all());
    }
  }

  @Test
  void aCertificateOfSomethingElseIsNotOfThis() {
    Path file = certificate();
    Said other = Said.by("verify", file.toString(), OUTSIDE);
    assertEquals(1, other.exit());
    assertTrue(other.out().contains("broken       policy: it is of margin sha256:"), other.out());
    Said envelope =
        Said.by("verify", file.toString(), INSIDE, "--old", OUTSIDE, "--against", ENVELOPE);
    assertTrue(envelope.out().contains("broken       old policy: "), envelope.out());
  }

  @Test
  void anotherKeyIsNotTheOneThatIsTrusted() {
    Path file = certificate();
    Said.by("keys", "--out", folder.resolve("others").toString());
    Said said =
        Said.by("verify", file.toString(), "--key", folder.resolve("others/public.pem").toString());
    assertEquals(1, said.exit());
    assertTrue(said.out().contains("made with another key than that given"), said.out());
  }

  @Test
  void layoutAndCommentsAreInNoHash() throws IOException {
    Path policy = folder.resolve("margin.risk");
    Files.writeString(
        policy,
        "// laid out anew\n" + Files.readString(Path.of(INSIDE)).replace("| t1 |", "|  t1  |"));
    Path envelope = folder.resolve("e.risk");
    Files.writeString(
        envelope,
        Files.readString(Path.of(ENVELOPE)).replace("1% .. 2%", "1% ..  2%   // as before"));
    Said said =
        Said.by(
            "verify",
            certificate().toString(),
            policy.toString(),
            "--old",
            OLD,
            "--against",
            envelope.toString());
    assertEquals(0, said.exit(), said.all());
    Files.writeString(
        envelope, Files.readString(Path.of(ENVELOPE)).replace("1% .. 2%", "1% .. 3%"));
    assertEquals(
        1,
        Said.by("verify", certificateThere().toString(), "--against", envelope.toString()).exit());
  }

  private Path certificateThere() {
    return folder.resolve("certificate.json");
  }

  // ---- Misuse

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "R6680; --at yesterday",
        "R6681; --at 2026-11-20 --history FOLDER/no.json",
        "R6682; --at 2026-11-20 --changed-at dust=2026-11-21",
        "R6683; --at 2026-11-20 --changed-at duts=2026-11-19",
        "R6684; --at 2026-11-20 --history FOLDER/value.json",
        "R6685; --at 2026-11-20 --changed-at dust",
        "R6686; --changed-at dust=2026-11-20",
        "R6687; --at 2026-11-20 --key FOLDER/no.json",
        "R6690; --at 2026-11-20 --history FOLDER",
        "R7001; --at 2026-11-20 --history FOLDER/nothing.json",
      })
  void whatIsMisused(String code, String options) throws IOException {
    Files.writeString(folder.resolve("no.json"), "{}");
    Files.writeString(
        folder.resolve("value.json"),
        "[{\"name\": \"dust\", \"at\": \"2026-11-01\", \"from\": \"5 EUR\"}]");
    Said said = certify(INSIDE, options.replace("FOLDER", folder.toString()).split(" "));
    assertEquals(2, said.exit(), said.all());
    assertTrue(said.all().startsWith(code + ": "), said.all());
  }

  @Test
  void aPrivateKeyNeedsItsOwnPublicKey() throws IOException {
    certificate();
    Said.by("keys", "--out", folder.resolve("others").toString());
    Files.copy(
        folder.resolve("others/public.pem"),
        folder.resolve("keys/public.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Said said = inFull(INSIDE, "--key", folder.resolve("keys/private.pem").toString());
    assertTrue(said.all().startsWith("R6689: "), said.all());
  }

  @Test
  void anEnvelopeIsAFileOfItsOwn() {
    Said said = Said.by("certify", INSIDE, "--against", OLD);
    assertEquals(3, said.exit());
    assertTrue(said.all().startsWith("R3920: "), said.all());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{}", "{\"kind\": \"certificate\"} {}", "{\"kind\": \"deed\"}"})
  void whatIsNoDocumentIsNotVerified(String text) throws IOException {
    Path file = folder.resolve("d.json");
    Files.writeString(file, text);
    Said said = Said.by("verify", file.toString());
    assertEquals(2, said.exit());
    assertTrue(said.all().startsWith(text.contains("deed") ? "R6701: " : "R6700: "), said.all());
  }
}
