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
      param WORD : WORD = WORD within WORD .. WORD, changing by at most WORD once in WORD, changes together with WORD, never to zero
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
          WORD : WORD in steps of WORD holds floor none or none
          WORD : WORD floor WORD within WORD .. WORD
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
      changes together WORD, WORD.WORD
      envelope "e" of WORD.WORD from 2026-10-01 until 2026-12-31 {
          WORD
          WORD.WORD within WORD .. WORD, never to zero, clipped
          WORD changing by at most WORD of its value in any WORD, changes together with WORD
          changes together WORD, WORD.WORD
          require WORD
          require WORD >= was mode + WORD(WORD).WORD
          require "r": WORD
          require for each WORD: WORD
          require "r" for each WORD: WORD.WORD
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
      group WORD of WORD from WORD where WORD by WORD, WORD.WORD listed as WORD
      for each WORD ranked by WORD descending then WORD {
          WORD = WORD(WORD where WORD ranked by WORD then WORD ascending take first WORD).WORD
          WORD = (WORD ranked by WORD) else WORD(WORD: WORD ranked by WORD, WORD)
          WORD = sum(WORD for WORD in WORD .. WORD, WORD in WORD where WORD ranked by WORD take first WORD where WORD)
          WORD = the WORD in WORD where WORD ranked by WORD where WORD with greatest WORD
          WORD = fold WORD from WORD over WORD in WORD where WORD while WORD: WORD else WORD
          WORD = fold WORD from WORD, x from WORD over WORD in WORD ranked by WORD where WORD: {
              WORD = WORD
              x = WORD when WORD | WORD otherwise
          }
          WORD = WORD(repeat at most WORD times x from WORD, WORD from WORD while WORD: { WORD = WORD, x = WORD }, WORD)
          assume WORD < WORD
          WORD = WORD.WORD + WORD(WORD) less WORD(WORD: WORD, WORD: WORD).WORD
          WORD = WORD when WORD | WORD when WORD | WORD otherwise
          WORD = sum(WORD where WORD) / mean(WORD weighted by WORD where WORD)
          WORD = sum(WORD else WORD for WORD in WORD, WORD in WORD where WORD)
          WORD = the WORD in WORD where WORD with least WORD
          WORD = max(WORD within WORD) + (WORD at WORD) + sum(WORD for WORD in WORD within WORD)
          WORD = WORD older than WORD or (WORD within WORD)
          state WORD : WORD starts WORD = WORD
          WORD = first WORD in WORD .. WORD by WORD such that WORD else (last WORD in WORD .. WORD by WORD such that WORD)
          WORD = WORD given WORD.WORD = WORD where WORD, WORD = WORD, WORD.WORD(WORD) = WORD, also WORD { WORD = WORD } else WORD
          WORD = WORD in WORD .. WORD and WORD not in { WORD, WORD } or not WORD is not WORD
          WORD = floor(WORD to WORD) + ceil(WORD to WORD places) + round(WORD to WORD, half even)
          WORD = -WORD as WORD else WORD else (WORD)
      }
      report WORD, WORD.WORD
      property "p" for each WORD: WORD
      action WORD(WORD, WORD : WORD) {
          fix WORD, WORD.WORD
          live WORD.WORD
          move WORD from WORD.WORD to WORD
          WORD(WORD, WORD: WORD.WORD)
      }
      waterfall WORD of WORD when WORD {
          covers WORD
          serve in order of WORD descending then WORD ascending, again after each
          fix WORD, WORD.WORD
          live WORD
          carry WORD : WORD in steps of WORD starts WORD
          stop when WORD
          step WORD when WORD {
              for each WORD: WORD(WORD)
              for each WORD in WORD where WORD ranked by WORD descending then WORD while WORD: move WORD from WORD to WORD
              for each WORD ranked by WORD {
                  cancel WORD of WORD against WORD.WORD, at most WORD
                  raise WORD.WORD and WORD by WORD, in steps of WORD places
              }
              create WORD { WORD = WORD, WORD(WORD) = WORD }
              set WORD.WORD to WORD else WORD
              refuse WORD when WORD
              share WORD from WORD.WORD where WORD to WORD by WORD, each at most WORD of WORD,
                  refilled, in steps of WORD, remainder to the largest WORD then WORD
              share WORD from WORD to WORD where WORD by WORD, once
          }
          remainder WORD
      }
      test "t" {
          given WORD WORD { WORD = WORD, WORD(WORD) = WORD } with WORD
              | WORD | WORD |
              | WORD | WORD |
          given system { WORD = WORD }
          given param WORD = WORD
          run WORD
          expect WORD
          expect fault WORD.WORD
      }
      cases "f" rule "r" where WORD.WORD = "x" and WORD is present {
          scales by suffix WORD = 18 places, WORD = 6 places
          given WORD WORD from WORD[].WORD{} where WORD is absent { WORD, WORD = WORD }
          given WORD from WORD.WORD {
              was WORD
              WORD(WORD) from WORD at WORD places
              WORD at -6 places else WORD
              WORD from WORD spelled { "a" = WORD, true = WORD }
          }
          run WORD
          shown WORD as WORD at 2 places less 1 "a" WORD WORD.WORD cut to 3 places each WORD.WORD by bit WORD
          expect WORD.WORD as WORD{WORD}.WORD[WORD: WORD].WORD[WORD] at WORD.WORD places
          expect WORD.WORD as WORD{WORD} shown by WORD
          expect WORD.WORD as WORD.WORD shown WORD
          ignore WORD, WORD.WORD
      }
      parameters "p" where WORD is present {
          given WORD from WORD{} shown WORD { WORD, WORD from WORD at 2 places shown WORD }
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
      waterfall w of e {
          serve in order of 5 WORD
          step s {
              move 5 WORD from x to y, at most 5 WORD of 3 WORD, in steps of 5 WORD
              raise x and y by 5 WORD
              share 5 WORD from xs.x where a = 5 WORD to y by 5 WORD, once
              for each p where a = 5 WORD ranked by 5 WORD while a = 5 WORD: set x to 5 WORD
          }
      }
      cases "f" rule "r" {
          scales by suffix s = 1 WORD, t = 2 WORD
          given system { a in WORD, b from c in WORD else 5 WORD }
          expect x as y in WORD
      }
      """;

  /** All but {@code floor}: it can be a name, but what {@code floor(…)} calls is known. */
  static List<String> words() {
    return tokens(RiskLexer.ACTION, RiskLexer.WITHIN).stream()
        .filter(word -> !word.equals("floor"))
        .toList();
  }

  static List<String> nouns() {
    return tokens(RiskLexer.ACTION, RiskLexer.WATERFALL);
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
    assertEquals(RiskLexer.WITHIN - RiskLexer.ACTION, words().size());
  }

  private static void isReadOneWay(String text) {
    assertEquals(List.of(), Parsed.of(text).messages());
    assertEquals(List.of(), SamplesTest.ambiguities(text, PredictionMode.LL_EXACT_AMBIG_DETECTION));
  }
}
