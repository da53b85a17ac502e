package org.loadline.parser;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Expression;
import org.loadline.syntax.SyntaxFile;

/**
 * Reads text into syntax.
 *
 * <p>Whatever the text, nothing is thrown: what is wrong is said to the sink, and the tree holds
 * what could be read. Its depth is bounded, so that whoever walks it may recurse. Stateless.
 */
public final class Parsing {
  /** The longest text that is read, in UTF-16 units. */
  static final int LONGEST = 8_000_000;

  private Parsing() {}

  /** Reads a whole file: a policy or a library. */
  public static SyntaxFile parse(Source source, DiagnosticSink sink) {
    Problems problems = new Problems(source, sink);
    SyntaxFile nothing = new SyntaxFile(source, Optional.empty(), List.of());
    return read(problems, SyntaxProblem.EMPTY_FILE, nothing, RiskParser::file, FileBuilder::file);
  }

  /**
   * Reads a whole file, and keeps how it is written: for tools that rewrite text. Empty where the
   * text has an error, which is said to the sink.
   */
  public static Optional<WrittenFile> written(Source source, DiagnosticSink sink) {
    Problems problems = new Problems(source, sink);
    return read(
        problems,
        SyntaxProblem.EMPTY_FILE,
        Optional.empty(),
        RiskParser::file,
        (builder, tree) -> {
          SyntaxFile file = builder.file(tree);
          return problems.any()
              ? Optional.empty()
              : Optional.of(new WrittenFile(builder.reader().tokens(), tree, file));
        });
  }

  /** Reads one formula, such as a selection on the command line. */
  public static Expression expression(Source source, DiagnosticSink sink) {
    Problems problems = new Problems(source, sink);
    Expression nothing = new Expression.Unreadable(source.span(0, source.text().length()));
    return read(
        problems,
        SyntaxProblem.NO_FORMULA,
        nothing,
        RiskParser::expressionAlone,
        FileBuilder::expression);
  }

  /** The words and signs of a text without its comments and its layout, a line an item. */
  public static String words(Source source) {
    StringBuilder words = new StringBuilder();
    for (Token token : tokens(new Problems(source, new DiagnosticSink())).getTokens()) {
      if (isVisible(token) && token.getType() != Token.EOF) {
        boolean line = token.getType() == RiskLexer.NEWLINE;
        words.append(line ? "\n" : token.getText() + " ");
      }
    }
    return words.toString();
  }

  private static <C extends ParserRuleContext, T> T read(
      Problems problems,
      SyntaxProblem empty,
      T nothing,
      Function<RiskParser, C> entry,
      BiFunction<FileBuilder, C, T> build) {
    Source source = problems.source();
    if (source.text().length() > LONGEST) {
      problems.report(
          Diagnostic.of(SyntaxProblem.TOO_LONG, source.span(0, 0)).with("limit", LONGEST));
      return nothing;
    }
    CommonTokenStream stream = tokens(problems);
    if (stream.getTokens().stream().filter(Parsing::isVisible).count() == 1) {
      if (!problems.any()) {
        problems.report(empty, source.span(0, 0));
      }
      return nothing;
    }
    C tree = tree(stream, problems, entry);
    return build.apply(new FileBuilder(new Reader(stream, problems)), tree);
  }

  /** The tokens of a source as the parser sees them. */
  static CommonTokenStream tokens(Problems problems) {
    List<CommonToken> spelt = Spelling.tokens(problems.source(), problems);
    CommonTokenStream stream =
        new CommonTokenStream(new ListTokenSource(Layout.apply(spelt, problems)));
    stream.fill();
    return stream;
  }

  /**
   * Parses, at first without a look at the context: that is fast, and right wherever it succeeds. A
   * text that fails is read again with all care, to say where.
   */
  private static <C extends ParserRuleContext> C tree(
      CommonTokenStream stream, Problems problems, Function<RiskParser, C> entry) {
    RiskParser parser = new RiskParser(stream);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return entry.apply(parser);
    } catch (ParseCancellationException failed) {
      stream.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new Recovery(depths(stream), new SyntaxErrors(stream, problems)));
      return entry.apply(parser);
    }
  }

  /** The number of brackets that are open before each token. */
  private static int[] depths(CommonTokenStream stream) {
    int[] depths = new int[stream.size()];
    int depth = 0;
    for (Token token : stream.getTokens()) {
      depths[token.getTokenIndex()] = depth;
      switch (token.getType()) {
        case RiskParser.LPAREN, RiskParser.LBRACE -> depth++;
        case RiskParser.RPAREN, RiskParser.RBRACE -> depth--;
        default -> {}
      }
    }
    return depths;
  }

  private static boolean isVisible(Token token) {
    return token.getChannel() == Token.DEFAULT_CHANNEL;
  }
}
