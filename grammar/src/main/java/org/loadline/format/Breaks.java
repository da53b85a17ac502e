package org.loadline.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.loadline.parser.RiskParser;

/**
 * Decides where lines begin.
 *
 * <p>An item of a block begins a line, and so does each arm of a decision that is not in one line,
 * and each row. Inside a formula a line begins where the author began one; but never before what
 * closes or separates, nor after an operator.
 */
final class Breaks {
  private final Pieces pieces;
  private final List<Block> blocks;

  /** The pieces that begin an item: an empty line before them is kept. */
  private final Set<Piece> starts = new HashSet<>();

  private Breaks(Pieces pieces, List<Block> blocks) {
    this.pieces = pieces;
    this.blocks = blocks;
  }

  static void apply(Pieces pieces, List<Block> blocks) {
    Breaks breaks = new Breaks(pieces, blocks);
    pieces.all().forEach(breaks::keepTogether);
    pieces.contexts().forEach(breaks::inContext);
    blocks.forEach(breaks::inBlock);
    pieces.all().forEach(breaks::afterComment);
    breaks.emptyLines();
  }

  /** No line begins with what closes or separates, or within a path. */
  private void keepTogether(Piece piece) {
    if (piece.isComment || piece.index == 0 || !piece.isFirst) {
      return;
    }
    boolean opensBefore = pieces.previous(piece).is(RiskParser.LPAREN);
    boolean held =
        switch (piece.token.getType()) {
          case RiskParser.COMMA, RiskParser.RPAREN, RiskParser.RBRACKET, RiskParser.LBRACE -> true;
          default -> piece.gap == 0 && !opensBefore;
        };
    if (held) {
      piece.isFirst = false;
      if (piece.is(RiskParser.COMMA) && pieces.hasNext(piece)) {
        pieces.next(piece).isFirst = true;
      }
    }
  }

  private void inContext(ParserRuleContext context) {
    switch (context) {
      case RiskParser.FileContext it -> it.item().forEach(this::begin);
      case RiskParser.BodyContext it -> arms(it);
      case RiskParser.RowContext it -> row(it);
      case RiskParser.ChildrenContext it -> it.row().forEach(this::begin);
      case RiskParser.StatementContext it -> children(it);
      case RiskParser.DefinitionContext it -> afterSign(it.EQ());
      case RiskParser.StateDefinitionContext it -> afterSign(it.EQ());
      case RiskParser.ParamDeclarationContext it -> afterSign(it.EQ());
      case RiskParser.LocalContext it -> afterSign(it.EQ());
      case RiskParser.SettingContext it -> afterSign(it.EQ());
      case RiskParser.CarriedItemContext it -> afterSign(it.EQ());
      case RiskParser.OperandContext it -> it.OR().forEach(this::beforeOperator);
      case RiskParser.ConjunctionContext it -> it.AND().forEach(this::beforeOperator);
      case RiskParser.SumContext it -> it.signs.forEach(this::beforeOperator);
      case RiskParser.ProductContext it -> it.signs.forEach(this::beforeOperator);
      case RiskParser.SupposedContext it -> it.ELSE().forEach(this::beforeOperator);
      case RiskParser.ExpressionContext it -> it.ELSE().forEach(this::beforeOperator);
      case RiskParser.CompareTestContext it -> beforeOperator(it.sign);
      default -> {}
    }
  }

  private void begin(ParserRuleContext item) {
    Piece piece = pieces.first(item);
    piece.isFirst = true;
    starts.add(piece);
  }

  /** Each arm has a line of its own, or all of them have one together. */
  private void arms(RiskParser.BodyContext body) {
    boolean broken = body.PIPE().stream().anyMatch(bar -> pieces.of(bar).wasFirst || wasLast(bar));
    for (int i = 0; i < body.PIPE().size(); i++) {
      Piece bar = pieces.of(body.PIPE(i));
      bar.isFirst = broken;
      pieces.next(bar).isFirst = false;
    }
  }

  private boolean wasLast(TerminalNode bar) {
    Piece piece = pieces.of(bar);
    return pieces.next(piece).wasFirst;
  }

  private void row(RiskParser.RowContext row) {
    for (int i = pieces.first(row).index + 1; i <= pieces.last(row).index; i++) {
      pieces.all().get(i).isFirst = false;
    }
  }

  /** Rows of what belongs to a row follow its line; {@code with} begins one where it did. */
  private void children(RiskParser.StatementContext statement) {
    if (statement instanceof RiskParser.GivenRowContext given) {
      for (RiskParser.ChildrenContext children : given.children()) {
        pieces.next(pieces.first(children)).isFirst = false;
      }
    }
  }

  private void afterSign(TerminalNode sign) {
    Piece piece = pieces.of(sign);
    if (piece.isFirst) {
      piece.isFirst = false;
      pieces.next(piece).isFirst = true;
    }
  }

  private void beforeOperator(TerminalNode operator) {
    beforeOperator(operator.getSymbol());
  }

  private void beforeOperator(Token operator) {
    Piece piece = pieces.of(operator);
    Piece next = pieces.next(piece);
    if (next.isFirst && !next.isComment) {
      next.isFirst = false;
      piece.isFirst = piece.gap > 0;
    }
  }

  private void inBlock(Block block) {
    boolean expanded = block.shape() == Block.Shape.EXPANDED;
    block.close().isFirst = expanded;
    if (block.shape() != Block.Shape.EMPTY) {
      pieces.next(block.open()).isFirst =
          expanded && (!pieces.next(block.open()).isComment || pieces.next(block.open()).wasFirst);
    }
    for (ParserRuleContext item : block.items()) {
      Piece piece = pieces.first(item);
      if (piece.isFirst) {
        starts.add(piece);
      }
    }
  }

  /** A comment ends its line. */
  private void afterComment(Piece piece) {
    if (piece.index > 0 && pieces.previous(piece).isComment) {
      piece.isFirst = true;
    }
  }

  /** One empty line stays where there were some, between items only. */
  private void emptyLines() {
    Set<Piece> closing = new HashSet<>();
    blocks.forEach(block -> closing.add(block.close()));
    boolean between = true;
    List<Piece> backwards = new ArrayList<>(pieces.all()).reversed();
    for (Piece piece : backwards) {
      if (!piece.isComment) {
        between = starts.contains(piece);
      }
      boolean begins = piece.index > 0 && !pieces.previous(piece).is(RiskParser.LBRACE);
      piece.isApart = piece.wasApart && piece.isFirst && begins && between;
      if (closing.contains(piece)) {
        between = true;
      }
    }
  }
}
