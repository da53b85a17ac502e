package org.loadline.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as documents write it: {@code sha256:} and 64 hexadecimal digits. */
public final class Digest {
  private static final String PREFIX = "sha256:";

  private Digest() {}

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String of(byte[] bytes) {
    try {
      return ofHex(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** A hash that is known by its digits. */
  public static String ofHex(String digits) {
    return PREFIX + digits;
  }
}
