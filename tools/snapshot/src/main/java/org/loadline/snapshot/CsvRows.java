package org.loadline.snapshot;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the records of one CSV file: the header, then a row each. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Boolean> implements Locator {
  private final Form form;
  private final Problems problems;
  private final List<String> names = new ArrayList<>();
  private Optional<RowInput> input = Optional.empty();
  private Optional<CsvRecord> record = Optional.empty();
  private List<Slot> columns = List.of();

  private boolean inHeader = true;
  private boolean refused;
  private long linesBefore;
  private long line;
  private int row = -1;
  private long rowsRead;

  /** Where the block begins that is being taken. */
  private long firstLine;

  private long firstRow;
  private int width;

  CsvRows(Form form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  void into(RowInput rows) {
    input = Optional.of(rows);
  }

  RowInput input() {
    return input.orElseThrow();
  }

  /** What each column holds, the header having been read. */
  List<Slot> columns() {
    return columns;
  }

  /** Takes a header that was read elsewhere. */
  void takeHeader(List<String> given) {
    names.addAll(given);
    line = 1;
    takeHeader();
    linesBefore = 1;
  }

  /** Takes the rows of a block that was read elsewhere: a line each, after those before them. */
  void take(PlainBlock block) throws FileRefusal {
    long linesAfter = linesBefore + block.rows();
    long rowsAfter = rowsRead + block.rows();
    input().places().add(linesBefore + 1, 0, block.rows());
    firstLine = linesBefore + 1;
    firstRow = rowsRead;
    block.input().into(input(), this);
    linesBefore = linesAfter;
    rowsRead = rowsAfter;
  }

  /** Stands at a row of the block that is being taken. */
  void stand(int at) {
    line = firstLine + (at - firstRow);
    rowsRead = at + 1L;
  }

  /** Gives the file up where it has too many problems. */
  void refuseTooMany() throws FileRefusal {
    if (problems.isTooMany(form.file())) {
      throw new FileRefusal(
          FileProblem.GIVEN_UP,
          0,
          Map.of("file", form.file(), "most", Integer.toString(Problems.MOST)));
    }
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

  /** How many lines stood before those that the parser counts. */
  long linesBefore() {
    return linesBefore;
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
    line = linesBefore + startingLine;
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
    record.orElseThrow().put(row, column, text);
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
    record.orElseThrow().end(row);
    return true;
  }

  private void takeHeader() {
    inHeader = false;
    Optional<List<Slot>> matched = CsvHeader.match(form, form.file(), names, problems, line);
    refused = matched.isEmpty();
    columns = List.copyOf(matched.orElse(List.of()));
    record = Optional.of(new CsvRecord(input(), columns));
  }

  static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
