package org.loadline.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A format of files that hold one table as columns with types, beside CSV.
 *
 * <p>It is a service: looked for when a file has its extension or results are asked for in it, and
 * not before.
 */
public interface TableFormat {
  /** As it ends the names of files, with its point. */
  String extension();

  /** Opens a file; one that is damaged is an exception that says how. */
  TableReader open(Path file) throws IOException;

  /** Writes a table of so many rows. */
  void write(List<TypedColumn> columns, int rows, OutputStream out) throws IOException;
}
