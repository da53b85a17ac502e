package org.loadline.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> KNOWN = List.of("account", "position", "market", "USD", "a");

  @ParameterizedTest
  @CsvSource({
    "acount, account",
    "accuont, account",
    "positions, position",
    "Market, market",
    "usd, USD",
    "UDS, USD",
    "b, a"
  })
  void aNearNameIsSuggested(String wrong, String meant) {
    assertEquals(Optional.of(meant), Suggestions.nearest(wrong, KNOWN));
  }

  @Test
  void aFarNameIsNot() {
    assertEquals(Optional.empty(), Suggestions.nearest("reserve", KNOWN));
    assertEquals(Optional.empty(), Suggestions.nearest("EUR", KNOWN));
  }

  @Test
  void theNameItselfIsNotSuggested() {
    assertEquals(Optional.empty(), Suggestions.nearest("market", KNOWN));
  }

  @Test
  void tiesGoToTheFirstInTheAlphabet() {
    assertEquals(Optional.of("aa"), Suggestions.nearest("ax", List.of("ay", "aa")));
  }

  @Test
  void aHintFallsBack() {
    assertEquals("Did you mean `USD`?", Suggestions.hint("USDD", KNOWN, "Declare it."));
    assertEquals("Declare it.", Suggestions.hint("token", KNOWN, "Declare it."));
  }
}
