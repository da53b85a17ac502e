package org.loadline.format;

import java.util.List;
import java.util.Optional;
import org.loadline.parser.Parsing;
import org.loadline.parser.WrittenFile;
import org.loadline.source.Diagnostic;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/**
 * Lays out a file in the one style.
 *
 * <p>Every token and comment is kept, in its order, and the result means what the text meant: that
 * is checked before anybody sees it. Formatting twice is formatting once.
 */
public final class Formatting {
  private Formatting() {}

  /**
   * The text of a source, laid out; lines end with a line feed, the last one too.
   *
   * <p>Empty where the text has errors, which are said to the sink, and where the result would not
   * be the same text, which is a fault of ours and said too.
   */
  public static Optional<String> format(Source source, DiagnosticSink sink) {
    Optional<WrittenFile> file = Parsing.written(source, sink);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String text = layOut(file.get());
    Optional<FormatProblem> lost = Sameness.lost(file.get(), Source.of(source.name(), text));
    lost.ifPresent(problem -> sink.add(Diagnostic.of(problem, source.span(0, 0)).build()));
    return lost.isPresent() ? Optional.empty() : Optional.of(text);
  }

  /** Whether something that was said is a fault of the formatter, not of a text. */
  public static boolean isFaultOfOurs(Diagnostic diagnostic) {
    return diagnostic.code() instanceof FormatProblem;
  }

  private static String layOut(WrittenFile file) {
    Pieces pieces = new Pieces(file);
    List<Block> blocks =
        pieces.contexts().stream().flatMap(it -> Block.of(it, pieces).stream()).toList();
    Spacing.apply(pieces);
    Breaks.apply(pieces, blocks);
    Indentation.apply(pieces, blocks);
    Alignment.apply(pieces, blocks);
    Comments.apply(pieces);
    return print(pieces);
  }

  private static String print(Pieces pieces) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (Piece piece : pieces.all()) {
      if (piece.isFirst && piece.index > 0) {
        out.append(piece.isApart ? "\n\n" : "\n");
        column = 0;
      }
      out.repeat(' ', Math.max(0, piece.column - column)).append(piece.text);
      column = piece.end();
    }
    return out.append('\n').toString();
  }
}
