package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.Exact;

/** The step that stands in another column of a loaded snapshot: {@code market.lot} of a row. */
final class LoadedStep {
  private LoadedStep() {}

  static Step of(
      ColumnSnapshot snapshot, EntityRef entity, List<Integer> path, boolean places, int row) {
    List<String> names = new ArrayList<>();
    EntityRef at = entity;
    int place = row;
    boolean known = true;
    for (int i = 0; i < path.size(); i++) {
      Field field = snapshot.program().entity(at).fields().get(path.get(i));
      names.add(field.name());
      Column column = snapshot.column(at, field.index(), 0);
      known = known && !column.marks().isAbsent(place) && !column.marks().isNone(place);
      if (i + 1 < path.size()) {
        at = InputOrder.target(field);
        place = known ? ((Column.Indices) column).indices()[place] : 0;
      } else if (known && column.value(place) instanceof Exact held) {
        return Step.held(held, places, String.join(".", names));
      }
    }
    return new Step.Unknown(String.join(".", names));
  }
}
