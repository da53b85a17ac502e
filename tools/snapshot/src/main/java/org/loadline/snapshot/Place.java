package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in the files something stands. Numbers count from 1; 0 and the empty text mean that it is
 * not known or makes no sense there.
 *
 * <p>{@code line} is that of the text, which is not the row: a quoted cell may run over lines.
 * {@code row} counts the rows of the entity in the order they stand there. {@code character} counts
 * within the line, {@code pointer} is a JSON pointer; both are for JSON alone.
 */
public record Place(
    String file, long line, int character, long row, String column, String pointer) {

  static Place file(String file) {
    return new Place(file, 0, 0, 0, "", "");
  }

  static Place line(String file, long line) {
    return new Place(file, line, 0, 0, "", "");
  }

  static Place cell(String file, long line, long row, String column) {
    return new Place(file, line, 0, row, column, "");
  }

  /** As people read it: {@code position.csv, line 7, row 6, column `size`}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(file);
    if (line > 0) {
      parts.add("line " + line);
    }
    if (character > 0) {
      parts.add("character " + character);
    }
    if (row > 0) {
      parts.add("row " + row);
    }
    if (!column.isEmpty()) {
      parts.add("column `" + column + "`");
    }
    if (!pointer.isEmpty()) {
      parts.add("at " + pointer);
    }
    return String.join(", ", parts);
  }
}
