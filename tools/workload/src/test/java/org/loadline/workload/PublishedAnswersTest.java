package org.loadline.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The generated accounts have the published answers, to the last digit. */
class PublishedAnswersTest {
  @Test
  void aThousandAccounts() {
    Answers answers = new Answers(Workload.published(1_000));

    assertArrayEquals(new int[] {784, 106, 60, 50}, answers.counts);
    assertEquals(960, answers.finite);
    assertAmount("8665.829163", answers.healthSum);
    assertAmount("157505989.3899791011904", answers.equity);
    assertAmount("149147800.34972592961555065", answers.initial);
    assertAmount("71941040.042405096601797575", answers.maintenance);
    assertEquals(
        "a0a5f4ef8eb0efe3c4a7a382d1935eef379ab714d1b4a82e424ee7693c0c448c", answers.sha256);
  }

  @Test
  void tenThousandAccounts() {
    Answers answers = new Answers(Workload.published(10_000));

    assertArrayEquals(new int[] {7_863, 985, 630, 522}, answers.counts);
    assertEquals(9_557, answers.finite);
    assertAmount("112334.325834", answers.healthSum);
    assertAmount("1622346378.27199895597208", answers.equity);
    assertAmount("1457141917.96525853882937665", answers.initial);
    assertAmount("704386703.933655993971824725", answers.maintenance);
    assertEquals(
        "9c34ca29337027dd212c2ce24381d0090bf146421052ef9e64a9dde4c8c996c2", answers.sha256);
  }

  private static void assertAmount(String expected, BigDecimal actual) {
    assertEquals(new BigDecimal(expected).stripTrailingZeros(), actual.stripTrailingZeros());
  }
}
