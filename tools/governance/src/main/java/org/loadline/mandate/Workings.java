package org.loadline.mandate;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.values.Value;

/** Works out the outputs of a program that reads no data. */
@FunctionalInterface
public interface Workings {
  /** The values of each output, by row; one value if it is of the whole. */
  List<List<Worked>> outputs(Program program);

  /** A value, or what is said of the fault that stands in its place. */
  record Worked(Optional<Value> value, String fault) {}
}
