package org.loadline.format;

import org.antlr.v4.runtime.ParserRuleContext;
import org.loadline.parser.RiskParser;

/** Says which pieces stand close together; one blank stands between all others. */
final class Spacing {
  private final Pieces pieces;

  private Spacing(Pieces pieces) {
    this.pieces = pieces;
  }

  static void apply(Pieces pieces) {
    Spacing spacing = new Spacing(pieces);
    for (Piece piece : pieces.all()) {
      if (piece.index > 0 && !piece.isComment && !pieces.previous(piece).isComment) {
        piece.gap = spacing.gap(pieces.previous(piece), piece);
      }
    }
    for (ParserRuleContext context : pieces.contexts()) {
      if (context instanceof RiskParser.ProductContext product) {
        spacing.units(product);
      } else if (context instanceof RiskParser.EmptyCellContext && context.getStart() != null) {
        spacing.emptyCell(context);
      }
    }
  }

  private int gap(Piece before, Piece piece) {
    return isClose(before, piece) ? 0 : 1;
  }

  private boolean isClose(Piece before, Piece piece) {
    return switch (piece.token.getType()) {
      case RiskParser.COMMA, RiskParser.RPAREN, RiskParser.RBRACKET, RiskParser.DOT -> true;
      case RiskParser.LBRACKET -> true;
      case RiskParser.LPAREN ->
          closeBehind(before) || !(pieces.owner(piece) instanceof RiskParser.BracketPrimaryContext);
      case RiskParser.LBRACE -> isPath(piece);
      case RiskParser.RBRACE -> isPath(piece);
      case RiskParser.COLON -> !isTyped(piece) || opens(before);
      case RiskParser.STAR, RiskParser.SLASH -> inType(piece) || closeBehind(before);
      default -> closeBehind(before);
    };
  }

  /** Whether what follows a piece stands close to it, whatever it is. */
  private boolean closeBehind(Piece before) {
    return switch (before.token.getType()) {
      case RiskParser.LPAREN, RiskParser.LBRACKET, RiskParser.DOT -> true;
      case RiskParser.LBRACE -> isPath(before);
      case RiskParser.STAR, RiskParser.SLASH -> inType(before);
      case RiskParser.MINUS, RiskParser.PLUS -> isSign(before);
      default -> false;
    };
  }

  private static boolean opens(Piece piece) {
    return piece.is(RiskParser.LPAREN) || piece.is(RiskParser.LBRACKET);
  }

  /** The braces of a way into a document. */
  private boolean isPath(Piece brace) {
    int rule = pieces.owner(brace).getRuleIndex();
    return rule == RiskParser.RULE_sourceIndex || rule == RiskParser.RULE_caseIndex;
  }

  private boolean inType(Piece sign) {
    return pieces.owner(sign).getRuleIndex() == RiskParser.RULE_type;
  }

  /** A sign of what follows, not an operator; the dash of an empty half of a grid is neither. */
  private boolean isSign(Piece sign) {
    return switch (pieces.owner(sign)) {
      case RiskParser.SumContext sum -> false;
      case RiskParser.OtherSideCellContext cell -> false;
      default -> true;
    };
  }

  /** A colon between a name and its type; but close to the name in the head of a table. */
  private boolean isTyped(Piece colon) {
    return switch (pieces.owner(colon).getRuleIndex()) {
      case RiskParser.RULE_paramDeclaration,
          RiskParser.RULE_keyMember,
          RiskParser.RULE_inputMember,
          RiskParser.RULE_familyChoice,
          RiskParser.RULE_definition,
          RiskParser.RULE_stateDefinition,
          RiskParser.RULE_parameter,
          RiskParser.RULE_gridDeclaration,
          RiskParser.RULE_waterfallItem ->
          true;
      default -> false;
    };
  }

  /**
   * {@code 3 USD/ETH}: a unit that is divided by what may be a unit too. Only the author knows, and
   * says it by writing it close.
   */
  private void units(RiskParser.ProductContext product) {
    for (int i = 0; i < product.signs.size(); i++) {
      Piece sign = pieces.of(product.signs.get(i));
      Piece left = pieces.previous(sign);
      Piece right = pieces.next(sign);
      boolean unit =
          product.signed(i).getStart() != product.signed(i).getStop()
              && product.signed(i).getStart().getType() == RiskParser.NUMBER
              && adjoin(left, sign)
              && adjoin(sign, right)
              && pieces.last(product.signed(i)) == left;
      boolean further = i > 0 && sign.index > 1 && left.gap == 0 && adjoin(left, sign);
      if ((unit || further && adjoin(sign, right)) && isName(product.signed(i + 1))) {
        sign.gap = 0;
        right.gap = 0;
      }
    }
  }

  private static boolean adjoin(Piece one, Piece other) {
    return one.token.getStopIndex() + 1 == other.token.getStartIndex();
  }

  private static boolean isName(ParserRuleContext context) {
    return context.getStart() == context.getStop()
        && context.getStart().getType() != RiskParser.NUMBER
        && context.getStart().getType() != RiskParser.PERCENT;
  }

  /**
   * Two blanks stand between the bars of an empty cell; it is followed by a bar or a line's end.
   */
  private void emptyCell(ParserRuleContext cell) {
    RiskParser.RowContext row = (RiskParser.RowContext) cell.getParent();
    int place = row.cell().indexOf(cell);
    if (place + 1 < row.cell().size()) {
      pieces.of(row.PIPE(place + 1)).gap = 2;
    }
  }
}
