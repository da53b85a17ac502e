package org.loadline.parser;

import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.loadline.parser.RiskParser.BracketPrimaryContext;
import org.loadline.parser.RiskParser.RowContext;
import org.loadline.source.Diagnostic;

/** Says in the language's own words why a line could not be read. */
final class SyntaxErrors {
  /** How other languages begin a choice between values. */
  private static final Set<String> CHOICES =
      Set.of("if", "then", "elif", "switch", "case", "match");

  private final CommonTokenStream tokens;
  private final Problems problems;

  SyntaxErrors(CommonTokenStream tokens, Problems problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** Reports an error, unless something has already been said about its item up to there. */
  void report(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    ParserRuleContext item = Recovery.itemOf(parser.getContext());
    boolean block = Recovery.isInBlock(parser.getContext(), offending);
    Token start = block ? lineStart(offending) : item.getStart();
    if (!problems.saidWithin(start.getStartIndex(), offending.getStopIndex() + 1)) {
      Token before = before(offending);
      problems.report(
          before == null
              ? plain(parser, error)
              : known(offending, before, item)
                  .or(() -> unjoined(parser.getContext(), offending, before))
                  .orElseGet(() -> plain(parser, error)));
    }
  }

  // ---- Mistakes with a sentence of their own

  private Optional<Diagnostic.Builder> known(
      Token offending, Token before, ParserRuleContext item) {
    if (endsValue(before) && Forms.of(before).isEmpty() && offending.getText().equals("grouped")) {
      return Optional.of(about(SyntaxProblem.GROUPED, offending));
    }
    for (Token word : new Token[] {before, offending}) {
      if (CHOICES.contains(word.getText())) {
        return Optional.of(about(SyntaxProblem.IF_THEN_ELSE, word));
      }
    }
    if (item.getStart() == before && Forms.of(before).isPresent()) {
      return Forms.of(before).map(form -> afterWord(form, offending));
    }
    if (item.getStart() == before
        && item.getRuleIndex() == RiskParser.RULE_item
        && Words.isName(before)
        && (Words.isName(offending) || offending.getType() == RiskParser.LBRACE)) {
      Diagnostic.Builder builder = about(SyntaxProblem.NO_SUCH_LINE, before);
      Words.nearest(before.getText())
          .ifPresent(word -> builder.hint("Did you mean `" + word + "`?"));
      return Optional.of(builder);
    }
    if (item.getStart() == before
        && item.getRuleIndex() == RiskParser.RULE_entry
        && before.getType() == RiskParser.IDENT) {
      return Optional.of(about(SyntaxProblem.NO_SUCH_ENTRY, before));
    }
    return halfNumber(offending, before);
  }

  private Diagnostic.Builder afterWord(Forms form, Token offending) {
    return Words.isReserved(offending) && form.wanted().contains("name")
        ? about(SyntaxProblem.RESERVED, offending)
        : expected(form.wanted(), offending).hint(form.hint());
  }

  private Optional<Diagnostic.Builder> halfNumber(Token offending, Token before) {
    if (before.getType() == RiskParser.DOT && offending.getType() == RiskParser.NUMBER) {
      return Optional.of(halfNumber(before, offending, "0." + offending.getText()));
    }
    Token after = after(offending);
    if (offending.getType() == RiskParser.DOT && after.getType() == RiskParser.NUMBER) {
      return Optional.of(halfNumber(offending, after, "0." + after.getText()));
    }
    Token number = before.getType() == RiskParser.DOT ? before(before) : null;
    if (number != null && number.getType() == RiskParser.NUMBER) {
      return Optional.of(halfNumber(number, before, number.getText() + ".0"));
    }
    return Optional.empty();
  }

  private Diagnostic.Builder halfNumber(Token first, Token last, String instead) {
    return Diagnostic.of(SyntaxProblem.HALF_NUMBER, problems.span(first, last))
        .with("instead", instead);
  }

  // ---- Two things side by side

  /** What stands after something complete without a sign, a comma or a line break between. */
  private Optional<Diagnostic.Builder> unjoined(
      ParserRuleContext context, Token offending, Token before) {
    boolean block = Recovery.isInBlock(context, offending);
    if (block && endsWithRow(context)) {
      return Optional.of(about(SyntaxProblem.NO_CELL, offending));
    }
    boolean bracket =
        context.getRuleIndex() == RiskParser.RULE_arguments
            || context instanceof BracketPrimaryContext;
    if (!endsValue(before) || !(block || bracket)) {
      return Optional.empty();
    }
    Diagnostic.Builder builder =
        Diagnostic.of(SyntaxProblem.CANNOT_FOLLOW, problems.span(offending))
            .with("found", capital(found(offending)))
            .with("before", found(before));
    return Optional.of(builder.hint(howToJoin(offending, before, bracket)));
  }

  private String howToJoin(Token offending, Token before, boolean bracket) {
    return ForeignForms.joining(before, offending)
        .orElseGet(() -> howToPart(offending, before, bracket));
  }

  private String howToPart(Token offending, Token before, boolean bracket) {
    boolean digits =
        before.getType() == RiskParser.NUMBER
            && after(offending).getType() == RiskParser.NUMBER
            && after(offending).getStartIndex() == offending.getStopIndex() + 1;
    if (offending.getType() == RiskParser.COMMA) {
      return digits
          ? "Group digits with `_`, as in `1_000`."
          : "Begin a new line; a first limit or local follows without a comma.";
    } else if (offending.getType() == RiskParser.RANGE) {
      return "A range stands after `in` or `within`, as in `a in 1 .. 3`.";
    } else if (offending.getType() == RiskParser.ELSE) {
      return decides(offending)
          ? "The last value of a decision is `| value otherwise`."
          : "Put it in brackets with what it answers for: `(… else …)`.";
    } else if (bracket) {
      return "Put an operator or a comma between them, or close the bracket.";
    } else if (offending.getLine() != before.getLine()) {
      return "This line is deeper than the item above and continues it: begin it at its depth.";
    } else if (before.getType() == RiskParser.RBRACE) {
      return "Begin a new line.";
    }
    return SyntaxProblem.CANNOT_FOLLOW.hint();
  }

  private static boolean endsWithRow(ParserRuleContext context) {
    ParseTree at = context;
    while (at.getChildCount() > 0 && !(at instanceof RowContext)) {
      at = at.getChild(at.getChildCount() - 1);
    }
    return at instanceof RowContext;
  }

  // ---- Everything else

  private Diagnostic.Builder plain(Parser parser, RecognitionException error) {
    Token offending = error.getOffendingToken();
    Expected expected = Expected.at(parser, error);
    if (expected.name() && Words.isReserved(offending)) {
      return about(SyntaxProblem.RESERVED, offending);
    }
    Diagnostic.Builder builder = expected(expected.inWords(), offending);
    if (endsLine(offending) && expected.inFormula()) {
      return builder.hint("A line that continues is indented deeper than the first one.");
    }
    Optional<String> foreign =
        expected.inFormula() ? ForeignForms.insteadOfAValue(offending) : Optional.empty();
    return builder.hint(
        foreign
            .or(() -> Forms.of(parser.getContext(), offending).map(Forms::hint))
            .orElseGet(() -> hint(expected)));
  }

  private static String hint(Expected expected) {
    return switch (expected.concepts().isEmpty() ? "" : expected.concepts().getFirst()) {
      case "a value" -> "A value is a name, a number with its unit, a call, or a formula in `( )`.";
      case "a condition" -> "A condition compares, as in `equity < 0`, or is the name of a flag.";
      default ->
          expected.name()
              ? "A name begins with a letter, and goes on with letters, digits and `_`."
              : "Add it, or take out what is not needed.";
    };
  }

  private Diagnostic.Builder expected(String wanted, Token offending) {
    Token before = before(offending);
    Diagnostic.Builder builder;
    if (before != null && endsLine(offending) && before.getLine() != offending.getLine()) {
      builder =
          Diagnostic.of(SyntaxProblem.EXPECTED, problems.after(before))
              .with("found", "the end of the line");
    } else {
      builder =
          Diagnostic.of(SyntaxProblem.EXPECTED, problems.span(offending))
              .with("found", found(offending));
    }
    return builder.with("expected", capital(wanted));
  }

  private Diagnostic.Builder about(SyntaxProblem problem, Token token) {
    return Diagnostic.of(problem, problems.span(token)).with("word", token.getText());
  }

  // ---- Tokens

  private @Nullable Token before(Token token) {
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return tokens.get(i);
      }
    }
    return null;
  }

  /** Whether {@code when} stands before a token on its line. */
  private boolean decides(Token token) {
    return tokens.getTokens().stream()
        .limit(token.getTokenIndex())
        .anyMatch(t -> t.getLine() == token.getLine() && t.getType() == RiskParser.WHEN);
  }

  private Token after(Token token) {
    for (int i = token.getTokenIndex() + 1; i < tokens.size(); i++) {
      if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        return tokens.get(i);
      }
    }
    return token;
  }

  /** The first token of the item that a token ends or follows. */
  private Token lineStart(Token token) {
    Token start = token;
    Token before = before(token);
    while (before != null
        && before.getType() != RiskParser.NEWLINE
        && before.getType() != RiskParser.LBRACE) {
      start = before;
      before = before(before);
    }
    return start;
  }

  private static boolean endsValue(Token token) {
    return Words.isName(token)
        || switch (token.getType()) {
          case RiskParser.NUMBER,
              RiskParser.PERCENT,
              RiskParser.STRING,
              RiskParser.DATE,
              RiskParser.INSTANT,
              RiskParser.TRUE,
              RiskParser.FALSE,
              RiskParser.NONE,
              RiskParser.OTHERWISE,
              RiskParser.RPAREN,
              RiskParser.RBRACE ->
              true;
          default -> false;
        };
  }

  /** Whether a token is an end; a closing brace on a later line is the end of its line above. */
  private static boolean endsLine(Token token) {
    return token.getType() == RiskParser.NEWLINE
        || token.getType() == RiskParser.RBRACE
        || token.getType() == Token.EOF;
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
