package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralsTest {
  @ParameterizedTest
  @CsvSource({
    "position, positions",
    "supply, supplies",
    "key, keys",
    "y, ys",
    "loss, losses",
    "box, boxes",
    "quartz, quartzes",
    "branch, branches",
    "crash, crashes",
    "collateral, collaterals"
  })
  void rowsAreCalledByThePluralOfTheirName(String name, String plural) {
    assertEquals(plural, Plurals.of(name));
  }
}
