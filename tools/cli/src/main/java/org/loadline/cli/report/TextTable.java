package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;

/**
 * Rows and columns of text that line up: words to the left, numbers on their decimal points.
 *
 * <p>A word among numbers, such as {@code none}, stands to the right.
 */
final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns = new ArrayList<>();

  private record Column(String head, boolean numbers, List<String> cells) {}

  void add(String head, boolean numbers, List<String> cells) {
    columns.add(new Column(head, numbers, cells.stream().map(Glyphs::line).toList()));
  }

  /** The lines, the head first. */
  List<String> lines(Ink ink) {
    List<List<String>> laidOut = columns.stream().map(TextTable::layOut).toList();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < laidOut.getFirst().size(); row++) {
      StringBuilder line = new StringBuilder();
      for (List<String> column : laidOut) {
        line.append(line.isEmpty() ? "" : GAP).append(column.get(row));
      }
      String text = line.toString().stripTrailing();
      lines.add(row == 0 ? ink.strong(text) : text);
    }
    return lines;
  }

  /** Head and cells, each as wide as the widest. */
  private static List<String> layOut(Column column) {
    List<String> cells = column.numbers() ? aligned(column.cells()) : column.cells();
    int width = Glyphs.width(column.head());
    for (String cell : cells) {
      width = Math.max(width, Glyphs.width(cell));
    }
    List<String> laidOut = new ArrayList<>();
    laidOut.add(pad(column.head(), width, column.numbers()));
    for (String cell : cells) {
      laidOut.add(pad(cell, width, column.numbers()));
    }
    return laidOut;
  }

  /** Numbers with blanks after them, so that their points line up when they end in one column. */
  private static List<String> aligned(List<String> cells) {
    int most = cells.stream().mapToInt(TextTable::afterWhole).max().orElse(0);
    return cells.stream()
        .map(cell -> isNumber(cell) ? cell + " ".repeat(most - afterWhole(cell)) : cell)
        .toList();
  }

  /** The characters from the point on. */
  private static int afterWhole(String cell) {
    int point = cell.indexOf('.');
    return !isNumber(cell) || point < 0 ? 0 : cell.length() - point;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9]+(\\.[0-9]+~?)?");
  }

  private static String pad(String text, int width, boolean right) {
    String blanks = " ".repeat(width - Glyphs.width(text));
    return right ? blanks + text : text + blanks;
  }
}
