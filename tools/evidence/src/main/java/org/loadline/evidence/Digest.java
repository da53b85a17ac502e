package org.loadline.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.loadline.meaning.Hash;

/** SHA-256 as documents write it: {@code sha256:} and 64 hexadecimal digits. */
public final class Digest {
  private static final String PREFIX = "sha256:";
  private static final Pattern WRITTEN = Pattern.compile(PREFIX + "[0-9a-f]{64}");

  private Digest() {}

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String of(byte[] bytes) {
    return written(sha256().digest(bytes));
  }

  /** A hash that is known by its digits. */
  public static String ofHex(String digits) {
    return PREFIX + digits;
  }

  static MessageDigest sha256() {
    return Hash.sha256();
  }

  /** A hash that is known by its bytes. */
  static String written(byte[] hash) {
    return ofHex(HexFormat.of().formatHex(hash));
  }

  /** The bytes of a hash that is written; empty if it is none. */
  static Optional<byte[]> read(String text) {
    return WRITTEN.matcher(text).matches()
        ? Optional.of(HexFormat.of().parseHex(text.substring(PREFIX.length())))
        : Optional.empty();
  }
}
