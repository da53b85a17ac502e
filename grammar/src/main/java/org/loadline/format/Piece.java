package org.loadline.format;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * One token or comment of a text, and where it is to stand.
 *
 * <p>A piece that begins a line stands some columns to the right of an earlier piece, its anchor;
 * any other stands some blanks behind the piece before it.
 */
final class Piece {
  final Token token;
  final String text;

  /** Its place among the pieces of the text. */
  final int index;

  final boolean isComment;

  /** Whether the author began a line with it, and left a line empty before it. */
  final boolean wasFirst;

  final boolean wasApart;

  /** Whether it begins a line, and a line is left empty before it. */
  boolean isFirst;

  boolean isApart;

  /** The blanks before it; and those that line it up with its like in other lines. */
  int gap = 1;

  int padding;

  @Nullable Piece anchor;
  int offset;

  /** Where it begins, from 0; known once the lines before it are. */
  int column;

  Piece(Token token, int index, boolean wasFirst, boolean wasApart) {
    this.token = token;
    this.text = token.getText().stripTrailing();
    this.index = index;
    this.isComment = token.getChannel() != Token.DEFAULT_CHANNEL;
    this.wasFirst = wasFirst;
    this.wasApart = wasApart;
    this.isFirst = wasFirst;
  }

  boolean is(int type) {
    return token.getType() == type;
  }

  int width() {
    return text.codePointCount(0, text.length());
  }

  int end() {
    return column + width();
  }

  /** Puts it some columns to the right of an earlier piece. */
  void stand(Piece anchor, int offset) {
    this.anchor = anchor;
    this.offset = offset;
  }
}
