package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long formulas and long chains of definitions end in a sentence, not in an overflow. */
class DepthTest {
  private static String chain(int terms) {
    return "x = " + IntStream.range(0, terms).mapToObj(i -> "1").collect(Collectors.joining(" + "));
  }

  @Test
  void aChainOfFourHundredTermsIsFine() {
    assertEquals("decimal", CheckedPolicy.of(chain(400)).type("x"));
  }

  @Test
  void aChainOfTenThousandTermsIsRefused() {
    assertTrue(
        CheckedPolicy.of(chain(10_000)).said().contains("inside one another")
            || CheckedPolicy.of(chain(10_000)).said().startsWith("R1"));
  }

  @Test
  void thousandsOfDefinitionsMayLeanOnOneAnother() {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "a" + i + " = a" + (i + 1) + " + 1")
            .collect(Collectors.joining("\n"));
    assertEquals(5_001, CheckedPolicy.of(text + "\na5000 = 1").whole().facts().size());
  }

  @Test
  void aChainOfCallsIsBounded() {
    String text =
        IntStream.range(0, 300)
            .mapToObj(i -> "f" + i + "(n) = f" + (i + 1) + "(n) + 1")
            .collect(Collectors.joining("\n"));
    assertEquals(
        "R2521 Definitions lean on one another more than 200 deep here.",
        CheckedPolicy.of(text + "\nf300(n) = n\nx = f0(1)").said());
  }

  @Test
  void kindsOfCallsAreBoundedByTheirTypes() {
    String text =
        IntStream.range(0, 20)
            .mapToObj(i -> "f" + i + "(n) = f" + (i + 1) + "(n) + f" + (i + 1) + "(n * 2)")
            .collect(Collectors.joining("\n"));
    assertEquals(22, CheckedPolicy.of(text + "\nf20(n) = n\nx = f0(1)").whole().facts().size());
  }
}
