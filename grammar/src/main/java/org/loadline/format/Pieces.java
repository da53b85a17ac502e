package org.loadline.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser;
import org.loadline.parser.WrittenFile;

/** The tokens and comments of a file in their order, and the rules that they belong to. */
final class Pieces {
  private final List<Piece> all = new ArrayList<>();
  private final List<ParserRuleContext> contexts = new ArrayList<>();
  private final @Nullable Piece[] byToken;
  private final @Nullable ParserRuleContext[] owners;

  Pieces(WrittenFile file) {
    byToken = new Piece[file.tokens().size()];
    owners = new ParserRuleContext[file.tokens().size()];
    int lines = 1;
    for (Token token : file.tokens()) {
      if (token.getType() == RiskParser.NEWLINE) {
        lines++;
      } else if (token.getType() != RiskParser.SPACE && token.getType() != Token.EOF) {
        Piece piece = new Piece(token, all.size(), lines > 0, lines > 1 && !all.isEmpty());
        all.add(piece);
        byToken[token.getTokenIndex()] = piece;
        lines = 0;
      }
    }
    visit(file.tree());
  }

  private void visit(ParserRuleContext context) {
    contexts.add(context);
    for (int i = 0; i < context.getChildCount(); i++) {
      ParseTree child = context.getChild(i);
      if (child instanceof ParserRuleContext rule) {
        visit(rule);
      } else if (child instanceof TerminalNode node) {
        owners[node.getSymbol().getTokenIndex()] = context;
      }
    }
  }

  List<Piece> all() {
    return all;
  }

  /** Every rule, the outer before the inner. */
  List<ParserRuleContext> contexts() {
    return contexts;
  }

  /** The rule that a token is a direct part of. */
  ParserRuleContext owner(Piece piece) {
    ParserRuleContext owner = owners[piece.token.getTokenIndex()];
    if (owner == null) {
      throw new IllegalStateException("no rule has " + piece.text);
    }
    return owner;
  }

  Piece of(Token token) {
    Piece piece = byToken[token.getTokenIndex()];
    if (piece == null) {
      throw new IllegalStateException("no piece is " + token.getText());
    }
    return piece;
  }

  Piece of(TerminalNode node) {
    return of(node.getSymbol());
  }

  Piece first(ParserRuleContext context) {
    return of(context.getStart());
  }

  Piece last(ParserRuleContext context) {
    return of(context.getStop());
  }

  /** Whether a rule has taken no token. */
  static boolean isEmpty(ParserRuleContext context) {
    return context.getStop() == null
        || context.getStop().getTokenIndex() < context.getStart().getTokenIndex();
  }

  boolean begins(Piece piece, ParserRuleContext context) {
    return context.getStart().getTokenIndex() == piece.token.getTokenIndex();
  }

  boolean hasNext(Piece piece) {
    return piece.index + 1 < all.size();
  }

  Piece next(Piece piece) {
    return all.get(piece.index + 1);
  }

  Piece previous(Piece piece) {
    return all.get(piece.index - 1);
  }

  /** The first piece of the line that a piece stands in. */
  Piece lineStart(Piece piece) {
    Piece at = piece;
    while (!at.isFirst) {
      at = previous(at);
    }
    return at;
  }
}
