package org.loadline.snapshot;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the records of one CSV file: the header, then a row each. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> implements Locator {
  private static final Slice NOT_GIVEN = Slice.of("");

  private final Form form;
  private final Problems problems;
  private final List<String> names = new ArrayList<>();
  private Optional<RowInput> input = Optional.empty();
  private List<Slot> columns = List.of();

  /** References of several parts: those of the row that is being read. */
  private final Map<Integer, Parts> parts = new LinkedHashMap<>();

  private record Parts(ReferenceForm reference, List<Slice> given) {
    static Parts of(ReferenceForm reference) {
      List<Slice> given = new ArrayList<>();
      reference.leaves().forEach(leaf -> given.add(NOT_GIVEN));
      return new Parts(reference, given);
    }
  }

  private boolean inHeader = true;
  private boolean refused;
  private long line;
  private int row = -1;
  private long rowsRead;
  private int width;

  CsvRows(Form form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  void into(RowInput rows) {
    input = Optional.of(rows);
  }

  @Override
  public Place at(String column) {
    return Place.cell(form.file(), line, rowsRead, column);
  }

  boolean hasHeader() {
    return !inHeader;
  }

  /** Whether nothing can be made of the header, so that rows need not be read. */
  boolean isRefused() {
    return refused;
  }

  /** The line at which the record that is being read begins. */
  long line() {
    return line;
  }

  long rowsRead() {
    return rowsRead;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    width = 0;
  }

  @Override
  protected void handleField(int column, char[] buffer, int start, int length, boolean quoted) {
    width++;
    Slice text = new Slice(buffer, start, length);
    if (inHeader) {
      if (width <= CsvHeader.MOST_COLUMNS + 1) {
        names.add(text.text());
      }
      return;
    }
    if (column == 0) {
      rowsRead++;
      row = input.orElseThrow().add(line, 0);
    }
    if (column < columns.size()) {
      put(columns.get(column), text);
    }
  }

  private void put(Slot slot, Slice text) {
    RowInput rows = input.orElseThrow();
    switch (slot) {
      case Slot.Ignored ignored -> {}
      case Slot.Cell cell -> rows.put(row, cell, text);
      case Slot.Part(ReferenceForm reference, int part) -> {
        if (reference.isSingle()) {
          rows.putReference(row, reference, text);
        } else {
          parts
              .computeIfAbsent(reference.field().index(), field -> Parts.of(reference))
              .given
              .set(part, Slice.of(text.text()));
        }
      }
    }
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() == RecordType.EMPTY) {
      return false;
    }
    if (inHeader) {
      takeHeader();
      return true;
    }
    if (width != columns.size()) {
      problems.add(
          FileProblem.RAGGED_ROW,
          at(""),
          "",
          Map.of("cells", counted(width, "cell"), "columns", counted(columns.size(), "column")));
    }
    for (Parts given : parts.values()) {
      input.orElseThrow().putParts(row, given.reference, given.given);
      given.given.replaceAll(part -> NOT_GIVEN);
    }
    return true;
  }

  private void takeHeader() {
    inHeader = false;
    Optional<List<Slot>> matched = CsvHeader.match(form, names, problems, line);
    refused = matched.isEmpty();
    columns = List.copyOf(matched.orElse(List.of()));
  }

  static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
