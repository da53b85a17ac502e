package org.loadline.engine.load;

import java.util.EnumMap;
import java.util.Map;
import org.loadline.data.Column;
import org.loadline.engine.plan.NumberForm;

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

  /** This column in a form that also holds what another one's does, if both are of one width. */
  LoadedColumn atLeast(LoadedColumn other) {
    ColumnForm joined = joined(form, other.form);
    boolean marked =
        switch (joined) {
          case ColumnForm.OfNumbers numbers -> numbers.hasMarks();
          case ColumnForm.OfPlaces places -> places.mayFault();
        };
    Map<DataKey.Part, Object> arrays = new EnumMap<>(parts);
    if (marked && ((byte[]) part(DataKey.Part.MARKS)).length == 0) {
      arrays.put(DataKey.Part.MARKS, new byte[source.size()]);
    }
    return new LoadedColumn(joined, arrays, source);
  }

  private static ColumnForm joined(ColumnForm one, ColumnForm other) {
    return switch (one) {
      case ColumnForm.OfNumbers(NumberForm a, boolean fault, boolean exceed, var bundle)
          when other
                  instanceof
                  ColumnForm.OfNumbers(NumberForm b, boolean faults, boolean exceeds, var beside)
              && a.width() == b.width()
              && a.scale() == b.scale() ->
          new ColumnForm.OfNumbers(
              NumberForm.decimal(a.width(), a.scale(), a.number().join(b.number()))
                  .marked(a.orNone() || b.orNone(), a.orUnlimited() || b.orUnlimited()),
              fault || faults,
              exceed || exceeds);
      case ColumnForm.OfPlaces(boolean fault, boolean none)
          when other instanceof ColumnForm.OfPlaces(boolean faults, boolean nones) ->
          new ColumnForm.OfPlaces(fault || faults, none || nones);
      case ColumnForm.OfNumbers numbers -> numbers;
      case ColumnForm.OfPlaces places -> places;
    };
  }
}
