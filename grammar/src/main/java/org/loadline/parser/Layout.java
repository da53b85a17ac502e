package org.loadline.parser;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.loadline.source.Diagnostic;

/**
 * Decides which line breaks count, and brings brackets into pairs.
 *
 * <p>The rule, in the order in which it is asked at the first token of a line:
 *
 * <ol>
 *   <li>A closing bracket never begins something new.
 *   <li>A line that begins with a bar is a row when it follows the {@code {} of a table, or {@code
 *       with} and a name, or another row. A row is one line.
 *   <li>A line after a comma continues.
 *   <li>A line indented deeper than the first line of the item it stands in continues it.
 *   <li>Every other line begins something new: the break before it is kept as {@code NEWLINE}.
 * </ol>
 *
 * <p>Braces start afresh: the first item in them sets their depth, a shallower line sets it anew. A
 * round bracket that is open when something new begins is closed there. A brace that is never closed
 * is closed before the first line that is no deeper than the line it was opened on; that is asked
 * only of a text with too few closing braces, so that nobody must indent.
 *
 * <p>The result has every bracket in a pair, nested no deeper than {@link #DEEPEST}, and {@code
 * NEWLINE} directly in braces or at the top only.
 */
final class Layout {
  static final int DEEPEST = 100;

  /** An open bracket; the first one stands for the file. */
  private static final class Frame {
    final Token opener;
    final boolean round;
    final int openedAt;

    /** The column of the items in it, -1 before the first. */
    int items = -1;

    Frame(Token opener, boolean round, int openedAt) {
      this.opener = opener;
      this.round = round;
      this.openedAt = openedAt;
    }
  }

  private final List<CommonToken> input;
  private final boolean closeByIndentation;
  private final List<Diagnostic.Builder> said = new ArrayList<>();
  private final Problems problems;

  private final List<CommonToken> output = new ArrayList<>();
  private final List<CommonToken> hidden = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private int previous = Token.EOF;
  private int beforePrevious = Token.EOF;
  private int previousEnd;
  private int lineColumn;
  private boolean inRows;
  private int skipping;
  private boolean braceLeftOpen;
  private boolean tabSaid;

  private Layout(List<CommonToken> input, Problems problems, boolean closeByIndentation) {
    this.input = input;
    this.problems = problems;
    this.closeByIndentation = closeByIndentation;
  }

  /** The tokens with the line breaks that count. */
  static List<CommonToken> apply(List<CommonToken> tokens, Problems problems) {
    Layout layout = new Layout(tokens, problems, false);
    layout.run();
    if (layout.braceLeftOpen) {
      layout = new Layout(tokens, problems, true);
      layout.run();
    }
    layout.said.forEach(problems::report);
    return layout.output;
  }

  private void run() {
    frames.add(new Frame(input.getLast(), false, -1));
    boolean lineStarts = true;
    for (CommonToken token : input) {
      if (token.getType() == RiskLexer.NEWLINE) {
        token.setChannel(Token.HIDDEN_CHANNEL);
        hidden.add(token);
        lineStarts = true;
      } else if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        hidden.add(token);
      } else {
        if (lineStarts) {
          startLine(token);
          lineStarts = false;
        }
        place(token);
      }
    }
  }

  // ---- Lines

  private void startLine(CommonToken token) {
    int column = token.getCharPositionInLine();
    checkIndentation();
    if (skipping > 0 && column <= innermostBrace().items) {
      skipping = 0;
    }
    if (skipping == 0 && !closes(token)) {
      if (beginsRows(token)) {
        inRows = true;
        if (previous == RiskLexer.LBRACE) {
          top().items = column;
        }
      } else if (inRows) {
        inRows = token.getType() == RiskLexer.PIPE;
        beginItem(column);
      } else if (top().items < 0 && !top().round) {
        top().items = column;
      } else if (previous != RiskLexer.COMMA && column <= innermostBrace().items) {
        beginItem(column);
      }
    }
    lineColumn = column;
  }

  private void beginItem(int column) {
    while (top().round) {
      closeForced();
    }
    while (closeByIndentation && frames.size() > 1 && column <= top().openedAt) {
      closeForced();
    }
    Frame frame = top();
    frame.items = frame.items < 0 ? column : Math.min(frame.items, column);
    for (CommonToken token : hidden) {
      if (token.getType() == RiskLexer.NEWLINE) {
        token.setChannel(Token.DEFAULT_CHANNEL);
        break;
      }
    }
  }

  private boolean beginsRows(Token token) {
    return token.getType() == RiskLexer.PIPE
        && !inRows
        && !top().round
        && (previous == RiskLexer.LBRACE || beforePrevious == RiskLexer.WITH);
  }

  private void checkIndentation() {
    for (int i = hidden.size() - 1; i >= 0; i--) {
      CommonToken space = hidden.get(i);
      if (space.getType() == RiskLexer.NEWLINE) {
        return;
      }
      if (!tabSaid && space.getType() == RiskLexer.SPACE && space.getText().indexOf('\t') >= 0) {
        tabSaid = true;
        said.add(Diagnostic.of(SyntaxProblem.TAB, problems.span(space)));
      }
    }
  }

  // ---- Brackets

  private void place(CommonToken token) {
    switch (token.getType()) {
      case RiskLexer.LPAREN, RiskLexer.LBRACE -> open(token);
      case RiskLexer.RPAREN, RiskLexer.RBRACE -> close(token);
      case Token.EOF -> {
        skipping = 0;
        braceLeftOpen = frames.stream().skip(1).anyMatch(frame -> !frame.round);
        while (frames.size() > 1) {
          closeForced();
        }
        emit(token);
      }
      default -> {
        if (skipping == 0) {
          if (top().items < 0 && !top().round) {
            top().items = token.getCharPositionInLine();
          }
          emit(token);
        }
      }
    }
  }

  private void open(CommonToken token) {
    if (skipping > 0) {
      skipping++;
    } else if (frames.size() > DEEPEST) {
      skipping = 1;
      said.add(Diagnostic.of(SyntaxProblem.TOO_DEEP, problems.span(token)).with("limit", DEEPEST));
    } else {
      if (top().items < 0 && !top().round) {
        top().items = token.getCharPositionInLine();
      }
      emit(token);
      frames.add(new Frame(token, token.getType() == RiskLexer.LPAREN, lineColumn));
      inRows = false;
    }
  }

  private void close(CommonToken token) {
    boolean round = token.getType() == RiskLexer.RPAREN;
    if (skipping > 0) {
      skipping--;
    } else if (frames.stream().skip(1).noneMatch(frame -> frame.round == round)) {
      said.add(
          Diagnostic.of(SyntaxProblem.CLOSES_NOTHING, problems.span(token))
              .with("bracket", token.getText()));
    } else if (round && !top().round && !roundInItem()) {
      said.add(
          Diagnostic.of(SyntaxProblem.CLOSES_NOTHING, problems.span(token))
              .with("bracket", token.getText()));
    } else {
      while (top().round != round) {
        closeForced();
      }
      frames.removeLast();
      inRows = false;
      emit(token);
    }
  }

  /** Whether the innermost brace is itself within a round bracket on the same line. */
  private boolean roundInItem() {
    Frame below = frames.get(frames.size() - 2);
    return below.round;
  }

  /** Closes the innermost bracket where the text does not. */
  private void closeForced() {
    Frame frame = frames.removeLast();
    String closing = frame.round ? ")" : "}";
    said.add(
        Diagnostic.of(SyntaxProblem.UNCLOSED, problems.span(frame.opener))
            .with("bracket", frame.opener.getText())
            .with("closing", closing));
    CommonToken closer = new CommonToken(frame.opener);
    closer.setType(frame.round ? RiskLexer.RPAREN : RiskLexer.RBRACE);
    closer.setText(closing);
    closer.setStartIndex(previousEnd);
    closer.setStopIndex(previousEnd - 1);
    output.add(closer);
    remember(closer);
    inRows = false;
  }

  private void emit(CommonToken token) {
    output.addAll(hidden);
    hidden.clear();
    output.add(token);
    remember(token);
    previousEnd = token.getStopIndex() + 1;
  }

  private void remember(Token token) {
    beforePrevious = previous;
    previous = token.getType();
  }

  private Frame top() {
    return frames.getLast();
  }

  private Frame innermostBrace() {
    for (int i = frames.size() - 1; i > 0; i--) {
      if (!frames.get(i).round) {
        return frames.get(i);
      }
    }
    return frames.getFirst();
  }

  private static boolean closes(Token token) {
    return token.getType() == RiskLexer.RPAREN
        || token.getType() == RiskLexer.RBRACE
        || token.getType() == Token.EOF;
  }
}
