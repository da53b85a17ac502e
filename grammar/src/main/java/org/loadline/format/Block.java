package org.loadline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.loadline.parser.RiskParser;

/** What stands in braces: items, each of which may have a line of its own. */
record Block(
    ParserRuleContext context,
    Piece open,
    Piece close,
    List<ParserRuleContext> items,
    Shape shape) {

  /** How a block is laid out. */
  enum Shape {
    /** {@code {}}. */
    EMPTY,
    /** All in one line. */
    INLINE,
    /** It begins behind the brace, and what follows lines up with that. */
    HANGING,
    /** Its items are in lines of their own, and so is the closing brace. */
    EXPANDED
  }

  /** Those that may begin behind their brace and go on in the next line. */
  private static final Set<Integer> MAY_HANG =
      Set.of(
          RiskParser.RULE_entryBlock,
          RiskParser.RULE_settingBlock,
          RiskParser.RULE_caseFieldBlock,
          RiskParser.RULE_carriedBlock,
          RiskParser.RULE_spelling,
          RiskParser.RULE_choiceDeclaration);

  private static final Set<Integer> BLOCKS =
      Set.of(
          RiskParser.RULE_memberBlock,
          RiskParser.RULE_columnBlock,
          RiskParser.RULE_envelopeBlock,
          RiskParser.RULE_factBlock,
          RiskParser.RULE_rowBlock,
          RiskParser.RULE_waterfallBlock,
          RiskParser.RULE_actionBlock,
          RiskParser.RULE_entryBlock,
          RiskParser.RULE_statementBlock,
          RiskParser.RULE_settingBlock,
          RiskParser.RULE_caseBlock,
          RiskParser.RULE_caseFieldBlock,
          RiskParser.RULE_carriedBlock,
          RiskParser.RULE_spelling,
          RiskParser.RULE_choiceDeclaration);

  /** The block that a rule is, if it is one; as the author laid it out, where that is allowed. */
  static Optional<Block> of(ParserRuleContext context, Pieces pieces) {
    if (!BLOCKS.contains(context.getRuleIndex())) {
      return Optional.empty();
    }
    Piece open = pieces.of(terminal(context, RiskParser.LBRACE));
    Piece close = pieces.of(terminal(context, RiskParser.RBRACE));
    List<ParserRuleContext> items = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext item
          && !Pieces.isEmpty(item)
          && item.getStart().getTokenIndex() > open.token.getTokenIndex()) {
        items.add(item);
      }
    }
    return Optional.of(
        new Block(context, open, close, List.copyOf(items), shape(context, open, close, pieces)));
  }

  private static Shape shape(ParserRuleContext context, Piece open, Piece close, Pieces pieces) {
    Piece first = pieces.next(open);
    if (first == close) {
      return Shape.EMPTY;
    }
    if (first.wasFirst || first.isComment || context.getRuleIndex() == RiskParser.RULE_rowBlock) {
      return Shape.EXPANDED;
    }
    boolean broken =
        pieces.all().subList(first.index + 1, close.index).stream().anyMatch(it -> it.wasFirst);
    boolean commented = pieces.previous(close).isComment;
    if (!broken && !commented) {
      return Shape.INLINE;
    }
    return MAY_HANG.contains(context.getRuleIndex()) && !commented ? Shape.HANGING : Shape.EXPANDED;
  }

  private static TerminalNode terminal(ParserRuleContext context, int type) {
    return context.getToken(type, 0);
  }
}
