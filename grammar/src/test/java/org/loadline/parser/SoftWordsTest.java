package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the grammar that is not reserved can be the name of anything. */
class SoftWordsTest {
  private static final String EVERYWHERE =
      """
      policy WORD refines WORD.WORD
      import WORD.WORD
      unit WORD
      unit base of WORD
      param WORD : WORD = WORD within WORD .. WORD, changing by at most WORD once in WORD, changes together with WORD
      choice WORD { WORD, WORD }
      system { WORD : WORD }
      replace param WORD = WORD
      replace rows of WORD {
          | WORD |
          | WORD |
      }
      state WORD : WORD starts WORD = WORD
      replace WORD = WORD
      entity WORD {
          key WORD
          of WORD
          of WORD as WORD or none listed as WORD
          WORD : WORD in steps of WORD or none or unlimited within WORD .. WORD listed as WORD
          WORD, WORD : WORD/WORD * WORD of WORD.WORD
          WORD : series of WORD in steps of WORD within WORD .. WORD
          x(WORD) : WORD in steps of WORD places
      }
      table WORD by WORD: WORD, WORD marginal clamp {
          | WORD | WORD : WORD |
          | WORD | WORD WORD   |
      }
      grid WORD : WORD by WORD, WORD linear {
          | WORD | WORD |
          | 5    | WORD |
      }
      table WORD of WORD from WORD by WORD, WORD clamp
      columns of WORD {
          WORD within WORD .. WORD
      }
      examples WORD {
          | WORD |
          | WORD |
      }
      function WORD(WORD, WORD : WORD) {
          WORD = WORD
      }
      WORD = WORD
      WORD : WORD = WORD
      WORD(WORD, WORD : WORD) = WORD needs WORD with WORD = WORD, WORD(WORD) = WORD
      assume WORD
      for each WORD {
          assume WORD < WORD
          WORD = WORD.WORD + WORD(WORD) less WORD(WORD: WORD, WORD: WORD).WORD
          WORD = WORD when WORD | WORD when WORD | WORD otherwise
          WORD = sum(WORD where WORD) / mean(WORD weighted by WORD where WORD)
          WORD = sum(WORD else WORD for WORD in WORD, WORD in WORD where WORD)
          WORD = the WORD in WORD where WORD with least WORD
          WORD = max(WORD within WORD) + (WORD at WORD) + sum(WORD for WORD in WORD within WORD)
          WORD = WORD older than WORD or (WORD within WORD)
          state WORD : WORD starts WORD = WORD
          WORD = WORD in WORD .. WORD and WORD not in { WORD, WORD } or not WORD is not WORD
          WORD = floor(WORD to WORD) + ceil(WORD to WORD places) + round(WORD to WORD, half even)
          WORD = -WORD as WORD else WORD else (WORD)
      }
      report WORD, WORD.WORD
      property "p" for each WORD: WORD
      test "t" {
          given WORD WORD { WORD = WORD, WORD(WORD) = WORD } with WORD
              | WORD | WORD |
              | WORD | WORD |
          given system { WORD = WORD }
          given param WORD = WORD
          expect WORD
          expect fault WORD.WORD
      }
      """;

  private static final String AFTER_A_NUMBER =
      """
      policy p
      x = 5 WORD + 3 WORD / 2 WORD
      table t by a {
          | a            |
          | below 5 WORD |
      }
      """;

  static List<String> words() {
    return tokens(RiskLexer.CHOICE, RiskLexer.WITHIN);
  }

  static List<String> nouns() {
    return tokens(RiskLexer.CHOICE, RiskLexer.VALUE);
  }

  private static List<String> tokens(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(RiskLexer.VOCABULARY::getLiteralName)
        .map(literal -> literal.substring(1, literal.length() - 1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("words")
  void canBeAName(String word) {
    // `series of` begins a type, so no unit of a row is called so.
    String unit = word.equals("series") ? "USD" : word;
    isReadOneWay(
        EVERYWHERE.replace("WORD of WORD.WORD", unit + " of WORD.WORD").replace("WORD", word));
  }

  @ParameterizedTest
  @MethodSource("nouns")
  void nounsCanBeUnits(String noun) {
    isReadOneWay(AFTER_A_NUMBER.replace("WORD", noun));
  }

  @org.junit.jupiter.api.Test
  void coversTheWholeList() {
    assertTrue(words().contains("choice") && words().contains("within"));
    assertEquals(RiskLexer.WITHIN - RiskLexer.CHOICE + 1, words().size());
  }

  private static void isReadOneWay(String text) {
    assertEquals(List.of(), Parsed.of(text).messages());
    assertEquals(List.of(), SamplesTest.ambiguities(text, PredictionMode.LL_EXACT_AMBIG_DETECTION));
  }
}
