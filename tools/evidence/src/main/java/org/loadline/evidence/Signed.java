package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signatures in documents of any kind.
 *
 * <p>A document holds its own signature: {@code {"algorithm", "key", "value"}}, with the public key
 * that it is to be checked by. What is signed is the canonical document with all of that but the
 * value, so nothing in it can be exchanged.
 */
public final class Signed {
  private static final String SIGNATURE = "signature";
  private static final Set<String> PARTS = Set.of("algorithm", "key", "value");

  private Signed() {}

  /** The document with a signature; one that it has is replaced. */
  public static ObjectNode sign(ObjectNode document, KeyPair keys) {
    ObjectNode signed = document.deepCopy();
    ObjectNode signature = signed.putObject(SIGNATURE);
    signature.put("algorithm", SigningKeys.ALGORITHM);
    signature.put("key", SigningKeys.encoded(keys.getPublic()));
    String value = SigningKeys.sign(CanonicalJson.bytes(signed), keys.getPrivate());
    signature.put("value", value);
    return signed;
  }

  /** Whether a document is signed, and by the key that is expected if one is. */
  public static Check check(ObjectNode document, Optional<PublicKey> expected) {
    JsonNode signature = document.get(SIGNATURE);
    if (signature == null) {
      return new Check("signature", Check.Finding.BROKEN, "it is not signed");
    }
    Set<String> names = new TreeSet<>();
    signature.fieldNames().forEachRemaining(names::add);
    if (!names.equals(PARTS)
        || !signature.get("algorithm").asText().equals(SigningKeys.ALGORITHM)) {
      return new Check("signature", Check.Finding.BROKEN, "it is no Ed25519 signature");
    }
    Optional<PublicKey> key = SigningKeys.decoded(signature.get("key").asText());
    if (key.isEmpty()) {
      return new Check("signature", Check.Finding.BROKEN, "its key is no Ed25519 key");
    }
    ObjectNode unsigned = document.deepCopy();
    ((ObjectNode) unsigned.get(SIGNATURE)).remove("value");
    if (!SigningKeys.verify(
        CanonicalJson.bytes(unsigned), signature.get("value").asText(), key.get())) {
      return new Check(
          "signature",
          Check.Finding.BROKEN,
          "it is not one of this document: something in it was changed");
    }
    String name = Digest.of(key.get().getEncoded());
    if (expected.isEmpty()) {
      return new Check(
          "signature",
          Check.Finding.UNCHECKED,
          "made with key " + name + ", of which nothing is known: name its file with `--key`");
    }
    return expected.get().equals(key.get())
        ? new Check("signature", Check.Finding.HOLDS, "made with key " + name)
        : new Check(
            "signature", Check.Finding.BROKEN, "made with another key than that given, " + name);
  }
}
