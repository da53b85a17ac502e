package org.loadline.snapshot;

import java.io.IOException;
import java.util.List;

/** One table of typed columns, read once. */
public interface TableReader extends AutoCloseable {
  int rows();

  /** The columns in the order of the file. */
  List<Described> columns();

  /**
   * Gives the cells of some columns, from the first row to the last; some rows at a time, and of
   * these the columns in the order in which they are wanted.
   */
  void read(List<Wanted> columns) throws IOException;

  @Override
  void close() throws IOException;

  /** A column by its place in the file, and who takes its cells. */
  record Wanted(int column, CellTaker cells) {}

  /** A column as the file describes it; {@code type} is for people: {@code DOUBLE}. */
  record Described(String name, Holds holds, String type) {}

  /** What there is in the cells of a column. */
  enum Holds {
    /** Whole numbers and decimals. */
    NUMBERS("numbers"),
    TEXTS("texts"),
    FLAGS("flags"),
    DAYS("days"),
    /** Moments in UTC. */
    MOMENTS("moments"),
    /** Numbers of binary floating point, which are not exact. */
    FLOATING("binary floating point"),
    /** What no field can be. */
    OTHER("what no field holds");

    private final String words;

    Holds(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
