package org.loadline.parser;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.loadline.parser.RiskParser.AlternativeContext;

/** What follows the first word of a line, and an example of the line: what a hint shows. */
record Forms(String wanted, String example) {
  /** By the word that begins a line. */
  private static final Map<Integer, Forms> BY_WORD =
      Map.ofEntries(
          form(RiskParser.POLICY, "a name for the policy", "policy perp_margin"),
          form(RiskParser.LIBRARY, "a name for the library", "library std.margin"),
          form(RiskParser.IMPORT, "the name of a library", "import std.margin"),
          form(RiskParser.UNIT, "a name for the unit", "unit base of market"),
          form(RiskParser.PARAM, "a name for the param", "param fee = 1% within 0% .. 5%, refused"),
          form(RiskParser.CHOICE, "a name for the choice", "choice standing { healthy, bankrupt }"),
          form(RiskParser.ENTITY, "a name for the entity", "entity account { key id }"),
          form(
              RiskParser.GROUP,
              "a name for the group",
              "group strip of account from options by expiry"),
          form(RiskParser.SYSTEM, "`{`", "system { now : instant }"),
          form(RiskParser.TABLE, "a name for the table", "table tiers by size: USD { … }"),
          form(RiskParser.GRID, "a name for the grid", "grid charge : ratio by days, size { … }"),
          form(RiskParser.COLUMNS, "`of` and a table", "columns of tiers { … }"),
          form(
              RiskParser.ENVELOPE,
              "a title in double quotes",
              "envelope \"2026-Q4\" of margin until 2026-12-31 { … }"),
          form(RiskParser.REQUIRE, "a condition", "require restored >= 1 + fee"),
          form(RiskParser.EXAMPLES, "the name of a table or a function", "examples tiers { … }"),
          form(RiskParser.FUNCTION, "a name for the function", "function quote(a, b) { … }"),
          form(RiskParser.REPORT, "the name of a fact", "report account.health, total"),
          form(
              RiskParser.CASES,
              "the name of a file in double quotes",
              "cases \"file.json\" rule \"name\" { … }"),
          form(RiskParser.PARAMETERS, "a title in double quotes", "parameters \"a market\" { … }"),
          form(RiskParser.SCALES, "`by suffix`", "scales by suffix wad = 18 places"),
          form(RiskParser.SHOWN, "a name for the form", "shown share as percent \" %\""),
          form(RiskParser.IGNORE, "a name of the file", "ignore notes, trace.steps"),
          form(RiskParser.TEST, "a title in double quotes", "test \"title\" { … }"),
          form(
              RiskParser.PROPERTY,
              "a title in double quotes",
              "property \"title\" for each account: condition"),
          form(RiskParser.FOR, "`each`", "for each account { … }"),
          form(RiskParser.KEY, "a name for the key", "key symbol"),
          form(RiskParser.OF, "the name of an entity", "of account as payer listed as payments"),
          form(
              RiskParser.GIVEN,
              "an entity, `system` or `param`",
              "given account alice { cash = 1_000 }"),
          form(RiskParser.ASSUME, "a condition", "assume size != 0"),
          form(
              RiskParser.WATERFALL,
              "a name for the waterfall",
              "waterfall liquidation of account when standing >= liquidatable { … }"),
          form(RiskParser.ACTION, "a name for the action", "action close(p, amount) { … }"),
          form(RiskParser.RUN, "the name of a waterfall", "run liquidation"),
          form(RiskParser.COVERS, "the name of a fact", "covers shortfall"),
          form(RiskParser.SERVE, "`in order of` and a value", "serve in order of health then id"),
          form(RiskParser.FIX, "the name of a fact", "fix seized, fee"),
          form(RiskParser.LIVE, "the name of a fact", "live shortfall"),
          form(RiskParser.CARRY, "a name for the value", "carry rounds : count starts 0"),
          form(RiskParser.STOP, "`when` and a condition", "stop when rounds = 10"),
          form(RiskParser.STEP, "a name for the step", "step insurance { … }"),
          form(RiskParser.REMAINDER, "a name for what is left", "remainder uncovered"),
          form(RiskParser.MOVE, "an amount", "move fee from account.cash to insurance"),
          form(RiskParser.CANCEL, "an amount", "cancel repaid of pool against account.debt"),
          form(RiskParser.RAISE, "a holding", "raise account.cash and account.debt by drawn"),
          form(RiskParser.CREATE, "the name of an entity", "create auction { lot = 3 }"),
          form(RiskParser.SET, "an input", "set account.closed to true"),
          form(RiskParser.REFUSE, "a reason", "refuse too_small when debt < dust"),
          form(
              RiskParser.SHARE,
              "an amount",
              "share loss from accounts.cash to account.cash by equity"));

  /** By the rule that was being read, where the word does not say it. */
  private static final Map<Integer, Integer> WORDS =
      Map.ofEntries(
          Map.entry(RiskParser.RULE_unitDeclaration, RiskParser.UNIT),
          Map.entry(RiskParser.RULE_paramDeclaration, RiskParser.PARAM),
          Map.entry(RiskParser.RULE_choiceDeclaration, RiskParser.CHOICE),
          Map.entry(RiskParser.RULE_entityDeclaration, RiskParser.ENTITY),
          Map.entry(RiskParser.RULE_groupDeclaration, RiskParser.GROUP),
          Map.entry(RiskParser.RULE_systemDeclaration, RiskParser.SYSTEM),
          Map.entry(RiskParser.RULE_tableDeclaration, RiskParser.TABLE),
          Map.entry(RiskParser.RULE_gridDeclaration, RiskParser.GRID),
          Map.entry(RiskParser.RULE_columnsDeclaration, RiskParser.COLUMNS),
          Map.entry(RiskParser.RULE_envelopeDeclaration, RiskParser.ENVELOPE),
          Map.entry(RiskParser.RULE_examplesDeclaration, RiskParser.EXAMPLES),
          Map.entry(RiskParser.RULE_functionDeclaration, RiskParser.FUNCTION),
          Map.entry(RiskParser.RULE_propertyDeclaration, RiskParser.PROPERTY),
          Map.entry(RiskParser.RULE_testDeclaration, RiskParser.TEST),
          Map.entry(RiskParser.RULE_casesDeclaration, RiskParser.CASES),
          Map.entry(RiskParser.RULE_parametersDeclaration, RiskParser.PARAMETERS),
          Map.entry(RiskParser.RULE_forEachDeclaration, RiskParser.FOR),
          Map.entry(RiskParser.RULE_referenceMember, RiskParser.OF),
          Map.entry(RiskParser.RULE_limit, RiskParser.PARAM),
          Map.entry(RiskParser.RULE_clock, RiskParser.PARAM),
          Map.entry(RiskParser.RULE_waterfallDeclaration, RiskParser.WATERFALL),
          Map.entry(RiskParser.RULE_actionDeclaration, RiskParser.ACTION));

  private static final Map<Integer, Forms> BY_RULE =
      Map.ofEntries(
          rule(RiskParser.RULE_definition, "name = expression"),
          rule(RiskParser.RULE_fact, "name = expression"),
          rule(RiskParser.RULE_factBlock, "name = expression"),
          rule(
              RiskParser.RULE_stateDefinition,
              "state peak : USD starts 0 USD = max(was peak, cash)"),
          rule(RiskParser.RULE_item, "name = expression"),
          rule(RiskParser.RULE_file, "name = expression"),
          rule(RiskParser.RULE_setting, "cash = 1_000"),
          rule(RiskParser.RULE_settingBlock, "cash = 1_000"),
          rule(RiskParser.RULE_inputMember, "cash : USD in steps of 0.01 or none"),
          rule(RiskParser.RULE_member, "cash : USD in steps of 0.01 or none"),
          rule(RiskParser.RULE_memberBlock, "cash : USD in steps of 0.01 or none"),
          rule(RiskParser.RULE_columnLimits, "initial within 0% .. 100%"),
          rule(RiskParser.RULE_columnBlock, "initial within 0% .. 100%"),
          rule(RiskParser.RULE_envelopeItem, "fee within 1% .. 2%"),
          rule(RiskParser.RULE_envelopeBlock, "fee within 1% .. 2%"),
          rule(RiskParser.RULE_row, "| t1 | below 100_000 | 2% |"),
          rule(RiskParser.RULE_rowBlock, "| t1 | below 100_000 | 2% |"),
          rule(RiskParser.RULE_caseItem, "expect account.health as health_wad"),
          rule(RiskParser.RULE_caseBlock, "expect account.health as health_wad"),
          rule(RiskParser.RULE_caseField, "size from base at 9 places"),
          rule(RiskParser.RULE_caseFieldBlock, "size from base at 9 places"),
          rule(RiskParser.RULE_spelled, "\"LONG\" = long"),
          rule(RiskParser.RULE_spelling, "\"LONG\" = long"),
          rule(RiskParser.RULE_statement, "expect alice.equity = 0"),
          rule(RiskParser.RULE_statementBlock, "expect alice.equity = 0"),
          rule(RiskParser.RULE_waterfallItem, "step insurance { … }"),
          rule(RiskParser.RULE_waterfallBlock, "step insurance { … }"),
          rule(RiskParser.RULE_actionItem, "move fee from account.cash to insurance"),
          rule(RiskParser.RULE_actionBlock, "move fee from account.cash to insurance"),
          rule(RiskParser.RULE_entry, "move fee from account.cash to insurance"),
          rule(RiskParser.RULE_entryBlock, "move fee from account.cash to insurance"));

  /** What begins with the word that says its form. */
  private static final Set<Integer> LINES =
      Set.of(
          RiskParser.RULE_item,
          RiskParser.RULE_waterfallItem,
          RiskParser.RULE_actionItem,
          RiskParser.RULE_entry,
          RiskParser.RULE_statement);

  /** What begins with a word in a formula. */
  private static final Map<Integer, Forms> ALTERNATIVES =
      Map.ofEntries(
          rule(RiskParser.THE, "the x in xs where condition with least value"),
          rule(RiskParser.FIRST, "first x in a .. b by step such that condition"),
          rule(RiskParser.LAST, "last x in a .. b by step such that condition"),
          rule(RiskParser.FOLD, "fold a from 0 over x in xs: a + x.value"),
          rule(RiskParser.REPEAT, "repeat at most 9 times a from 1 while a < 100: a * 2"));

  /** Parts of formulas that have a form of their own. */
  private static final Map<Integer, Forms> WITHIN_FORMULAS =
      Map.ofEntries(
          rule(RiskParser.RULE_change, "value given market.mark = market.mark * 0.9"),
          rule(RiskParser.RULE_carried, "fold a from 0 over x in xs: a + x.value"),
          rule(RiskParser.RULE_carriedOn, "fold a from 0 over x in xs: a + x.value"),
          rule(RiskParser.RULE_carriedItem, "a = a + x.value"),
          rule(RiskParser.RULE_ranking, "xs where condition ranked by value take first 3"),
          rule(RiskParser.RULE_orderKey, "xs ranked by value descending then other"),
          rule(RiskParser.RULE_many, "xs where condition ranked by value take first 3"),
          rule(RiskParser.RULE_range, "a in 1 .. 3"),
          rule(RiskParser.RULE_test, "a in { x, y }"),
          rule(RiskParser.RULE_comprehension, "sum(x.value for x in xs where condition)"),
          rule(RiskParser.RULE_binder, "sum(x.value for x in xs where condition)"));

  private static Map.Entry<Integer, Forms> form(int word, String wanted, String example) {
    return Map.entry(word, new Forms(wanted, example));
  }

  private static Map.Entry<Integer, Forms> rule(int rule, String example) {
    return Map.entry(rule, new Forms("", example));
  }

  /** The form of lines that begin with a word. */
  static Optional<Forms> of(Token word) {
    return Optional.ofNullable(BY_WORD.get(word.getType()));
  }

  /** The form that was being read; none inside a formula. */
  static Optional<Forms> of(ParserRuleContext context, Token offending) {
    boolean begun = context.getStart() != offending;
    int word = context.getStart().getType();
    if (begun && context instanceof AlternativeContext && ALTERNATIVES.containsKey(word)) {
      return Optional.ofNullable(ALTERNATIVES.get(word));
    }
    if (begun && WITHIN_FORMULAS.containsKey(context.getRuleIndex())) {
      return Optional.ofNullable(WITHIN_FORMULAS.get(context.getRuleIndex()));
    }
    for (ParserRuleContext at = context; at != null; at = at.getParent()) {
      int rule = at.getRuleIndex();
      if (WORDS.containsKey(rule)) {
        return Optional.ofNullable(BY_WORD.get(WORDS.get(rule)));
      }
      Token first = at.getStart();
      if (LINES.contains(rule)
          && at.getStart() != offending
          && BY_WORD.containsKey(first.getType())) {
        return Optional.ofNullable(BY_WORD.get(first.getType()));
      }
      boolean outside = Recovery.isBlock(at) && !Recovery.isInBlock(at, offending);
      if (!outside && BY_RULE.containsKey(rule)) {
        return Optional.ofNullable(BY_RULE.get(rule));
      }
      if (rule == RiskParser.RULE_body
          || rule == RiskParser.RULE_expression
          || rule == RiskParser.RULE_condition) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  String hint() {
    return "The form is `" + example + "`.";
  }
}
