package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;
import org.loadline.source.Visible;

/** Blocks as Markdown: tables as GitHub and forums know them, {@code details} to unfold. */
final class MarkdownBlocks {
  private static final Pattern LIST_OR_HEADING = Pattern.compile("^(\\d*)([-+.)])(?=\\s|$)");

  String of(List<Block> blocks) {
    return String.join("\n\n", texts(blocks)) + "\n";
  }

  private List<String> texts(List<Block> blocks) {
    return blocks.stream().flatMap(this::of).toList();
  }

  private Stream<String> of(Block block) {
    return switch (block) {
      case Block.Verdict(String about, String sentence) ->
          Stream.of("# " + Escaped.text(sentence), start(Escaped.text(about)));
      case Block.Lead(Phrase words) -> Stream.of(start(of(words)));
      case Block.Said(Phrase words) -> Stream.of(start(of(words)));
      case Block.Remark(Phrase words) -> Stream.of(start(of(words)));
      case Block.Items(List<Phrase> items) ->
          items.isEmpty() ? Stream.of() : Stream.of(list(items));
      case Block.Card card -> Stream.of(card(card));
      case Block.Table(Sheet sheet) -> Stream.of(table(sheet));
      case Block.Drawing(Element figure) -> Stream.of();
      case Block.Text(List<Block.Text.Line> lines) -> Stream.of(text(lines));
      case Block.Beside(List<Block> blocks) -> texts(blocks).stream();
      case Block.Folded(String summary, List<Block> blocks) ->
          Stream.of(
              "<details>" + Escaped.summary(summary),
              String.join("\n\n", texts(blocks)),
              "</details>");
      case Block.Entry(String id, Phrase headline, List<Block> blocks) ->
          Stream.concat(
              Stream.of("### " + Escaped.text(id) + " " + of(headline)), texts(blocks).stream());
      case Block.Section(String title, List<Block> blocks) ->
          Stream.concat(Stream.of("## " + Escaped.text(title)), texts(blocks).stream());
    };
  }

  private static String card(Block.Card card) {
    Phrase more =
        card.more().stream().reduce(Phrase.NOTHING, (all, next) -> all.plain("; ").then(next));
    return "- " + of(card.label().plain(": ").strong(card.value().text()).then(more));
  }

  private static String list(List<Phrase> items) {
    return items.stream().map(item -> "- " + start(of(item))).collect(Collectors.joining("\n"));
  }

  private static String table(Sheet sheet) {
    List<Integer> kept =
        IntStream.range(0, sheet.columns().size())
            .filter(at -> sheet.columns().get(at).kind() != Column.Kind.DRAWINGS)
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(row(kept.stream().map(at -> Escaped.text(sheet.columns().get(at).head())).toList()));
    lines.add(
        row(
            kept.stream()
                .map(at -> sheet.columns().get(at).kind() == Column.Kind.NUMBERS ? "---:" : ":---")
                .toList()));
    for (List<Cell> cells : sheet.rows()) {
      lines.add(row(kept.stream().map(at -> of(cells.get(at))).toList()));
    }
    return start(of(sheet.caption())) + ":\n\n" + String.join("\n", lines);
  }

  private static String of(Cell cell) {
    return switch (cell) {
      case Cell.Said(Phrase words, String style) -> of(words);
      case Cell.Drawn(Element drawing) -> "";
    };
  }

  /** A backslash in code would undo that of the bar after it. */
  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\|", "\\ |").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** What starts a line is no list and no heading. */
  private static String start(String inline) {
    return LIST_OR_HEADING.matcher(inline).replaceFirst("$1\\\\$2");
  }

  private static String text(List<Block.Text.Line> lines) {
    int longest = lines.stream().mapToInt(line -> Escaped.longestRun(line.text())).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return lines.stream()
        .map(MarkdownBlocks::line)
        .collect(Collectors.joining("\n", fence + "diff\n", "\n" + fence));
  }

  private static String line(Block.Text.Line line) {
    String sign =
        switch (line.fate()) {
          case GOES -> "- ";
          case COMES -> "+ ";
          case STAYS -> "  ";
        };
    return sign + Visible.lines(line.text());
  }

  private static String of(Phrase phrase) {
    return phrase.parts().stream().map(MarkdownBlocks::of).collect(Collectors.joining());
  }

  private static String of(Phrase.Part part) {
    return switch (part) {
      case Phrase.Part.Plain(String text) -> Escaped.text(text);
      case Phrase.Part.Code(String text) -> Escaped.code(text);
      case Phrase.Part.Strong(String text) -> "**" + Escaped.text(text) + "**";
      case Phrase.Part.Number(Figure figure) -> Escaped.text(figure.brief());
      case Phrase.Part.Tag(Mark mark, String word) ->
          mark.sign() + " **" + Escaped.text(word) + "**";
      case Phrase.Part.Link(String id) -> Escaped.text(id);
    };
  }
}
