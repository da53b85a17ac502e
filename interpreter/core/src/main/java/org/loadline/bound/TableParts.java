package org.loadline.bound;

import java.util.List;
import org.loadline.model.Entity;
import org.loadline.model.Table;

/** A table and, if the text holds its rows, the entity that they are rows of. */
record TableParts(Table table, List<Entity> rows) {
  TableParts {
    rows = List.copyOf(rows);
  }
}
