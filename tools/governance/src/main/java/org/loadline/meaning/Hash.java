package org.loadline.meaning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash, as 64 lower-case hexadecimal digits. */
public record Hash(String hex) implements Comparable<Hash> {
  private static final int SHORT = 12;

  public Hash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("64 hexadecimal digits are a hash: " + hex);
    }
  }

  /** Of the UTF-8 bytes of a text. */
  static Hash of(String text) {
    byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return new Hash(HexFormat.of().formatHex(digest));
  }

  /** What works such hashes out. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Its first digits: enough to tell hashes apart in a list, not to prove anything. */
  public String brief() {
    return hex.substring(0, SHORT);
  }

  @Override
  public int compareTo(Hash other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
