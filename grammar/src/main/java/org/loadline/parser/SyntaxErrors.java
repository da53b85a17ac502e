package org.loadline.parser;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.loadline.source.Diagnostic;

/** Says in the language's own words why a line could not be read. */
final class SyntaxErrors {
  /** Words of the language that this version does not read yet. */
  private static final Set<String> LATER =
      Set.of(
          "action", "cases", "envelope", "first", "fold", "given", "group", "grouped", "last", "older",
          "ranked", "refines", "repeat", "replace", "series", "state", "was", "waterfall");

  /** How other languages begin a choice between values. */
  private static final Set<String> CHOICES = Set.of("if", "then", "elif", "switch", "case", "match");

  /** An example of each form, for the hint. */
  private static final Map<Integer, String> FORMS =
      Map.ofEntries(
          Map.entry(RiskParser.RULE_importDeclaration, "import std.margin"),
          Map.entry(RiskParser.RULE_unitDeclaration, "unit USD` or `unit base of market"),
          Map.entry(RiskParser.RULE_choiceDeclaration, "choice standing { healthy, liquidatable }"),
          Map.entry(RiskParser.RULE_paramDeclaration, "param fee = 1.25% within 0% .. 5%, refused"),
          Map.entry(RiskParser.RULE_columnLimits, "initial within 0% .. 100%, refused"),
          Map.entry(RiskParser.RULE_entityDeclaration, "entity account { key id }"),
          Map.entry(RiskParser.RULE_keyMember, "key symbol"),
          Map.entry(RiskParser.RULE_referenceMember, "of account as payer listed as payments"),
          Map.entry(RiskParser.RULE_inputMember, "cash : USD in steps of 0.01 or none"),
          Map.entry(RiskParser.RULE_tableDeclaration, "table tiers by notional: USD { … }"),
          Map.entry(RiskParser.RULE_gridDeclaration, "grid charge : ratio by days, moneyness { … }"),
          Map.entry(RiskParser.RULE_forEachDeclaration, "for each account { … }"),
          Map.entry(RiskParser.RULE_functionDeclaration, "function quote(a, b) { … }"),
          Map.entry(RiskParser.RULE_propertyDeclaration, "property \"title\" for each account: condition"),
          Map.entry(RiskParser.RULE_testDeclaration, "test \"title\" { … }"),
          Map.entry(RiskParser.RULE_setting, "cash = 1_000"),
          Map.entry(RiskParser.RULE_definition, "name = expression"));

  private final CommonTokenStream tokens;
  private final Problems problems;

  SyntaxErrors(CommonTokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  void report(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    ParserRuleContext item = Recovery.itemOf(parser.getContext());
    if (!problems.saidWithin(item.getStart().getStartIndex(), offending.getStopIndex() + 1)) {
      problems.report(known(parser, error, item).orElseGet(() -> plain(parser, error)));
    }
  }

  /** The mistakes that have a sentence of their own. */
  private Optional<Diagnostic.Builder> known(
      Parser parser, RecognitionException error, ParserRuleContext item) {
    Token offending = error.getOffendingToken();
    Token before = before(offending);
    for (Token word : new Token[] {before, offending}) {
      if (word != null && LATER.contains(word.getText()) && !startsTest(word)) {
        return Optional.of(at(SyntaxProblem.NOT_IN_THIS_VERSION, word));
      }
      if (word != null && CHOICES.contains(word.getText())) {
        return Optional.of(at(SyntaxProblem.IF_THEN_ELSE, word));
      }
    }
    Optional<Diagnostic.Builder> decimal = halfNumber(offending);
    if (decimal.isPresent()) {
      return decimal;
    }
    boolean lineOfNames =
        item.getRuleIndex() == RiskParser.RULE_item
            && item.getStart() == before
            && isName(before)
            && (isName(offending) || offending.getType() == RiskParser.LBRACE);
    if (lineOfNames) {
      Diagnostic.Builder builder = at(SyntaxProblem.NO_SUCH_LINE, before);
      Words.nearest(before.getText())
          .ifPresent(word -> builder.hint("Did you mean `" + word + "`?"));
      return Optional.of(builder);
    }
    return Optional.empty();
  }

  private Diagnostic.Builder plain(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    Token before = before(offending);
    Expected expected = Expected.at(parser, error);
    if (expected.formulaEnds() && before != null && offending.getType() != Token.EOF) {
      Diagnostic.Builder builder =
          Diagnostic.of(SyntaxProblem.CANNOT_FOLLOW, problems.span(offending))
              .with("found", found(offending))
              .with("before", found(before));
      return expected.concepts().isEmpty() || endsLine(offending)
          ? builder.hint("What may follow here: " + expected.inWords() + ", or an operator.")
          : builder;
    }
    boolean reserved = Words.isReserved(offending) && expected.inWords().contains("name");
    if (reserved) {
      return at(SyntaxProblem.RESERVED, offending);
    }
    Diagnostic.Builder builder =
        Diagnostic.of(SyntaxProblem.EXPECTED, problems.span(offending))
            .with("expected", capital(expected.inWords()))
            .with("found", found(offending));
    form(parser.getContext()).ifPresent(form -> builder.hint("The form is `" + form + "`."));
    return builder;
  }

  private Optional<Diagnostic.Builder> halfNumber(Token offending) {
    Token before = before(offending);
    if (before == null) {
      return Optional.empty();
    }
    if (before.getType() == RiskParser.DOT && offending.getType() == RiskParser.NUMBER) {
      return Optional.of(halfNumber(before, offending, "0." + offending.getText()));
    }
    if (offending.getType() == RiskParser.DOT && offending.getTokenIndex() + 1 < tokens.size()) {
      Token after = tokens.get(offending.getTokenIndex() + 1);
      if (after.getType() == RiskParser.NUMBER) {
        return Optional.of(halfNumber(offending, after, "0." + after.getText()));
      }
    }
    if (before.getType() == RiskParser.DOT) {
      Token number = before(before);
      if (number != null && number.getType() == RiskParser.NUMBER) {
        return Optional.of(halfNumber(number, before, number.getText() + ".0"));
      }
    }
    return Optional.empty();
  }

  private Diagnostic.Builder halfNumber(Token first, Token last, String instead) {
    return Diagnostic.of(SyntaxProblem.HALF_NUMBER, problems.span(first, last))
        .with("instead", instead);
  }

  private Diagnostic.Builder at(SyntaxProblem problem, Token token) {
    return Diagnostic.of(problem, problems.span(token)).with("word", token.getText());
  }

  /** {@code given} is a word of tests; anywhere else it asks for another world. */
  private boolean startsTest(Token word) {
    Token before = before(word);
    return word.getType() == RiskParser.GIVEN
        && before != null
        && (before.getType() == RiskParser.NEWLINE || before.getType() == RiskParser.LBRACE);
  }

  private Token before(Token token) {
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private static Optional<String> form(ParserRuleContext context) {
    for (ParserRuleContext at = context; at != null; at = at.getParent()) {
      if (FORMS.containsKey(at.getRuleIndex())) {
        return Optional.of(FORMS.get(at.getRuleIndex()));
      }
    }
    return Optional.empty();
  }

  private static boolean isName(Token token) {
    return Words.isName(token);
  }

  private static boolean endsLine(Token token) {
    return token.getType() == RiskParser.NEWLINE || token.getType() == RiskParser.RBRACE;
  }

  private static String found(Token token) {
    return switch (token.getType()) {
      case RiskParser.NEWLINE -> "the end of the line";
      case Token.EOF -> "the end of the file";
      default -> "`" + shortened(token.getText()) + "`";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
