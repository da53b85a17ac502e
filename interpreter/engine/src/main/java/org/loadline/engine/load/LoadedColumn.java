package org.loadline.engine.load;

import java.util.Map;
import org.loadline.data.Column;

/** A column of a snapshot: its form, its arrays and the column that they were made from. */
public record LoadedColumn(ColumnForm form, Map<DataKey.Part, Object> parts, Column source) {
  public LoadedColumn {
    parts = Map.copyOf(parts);
  }

  /** The array that nodes read; marks are an empty array if no row has one. */
  public Object part(DataKey.Part part) {
    Object array = parts.get(part);
    if (array == null) {
      throw new IllegalArgumentException(form + " has no " + part);
    }
    return array;
  }
}
