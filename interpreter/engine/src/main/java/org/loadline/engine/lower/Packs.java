package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.DataKey;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.PassReads;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;

/**
 * Puts the columns of a small entity that a pass finds rows of, as those of a table, side by side:
 * one array instead of several to keep at hand, and one line of the cache to fetch.
 */
final class Packs {
  /** Of larger entities a copy would cost more than it saves. */
  private static final BigInteger MOST_ROWS = BigInteger.valueOf(4096);

  private final Map<ColumnKey, Packed> packed = new HashMap<>();

  /** Where a column stands among others. */
  record Packed(DataKey.Side array, int place) {}

  /**
   * The packs of a pass.
   *
   * @param wanted all that it works out
   */
  static Packs of(Program program, List<Term> wanted, Columns columns) {
    Map<EntityRef, List<ColumnKey>> found = new LinkedHashMap<>();
    for (PassReads.Cells cells : PassReads.of(program, wanted).cells()) {
      boolean searched =
          cells.row().filter(r -> !(r.shape() instanceof Shape.Variable)).isPresent();
      Optional<EntityRef> entity = entity(cells.column());
      if (searched && entity.isPresent()) {
        List<ColumnKey> those = found.computeIfAbsent(entity.get(), e -> new ArrayList<>());
        if (!those.contains(cells.column())) {
          those.add(cells.column());
        }
      }
    }
    Packs packs = new Packs();
    found.forEach((entity, those) -> packs.add(entity, those, columns));
    return packs;
  }

  private void add(EntityRef entity, List<ColumnKey> those, Columns columns) {
    if (those.size() < 2 || columns.mostRows(entity).compareTo(MOST_ROWS) > 0) {
      return;
    }
    List<ColumnKey> plain = those.stream().filter(c -> isPlain(columns.form(c))).toList();
    if (plain.size() > 1) {
      DataKey.Side array = new DataKey.Side(entity, plain);
      for (int place = 0; place < plain.size(); place++) {
        packed.put(plain.get(place), new Packed(array, place));
      }
    }
  }

  private static boolean isPlain(ColumnForm form) {
    return form instanceof ColumnForm.OfNumbers numbers && numbers.isPlain();
  }

  /** The entity of an input column. */
  private static Optional<EntityRef> entity(ColumnKey column) {
    return switch (column) {
      case ColumnKey.OfField field -> Optional.of(field.entity());
      case ColumnKey.AsItStands(var field) -> Optional.of(field.entity());
      case ColumnKey.OfOffset offset -> Optional.of(offset.rows());
      case ColumnKey.OfStart start -> Optional.of(start.rows());
      case ColumnKey.OfSystem system -> Optional.empty();
      case ColumnKey.OfSoundness soundness -> Optional.empty();
      case ColumnKey.OfFact fact -> Optional.empty();
    };
  }

  Optional<Packed> of(ColumnKey column) {
    return Optional.ofNullable(packed.get(column));
  }
}
