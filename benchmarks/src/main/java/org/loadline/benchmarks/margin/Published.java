package org.loadline.benchmarks.margin;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.loadline.benchmarks.race.Verdict;

/** The published answers of a size: totals in USD, and the digest of every status and health. */
public record Published(
    int accounts, BigDecimal equity, BigDecimal initial, BigDecimal maintenance, String sha256) {
  private static final List<Published> ALL =
      List.of(
          new Published(
              1_000,
              new BigDecimal("157505989.389979101190400000"),
              new BigDecimal("149147800.349725929615550650"),
              new BigDecimal("71941040.042405096601797575"),
              "a0a5f4ef8eb0efe3c4a7a382d1935eef379ab714d1b4a82e424ee7693c0c448c"),
          new Published(
              10_000,
              new BigDecimal("1622346378.271998955972080000"),
              new BigDecimal("1457141917.965258538829376650"),
              new BigDecimal("704386703.933655993971824725"),
              "9c34ca29337027dd212c2ce24381d0090bf146421052ef9e64a9dde4c8c996c2"),
          new Published(
              100_000,
              new BigDecimal("16029750450.075293958911740000"),
              new BigDecimal("14435209761.819456421479243670"),
              new BigDecimal("6978018971.259625093630518225"),
              "252ae703609ac045cb41015f6e908c97c8c594f4eeddad08b209faaf7882f6eb"));

  public static Optional<Published> of(int accounts) {
    return ALL.stream().filter(published -> published.accounts == accounts).findFirst();
  }

  public static List<Integer> sizes() {
    return ALL.stream().map(Published::accounts).toList();
  }

  /** {@return whether every status, every health and the three totals are as published} */
  public boolean agreesWith(Answers answers) {
    return equity.compareTo(answers.equity()) == 0
        && initial.compareTo(answers.initial()) == 0
        && maintenance.compareTo(answers.maintenance()) == 0
        && sha256.equals(answers.sha256());
  }

  /**
   * {@return whether answers are the published ones, or how many differ}
   *
   * @param exact what they are counted against
   */
  public Verdict verdict(Answers answers, Answers exact) {
    return agreesWith(answers)
        ? Verdict.RIGHT
        : Verdict.wrong(
            answers.otherStatuses(exact)
                + " statuses and "
                + answers.otherHealths(exact)
                + " healths differ");
  }
}
