package org.loadline.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.loadline.syntax.SyntaxFile;

/**
 * A file without errors as it is written: every token, blanks and comments too, the tree of rules
 * above them, and the syntax that they mean.
 *
 * <p>A {@code NEWLINE} on the default channel stands between two items; other line breaks are
 * hidden.
 */
public record WrittenFile(List<Token> tokens, RiskParser.FileContext tree, SyntaxFile syntax) {
  public WrittenFile {
    tokens = List.copyOf(tokens);
  }
}
