package org.loadline.parser;

import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives up the item that holds a mistake, and no other.
 *
 * <p>Nothing is guessed inside an item: the error rises to the rule of the item, is reported once,
 * and the item's tokens are passed over up to the line break or closing brace at its own depth. As
 * brackets are in pairs, that place is never missed.
 */
final class Recovery extends DefaultErrorStrategy {
  /** The rules that stand on a line of their own, or in a list of their own. */
  private static final Set<Integer> ITEMS =
      Set.of(
          RiskParser.RULE_file,
          RiskParser.RULE_expressionAlone,
          RiskParser.RULE_item,
          RiskParser.RULE_columnLimits,
          RiskParser.RULE_envelopeItem,
          RiskParser.RULE_member,
          RiskParser.RULE_fact,
          RiskParser.RULE_row,
          RiskParser.RULE_statement,
          RiskParser.RULE_setting,
          RiskParser.RULE_carriedItem,
          RiskParser.RULE_waterfallItem,
          RiskParser.RULE_actionItem,
          RiskParser.RULE_entry,
          RiskParser.RULE_caseItem,
          RiskParser.RULE_caseField,
          RiskParser.RULE_spelled);

  /** The rules that hold items: between two of them only a line break can stand. */
  private static final Set<Integer> BLOCKS =
      Set.of(
          RiskParser.RULE_file,
          RiskParser.RULE_columnBlock,
          RiskParser.RULE_envelopeBlock,
          RiskParser.RULE_memberBlock,
          RiskParser.RULE_factBlock,
          RiskParser.RULE_rowBlock,
          RiskParser.RULE_statementBlock,
          RiskParser.RULE_settingBlock,
          RiskParser.RULE_carriedBlock,
          RiskParser.RULE_waterfallBlock,
          RiskParser.RULE_actionBlock,
          RiskParser.RULE_entryBlock,
          RiskParser.RULE_caseBlock,
          RiskParser.RULE_caseFieldBlock,
          RiskParser.RULE_spelling);

  private final int[] depths;
  private final SyntaxErrors errors;
  private @Nullable RecognitionException reported;

  /** {@code depths} holds the number of open brackets before each token. */
  Recovery(int[] depths, SyntaxErrors errors) {
    this.depths = depths;
    this.errors = errors;
  }

  /** The item that a context belongs to: itself or the nearest one around it. */
  static ParserRuleContext itemOf(ParserRuleContext context) {
    ParserRuleContext item = context;
    while (!ITEMS.contains(item.getRuleIndex()) && item.getParent() != null) {
      item = item.getParent();
    }
    return item;
  }

  /** Whether a context is a block that has begun, so that an item was to begin or end. */
  static boolean isInBlock(ParserRuleContext context, Token offending) {
    boolean begun =
        context.getRuleIndex() == RiskParser.RULE_file || context.getStart() != offending;
    return isBlock(context) && begun;
  }

  static boolean isBlock(ParserRuleContext context) {
    return BLOCKS.contains(context.getRuleIndex());
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (error != reported) {
      reported = error;
      errors.report(parser, error);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException error) {
    ParserRuleContext context = parser.getContext();
    if (!ITEMS.contains(context.getRuleIndex())) {
      throw error;
    }
    passOver(parser, depthAt(context.getStart()));
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    if (!BLOCKS.contains(context.getRuleIndex())) {
      return;
    }
    while (!expected(parser).contains(parser.getCurrentToken().getType())) {
      Token token = parser.getCurrentToken();
      if (token.getType() == RiskParser.NEWLINE) {
        parser.consume();
      } else if (ends(token)) {
        return;
      } else {
        errors.report(parser, new InputMismatchException(parser));
        passOver(parser, depthAt(token));
      }
    }
  }

  private static IntervalSet expected(Parser parser) {
    return parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()), null);
  }

  private void passOver(Parser parser, int depth) {
    boolean inTest = isIn(parser.getContext(), RiskParser.RULE_statementBlock);
    while (true) {
      Token token = parser.getCurrentToken();
      boolean orphanedRow = inTest && parser.getInputStream().LA(2) == RiskParser.PIPE;
      boolean line =
          token.getType() == RiskParser.NEWLINE && depthAt(token) <= depth && !orphanedRow;
      boolean block = token.getType() == RiskParser.RBRACE && depthAt(token) <= depth;
      if (line || block || token.getType() == Token.EOF) {
        return;
      }
      parser.consume();
    }
  }

  /** A statement of a test takes its rows with it. */
  private static boolean isIn(ParserRuleContext context, int rule) {
    boolean own = context.getRuleIndex() == RiskParser.RULE_row;
    ParserRuleContext parent = context.getParent();
    return !own
        && (context.getRuleIndex() == rule || parent != null && parent.getRuleIndex() == rule);
  }

  private static boolean ends(Token token) {
    return token.getType() == RiskParser.RBRACE || token.getType() == Token.EOF;
  }

  private int depthAt(Token token) {
    return depths[token.getTokenIndex()];
  }
}
