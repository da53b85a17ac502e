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
 * <p>{@code formulaEnds} says that a formula is complete there, so that an operator could follow too.
 */
record Expected(List<String> concepts, boolean formulaEnds) {
  private static final int MOST = 4;

  private static final Set<Integer> OPERATORS =
      Set.of(
          RiskParser.PLUS, RiskParser.MINUS, RiskParser.LESS, RiskParser.STAR, RiskParser.SLASH,
          RiskParser.AND, RiskParser.OR, RiskParser.IS, RiskParser.IN, RiskParser.NOT,
          RiskParser.EQ, RiskParser.NE, RiskParser.LT, RiskParser.LE, RiskParser.GT,
          RiskParser.GE, RiskParser.DOT, RiskParser.AS, RiskParser.LPAREN, RiskParser.ELSE);

  /** What a name is for, by the rule that asks for it. */
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(RiskParser.RULE_unitDeclaration, "a name for the unit"),
          Map.entry(RiskParser.RULE_paramDeclaration, "a name for the param"),
          Map.entry(RiskParser.RULE_choiceDeclaration, "a name of an outcome"),
          Map.entry(RiskParser.RULE_entityDeclaration, "a name for the entity"),
          Map.entry(RiskParser.RULE_tableDeclaration, "a name for the table"),
          Map.entry(RiskParser.RULE_gridDeclaration, "a name for the grid"),
          Map.entry(RiskParser.RULE_functionDeclaration, "a name for the function"),
          Map.entry(RiskParser.RULE_forEachDeclaration, "the name of an entity"),
          Map.entry(RiskParser.RULE_header, "a name for the policy"),
          Map.entry(RiskParser.RULE_typeFactor, "a type"),
          Map.entry(RiskParser.RULE_reported, "the name of a fact"),
          Map.entry(RiskParser.RULE_tableKey, "the name of a key"));

  /** What an item is, by its rule. */
  private static final Map<Integer, String> ITEMS =
      Map.of(
          RiskParser.RULE_item, "a declaration",
          RiskParser.RULE_fact, "a fact",
          RiskParser.RULE_member, "an input, a key or a reference",
          RiskParser.RULE_columnLimits, "the name of a column and its limits",
          RiskParser.RULE_row, "a row that begins with `|`",
          RiskParser.RULE_statement, "`given` or `expect`",
          RiskParser.RULE_setting, "an input and its value");

  Expected {
    concepts = List.copyOf(concepts);
  }

  /** What could have stood where an error is. */
  static Expected at(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    ParserRuleContext item = Recovery.itemOf(parser.getContext());
    if (item.getStart() == offending && ITEMS.containsKey(item.getRuleIndex())) {
      return new Expected(List.of(ITEMS.get(item.getRuleIndex())), false);
    }
    return of(tokens(parser, error), parser.getContext(), offending);
  }

  private static IntervalSet tokens(Parser parser, RecognitionException error) {
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
    boolean name = tokens.contains(RiskParser.IDENT);
    boolean ends = !value && tokens.contains(RiskParser.PLUS) && tokens.contains(RiskParser.STAR);
    if (value) {
      concepts.add(valueWanted(context, offending));
    } else if (tokens.contains(RiskParser.NUMBER)) {
      concepts.add(name ? "a value" : "a number");
    } else if (name) {
      concepts.add(nameWanted(context));
    } else if (tokens.contains(RiskParser.STRING)) {
      concepts.add("a text in double quotes");
    }
    for (int type : tokens.toSet()) {
      boolean partOfValue = value && (OPERATORS.contains(type) || isLiteral(type));
      boolean partOfFormula = ends && OPERATORS.contains(type);
      boolean partOfName = (name || value) && isWord(type);
      if (!partOfValue && !partOfFormula && !partOfName && !isLiteral(type)) {
        String words = inWords(type);
        if (!concepts.contains(words)) {
          concepts.add(words);
        }
      }
    }
    return new Expected(concepts, ends);
  }

  private static boolean isLiteral(int type) {
    return switch (type) {
      case RiskParser.NUMBER,
          RiskParser.PERCENT,
          RiskParser.STRING,
          RiskParser.DATE,
          RiskParser.INSTANT,
          RiskParser.IDENT,
          RiskParser.TRUE,
          RiskParser.FALSE,
          RiskParser.NONE ->
          true;
      default -> false;
    };
  }

  private static boolean isWord(int type) {
    return type >= RiskParser.CHOICE && type <= RiskParser.WITHIN;
  }

  private static String valueWanted(ParserRuleContext context, Token offending) {
    for (ParserRuleContext at = context; at != null; at = at.getParent()) {
      if (at.getRuleIndex() == RiskParser.RULE_condition) {
        return at.getStart() == offending ? "a condition" : "a value";
      }
      if (at.getStart() != offending) {
        return "a value";
      }
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
    return switch (type) {
      case RiskParser.NEWLINE, Token.EOF -> "the end of the line";
      default -> {
        String sign = RiskParser.VOCABULARY.getLiteralName(type);
        yield sign == null ? "a sign" : "`" + sign.substring(1, sign.length() - 1) + "`";
      }
    };
  }

  /** "a value, `)` or `,`"; the last resort is "something else". */
  String inWords() {
    List<String> named = concepts.size() > MOST ? concepts.subList(0, MOST) : concepts;
    return switch (named.size()) {
      case 0 -> "something else";
      case 1 -> named.getFirst();
      default ->
          String.join(", ", named.subList(0, named.size() - 1)) + " or " + named.getLast();
    };
  }
}
