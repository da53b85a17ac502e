package org.loadline.format;

import java.util.ArrayList;
import java.util.List;
import org.loadline.parser.RiskParser;

/** Gives every piece its column, and lines up the comments behind lines that follow one another. */
final class Comments {
  /** The least blanks between a line and the comment behind it. */
  static final int GAP = 4;

  /** How far behind the shortest a line may end for comments to be lined up with its own. */
  private static final int LIMIT = 40;

  private final Pieces pieces;
  private final List<Piece> run = new ArrayList<>();

  private Comments(Pieces pieces) {
    this.pieces = pieces;
  }

  static void apply(Pieces pieces) {
    Comments comments = new Comments(pieces);
    comments.columns();
    comments.lineUp();
    comments.columns();
  }

  private void columns() {
    for (Piece piece : pieces.all()) {
      if (piece.isFirst) {
        piece.column = (piece.anchor == null ? 0 : piece.anchor.column) + piece.offset;
      } else {
        piece.column = pieces.previous(piece).end() + piece.gap + piece.padding;
      }
    }
  }

  private void lineUp() {
    for (Piece piece : pieces.all()) {
      boolean closes = piece.isFirst && piece.is(RiskParser.RBRACE);
      boolean opened = piece.isFirst && piece.index > 0 && endsWithBrace(pieces.previous(piece));
      if (piece.isApart || closes || opened) {
        lineUpRun();
      }
      if (piece.isComment && !piece.isFirst) {
        run.add(piece);
      }
    }
    lineUpRun();
  }

  private boolean endsWithBrace(Piece last) {
    Piece end = last.isComment && !last.isFirst ? pieces.previous(last) : last;
    return end.is(RiskParser.LBRACE);
  }

  private void lineUpRun() {
    int least = run.stream().mapToInt(this::end).min().orElse(0);
    int most = run.stream().mapToInt(this::end).filter(end -> end - least <= LIMIT).max().orElse(0);
    for (Piece comment : run) {
      comment.gap = GAP;
      comment.padding = Math.max(0, most - end(comment));
    }
    run.clear();
  }

  private int end(Piece comment) {
    return pieces.previous(comment).end();
  }
}
