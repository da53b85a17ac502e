package org.loadline.data;

import java.util.List;
import org.loadline.core.Program;

/** What one run gave: a column for each output, in the order of the report. */
public record Results(
    Program program, Snapshot snapshot, ParamValues params, List<OutputColumn> columns) {
  public Results {
    columns = List.copyOf(columns);
  }
}
