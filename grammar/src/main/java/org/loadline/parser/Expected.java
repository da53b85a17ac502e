package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What could have stood at a place, in words: "a condition", "a name for the entity", {@code `)`}.
 *
 * <p>{@code name} says that only a name could, {@code inFormula} that a part of a formula could.
 */
record Expected(List<String> concepts, boolean name, boolean inFormula) {
  private static final int MOST = 4;

  /** What can begin a value, or join two: said as one concept. */
  private static final Set<Integer> OF_FORMULAS =
      Set.of(
          RiskParser.PLUS,
          RiskParser.MINUS,
          RiskParser.LESS,
          RiskParser.STAR,
          RiskParser.SLASH,
          RiskParser.AND,
          RiskParser.OR,
          RiskParser.IS,
          RiskParser.IN,
          RiskParser.NOT,
          RiskParser.EQ,
          RiskParser.NE,
          RiskParser.LT,
          RiskParser.LE,
          RiskParser.GT,
          RiskParser.GE,
          RiskParser.DOT,
          RiskParser.AS,
          RiskParser.LPAREN,
          RiskParser.ELSE);

  private static final Set<Integer> LITERALS =
      Set.of(
          RiskParser.NUMBER,
          RiskParser.PERCENT,
          RiskParser.STRING,
          RiskParser.DATE,
          RiskParser.INSTANT,
          RiskParser.IDENT,
          RiskParser.TRUE,
          RiskParser.FALSE,
          RiskParser.NONE);

  /** What a name is for, by the rule that asks for it. */
  private static final Map<Integer, String> NAMES =
      Map.of(
          RiskParser.RULE_choiceDeclaration, "a name of an outcome",
          RiskParser.RULE_typeFactor, "a type",
          RiskParser.RULE_reported, "the name of a fact",
          RiskParser.RULE_tableKey, "the name of a key",
          RiskParser.RULE_parameter, "a name for the parameter",
          RiskParser.RULE_local, "a name for the part",
          RiskParser.RULE_binder, "a name for each row",
          RiskParser.RULE_forEachDeclaration, "the name of an entity");

  /** What an item is, by its rule or by the rule of its block. */
  private static final Map<Integer, String> ITEMS =
      Map.ofEntries(
          Map.entry(RiskParser.RULE_file, "a declaration"),
          Map.entry(RiskParser.RULE_item, "a declaration"),
          Map.entry(RiskParser.RULE_factBlock, "a fact"),
          Map.entry(RiskParser.RULE_fact, "a fact"),
          Map.entry(RiskParser.RULE_memberBlock, "an input, a key or a reference"),
          Map.entry(RiskParser.RULE_member, "an input, a key or a reference"),
          Map.entry(RiskParser.RULE_columnBlock, "a column with its limits"),
          Map.entry(RiskParser.RULE_columnLimits, "a column with its limits"),
          Map.entry(RiskParser.RULE_envelopeBlock, "what may change, or `require`"),
          Map.entry(RiskParser.RULE_envelopeItem, "what may change, or `require`"),
          Map.entry(RiskParser.RULE_rowBlock, "a row that begins with `|`"),
          Map.entry(RiskParser.RULE_row, "a row that begins with `|`"),
          Map.entry(RiskParser.RULE_statementBlock, "`given`, `run` or `expect`"),
          Map.entry(RiskParser.RULE_statement, "`given`, `run` or `expect`"),
          Map.entry(
              RiskParser.RULE_waterfallBlock, "`step`, `serve` or another line of a waterfall"),
          Map.entry(
              RiskParser.RULE_waterfallItem, "`step`, `serve` or another line of a waterfall"),
          Map.entry(RiskParser.RULE_entryBlock, "an entry such as `move`"),
          Map.entry(RiskParser.RULE_actionBlock, "an entry such as `move`"),
          Map.entry(RiskParser.RULE_actionItem, "an entry such as `move`"),
          Map.entry(RiskParser.RULE_entry, "an entry such as `move`"),
          Map.entry(RiskParser.RULE_settingBlock, "an input and its value"),
          Map.entry(RiskParser.RULE_setting, "an input and its value"),
          Map.entry(RiskParser.RULE_carriedBlock, "a value that is carried on"),
          Map.entry(RiskParser.RULE_carriedItem, "a value that is carried on"));

  Expected {
    concepts = List.copyOf(concepts);
  }

  /** What could have stood where an error is. */
  static Expected at(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    ParserRuleContext context = parser.getContext();
    ParserRuleContext item = Recovery.itemOf(context);
    if (Recovery.isInBlock(context, offending)) {
      return one(ITEMS.getOrDefault(context.getRuleIndex(), "something else"), true);
    }
    if (item.getStart() == offending && ITEMS.containsKey(item.getRuleIndex())) {
      return one(ITEMS.getOrDefault(item.getRuleIndex(), "something else"), true);
    }
    if (context.getRuleIndex() == RiskParser.RULE_member) {
      return one("`:` and a type", false);
    }
    boolean wantsName = error.getExpectedTokens().contains(RiskParser.IDENT);
    if (context.getRuleIndex() == RiskParser.RULE_choiceDeclaration && !wantsName) {
      return one("`,` or `}`", false);
    }
    return of(tokens(error), context, offending);
  }

  private static Expected one(String concept, boolean name) {
    return new Expected(List.of(concept), name, false);
  }

  /** Where the parser looked ahead to choose, what could have stood at the last token it saw. */
  private static IntervalSet tokens(RecognitionException error) {
    if (!(error instanceof NoViableAltException choice) || choice.getDeadEndConfigs() == null) {
      return error.getExpectedTokens();
    }
    IntervalSet tokens = new IntervalSet();
    for (ATNConfig config : choice.getDeadEndConfigs()) {
      for (Transition transition : config.state.getTransitions()) {
        if (transition.label() != null) {
          tokens.addAll(transition.label());
        }
      }
    }
    return tokens.isNil() ? error.getExpectedTokens() : tokens;
  }

  private static Expected of(IntervalSet tokens, ParserRuleContext context, Token offending) {
    List<String> concepts = new ArrayList<>();
    boolean value = tokens.contains(RiskParser.NUMBER) && tokens.contains(RiskParser.LPAREN);
    boolean name = !value && tokens.contains(RiskParser.IDENT);
    boolean joint = !value && tokens.contains(RiskParser.PLUS) && tokens.contains(RiskParser.STAR);
    if (value) {
      concepts.add(valueWanted(context, offending));
    } else if (name) {
      concepts.add(nameWanted(context));
    } else if (tokens.contains(RiskParser.STRING)) {
      concepts.add("a text in double quotes");
    } else if (joint) {
      concepts.add("an operator");
    }
    for (int type : tokens.toSet()) {
      boolean told =
          LITERALS.contains(type)
              || (value || joint) && OF_FORMULAS.contains(type)
              || (value || name) && Words.isWord(type);
      String words = inWords(type);
      if (!told && !concepts.contains(words)) {
        concepts.add(words);
      }
    }
    return new Expected(concepts, name, value || joint);
  }

  private static String valueWanted(ParserRuleContext context, Token offending) {
    ParserRuleContext at = context;
    while (at != null && at.getStart() == offending) {
      if (at.getRuleIndex() == RiskParser.RULE_condition) {
        return "a condition";
      }
      at = at.getParent();
    }
    return "a value";
  }

  private static String nameWanted(ParserRuleContext context) {
    ParserRuleContext at = context;
    while (at.getRuleIndex() == RiskParser.RULE_name && at.getParent() != null) {
      at = at.getParent();
    }
    return NAMES.getOrDefault(at.getRuleIndex(), "a name");
  }

  private static String inWords(int type) {
    if (type == RiskParser.NEWLINE || type == Token.EOF) {
      return "the end of the line";
    }
    String sign = RiskParser.VOCABULARY.getLiteralName(type);
    return sign == null ? "a sign" : "`" + sign.substring(1, sign.length() - 1) + "`";
  }

  /** "a value, `)` or `,`". */
  String inWords() {
    List<String> named = concepts.size() > MOST ? concepts.subList(0, MOST) : concepts;
    return switch (named.size()) {
      case 0 -> "something else";
      case 1 -> named.getFirst();
      default -> String.join(", ", named.subList(0, named.size() - 1)) + " or " + named.getLast();
    };
  }
}
