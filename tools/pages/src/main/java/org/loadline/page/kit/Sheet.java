package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * A table: its caption, its columns, and rows of as many cells. The first cell of a row says what
 * the row is about.
 */
public record Sheet(Phrase caption, List<Column> columns, List<List<Cell>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table without rows. */
  public static Sheet of(Phrase caption, Column... columns) {
    return new Sheet(caption, List.of(columns), List.of());
  }

  /** The same with one more row. */
  public Sheet row(List<Cell> cells) {
    List<List<Cell>> all = new ArrayList<>(rows);
    all.add(cells);
    return new Sheet(caption, columns, all);
  }

  /** The same with one more row. */
  public Sheet row(Cell... cells) {
    return row(List.of(cells));
  }

  /** What a column holds. */
  public record Column(String head, Kind kind) {
    /** How its cells stand. */
    public enum Kind {
      WORDS,
      NUMBERS,
      /** Drawings, which Markdown does without. */
      DRAWINGS
    }

    public static Column words(String head) {
      return new Column(head, Kind.WORDS);
    }

    public static Column numbers(String head) {
      return new Column(head, Kind.NUMBERS);
    }

    public static Column drawings(String head) {
      return new Column(head, Kind.DRAWINGS);
    }
  }

  /** What stands in a cell. */
  public sealed interface Cell {
    /** Words; {@code style} is a class of the style sheet, or empty. */
    record Said(Phrase words, String style) implements Cell {}

    /** A drawing. */
    record Drawn(Element drawing) implements Cell {}

    static Cell of(Phrase words) {
      return new Said(words, "");
    }

    static Cell of(String words) {
      return of(Phrase.of(words));
    }

    static Cell of(Figure figure) {
      return of(Phrase.of(figure));
    }

    static Cell of(Element drawing) {
      return new Drawn(drawing);
    }
  }
}
