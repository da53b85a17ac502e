package org.loadline.benchmarks.margin;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a run gave, account by account, and its totals in USD.
 *
 * @param status the place in {@link #STATUSES}
 * @param health in units of 0.000001, or {@link #NO_HEALTH}
 */
public record Answers(
    byte[] status, long[] health, BigDecimal equity, BigDecimal initial, BigDecimal maintenance) {
  static final List<String> STATUSES = List.of("healthy", "restricted", "liquidatable", "bankrupt");

  static final byte HEALTHY = 0;
  static final byte RESTRICTED = 1;
  static final byte LIQUIDATABLE = 2;
  static final byte BANKRUPT = 3;

  static final long NO_HEALTH = Long.MIN_VALUE;
  static final int HEALTH_PLACES = 6;

  /** {@return the digest of one line per account: {@code account,status,health}} */
  String sha256() {
    MessageDigest digest = digest();
    for (int account = 0; account < status.length; account++) {
      String shown =
          health[account] == NO_HEALTH
              ? "none"
              : BigDecimal.valueOf(health[account], HEALTH_PLACES).toPlainString();
      String line = account + "," + STATUSES.get(status[account]) + "," + shown + "\n";
      digest.update(line.getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** All of it in a form that can be compared. */
  public record Sums(String sha256, List<BigDecimal> totals) {}

  /** {@return the digest, and the totals without the zeros that a scale adds} */
  public Sums sums() {
    return new Sums(
        sha256(),
        List.of(
            equity.stripTrailingZeros(),
            initial.stripTrailingZeros(),
            maintenance.stripTrailingZeros()));
  }

  /** {@return how many accounts have another status than in {@code other}} */
  int otherStatuses(Answers other) {
    int count = 0;
    for (int account = 0; account < status.length; account++) {
      count += status[account] == other.status[account] ? 0 : 1;
    }
    return count;
  }

  /** {@return how many accounts have another health than in {@code other}} */
  int otherHealths(Answers other) {
    int count = 0;
    for (int account = 0; account < health.length; account++) {
      count += health[account] == other.health[account] ? 0 : 1;
    }
    return count;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
