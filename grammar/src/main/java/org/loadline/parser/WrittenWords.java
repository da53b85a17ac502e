package org.loadline.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/** What a text says beside its layout: its words, without comments, documentation and blanks. */
public final class WrittenWords {
  private WrittenWords() {}

  /** A word and its offset; a line break that counts is a word too, {@code "\n"}. */
  public record Word(String text, int start) {}

  /** The words of a text in their order, whether or not it makes sense. */
  public static List<Word> of(Source source) {
    Problems unheard = new Problems(source, new DiagnosticSink());
    return Parsing.tokens(unheard).getTokens().stream()
        .filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL && t.getType() != Token.EOF)
        .map(t -> new Word(isBreak(t) ? "\n" : t.getText().strip(), t.getStartIndex()))
        .toList();
  }

  private static boolean isBreak(Token token) {
    return token.getType() == RiskLexer.NEWLINE;
  }
}
