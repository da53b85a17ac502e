package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void wordsAreTheOnesAnAuthorWrites() {
    List<Value> values =
        List.of(Unlimited.INSTANCE, None.INSTANCE, Flag.TRUE, Flag.of(false), Exact.of(-7));
    assertEquals("[unlimited, none, true, false, -7]", values.toString());
  }

  @Test
  void placesAreCountedFromZero() {
    assertEquals(0, new Member(0).ordinal());
    assertEquals(0, new RowNumber(0).index());
    assertThrows(IllegalArgumentException.class, () -> new Member(-1));
    assertThrows(IllegalArgumentException.class, () -> new RowNumber(-1));
  }

  @Test
  void valuesOfDifferentKindsAreNeverEqual() {
    List<Value> values =
        List.of(
            Exact.ONE,
            new Member(1),
            new RowNumber(1),
            new Text("1"),
            Flag.TRUE,
            None.INSTANCE,
            Unlimited.INSTANCE);
    for (Value a : values) {
      for (Value b : values) {
        if (a != b) {
          assertNotEquals(a, b);
        }
      }
    }
  }
}
