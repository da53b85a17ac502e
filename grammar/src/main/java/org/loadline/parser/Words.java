package org.loadline.parser;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/** The words of the grammar, as the lexer lists them: reserved, then nouns, then links. */
final class Words {
  private Words() {}

  static boolean isReserved(Token token) {
    return token.getType() >= RiskLexer.AND && token.getType() <= RiskLexer.WHERE;
  }

  /** Whether a token can be a name: a name of the author's, or a word that is not reserved. */
  static boolean isName(Token token) {
    return token.getType() == RiskLexer.IDENT || isWord(token.getType());
  }

  /** Whether a type of token is a word of the grammar that can also be a name. */
  static boolean isWord(int type) {
    return type >= RiskLexer.ACTION && type <= RiskLexer.WITHIN;
  }

  /** The word that begins a declaration and is written almost as this. */
  static Optional<String> nearest(String word) {
    String[] beginnings = {
      "action",
      "assume",
      "cases",
      "choice",
      "columns",
      "entity",
      "envelope",
      "examples",
      "for",
      "function",
      "grid",
      "group",
      "import",
      "library",
      "param",
      "parameters",
      "policy",
      "property",
      "replace",
      "report",
      "state",
      "system",
      "table",
      "test",
      "unit",
      "waterfall",
    };
    return java.util.Arrays.stream(beginnings)
        .filter(known -> distance(word, known) <= Math.max(1, known.length() / 3))
        .min(Comparator.comparingInt(known -> distance(word, known)));
  }

  /** The number of letters to add, drop or change. */
  private static int distance(String a, String b) {
    if (a.length() > 20) {
      return a.length();
    }
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
