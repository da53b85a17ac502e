package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Decisions are complete, and every arm can be reached. */
class DecisionsTest {
  private static final String WORDS =
      """
      choice mode { normal, cautious, halted }
      choice side { long, short }
      system { mode : mode
          side : side
          size : number
          extra : number or none
          active : flag }
      """;

  private static String said(String formula) {
    return CheckedPolicy.of(WORDS + "x = (" + formula + ")").said();
  }

  @Test
  void otherwiseCoversTheRest() {
    assertEquals("", said("1 when size > 0 | 2 otherwise"));
    assertEquals(
        "R4501 This decision may come to no arm.", said("1 when size > 0 | 2 when size <= 0"));
  }

  @Test
  void aChoiceIsCoveredByItsMembers() {
    assertEquals(
        "", said("1 when mode is normal | 2 when mode is cautious | 3 when mode is halted"));
    assertEquals("", said("1 when mode in { normal, halted } | 2 when mode is cautious"));
    assertEquals("", said("1 when mode >= cautious | 2 when mode is normal"));
    assertEquals("", said("1 when mode is not halted | 2 when mode is halted"));
    assertEquals("", said("1 when mode in normal .. cautious | 2 when mode > cautious"));
    assertEquals(
        "R4500 This decision says nothing for `halted`.",
        said("1 when mode is normal | 2 when mode is cautious"));
    assertEquals(
        "R4500 This decision says nothing for `cautious` and `halted`.",
        said("1 when mode is normal"));
  }

  @Test
  void whatElseAConditionSaysCoversNothing() {
    assertEquals(
        "R4500 This decision says nothing for `halted`.",
        said("1 when mode <= cautious | 2 when mode is halted and size > 0"));
  }

  @Test
  void severalChoicesAreCoveredTogether() {
    assertEquals(
        "",
        said(
            "1 when mode is normal and side is long | 2 when mode is normal"
                + " | 3 when side is short | 4 when mode > normal"));
    assertEquals(
        "R4500 This decision says nothing for `mode` halted with `side` short.",
        said("1 when mode < halted | 2 when side is long"));
  }

  @Test
  void flagsAndNoneHaveTwoCases() {
    assertEquals("", said("1 when active | 2 when not active"));
    assertEquals("", said("1 when extra is none | extra when extra is not none"));
    assertEquals(
        "R4500 This decision says nothing for `extra` is not `none`.",
        said("1 when extra is none"));
  }

  @Test
  void anArmThatNothingReachesIsAWarning() {
    assertEquals(
        "R4502 This arm is never reached: the arms above cover everything it takes.",
        said("1 when mode >= cautious | 2 when mode is halted | 3 otherwise"));
    assertEquals(
        "R4502 This arm is never reached: the arms above cover everything it takes.",
        said("1 when active | 2 when not active | 3 otherwise"));
  }

  @Test
  void armsHaveOneType() {
    assertEquals(
        "R3100 A plain number and a text do not go together here.",
        said("1 when active | \"a\" otherwise"));
    assertEquals(
        "mode", CheckedPolicy.of(WORDS + "x = halted when active | normal otherwise").type("x"));
  }
}
