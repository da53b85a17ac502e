package org.loadline.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.loadline.data.ChangedCell;
import org.loadline.data.Fault;
import org.loadline.data.FieldAt;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/**
 * Rows that a waterfall changes, and what every formula is worth as they stand.
 *
 * <p>Worlds differ in what they work out anew after a change, never in a value.
 */
interface World {
  /** Works formulas out as the rows stand; ask for it again after a change. */
  Evaluation evaluation();

  WorkingSnapshot snapshot();

  /**
   * Writes cells, all at once. A row, or the whole, that kept what is declared about its data and
   * breaks it now is a fault; the first in the order of the program, the whole last.
   */
  Optional<Fault> write(Map<ChangedCell, Value> cells);

  /** Adds a row; all other rows keep their order. */
  WorkingSnapshot.Added add(EntityRef entity, Map<FieldAt, Value> values);

  /**
   * Why the row that was just added breaks what is declared about its data, or makes another row do
   * so; as for {@link #write}.
   */
  Optional<Fault> brokenByAddition();

  /** Where the world stands, to come back to. */
  int mark();

  void undo(int mark);

  /** Judges the rows that are wanted, in the order of identity. */
  List<Judgement> judge(Line line, Frame carried, IntPredicate wanted);
}
