package org.loadline.engine.run;

import com.oracle.truffle.api.TruffleLanguage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.BrokenRows;
import org.loadline.engine.load.Inputs;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.load.Searching;
import org.loadline.engine.plan.Effort;
import org.loadline.model.Bounds;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.reference.Evaluation;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Finds the rows that break a bound or an assumption. Suspects are found quickly; the reference
 * evaluator decides about each.
 */
final class BrokenRowSearch {
  private final Snapshot snapshot;
  private final Program program;
  private final RunData inputs;
  private final Evaluation judge;

  BrokenRowSearch(LoadedSnapshot loaded, ParamValues params) {
    this.snapshot = loaded.snapshot();
    this.program = loaded.program();
    this.inputs = new RunData(Inputs.asGiven(loaded, params), Searching.USUAL);
    this.judge = new Evaluation(program, snapshot, params);
  }

  /** The rows that are broken. */
  BrokenRows find(TruffleLanguage<?> language, Effort first) {
    Map<EntityRef, BitSet> broken = new HashMap<>();
    for (Entity entity : program.entities()) {
      BitSet rows = outOfBounds(entity);
      AssumptionPass.of(language, inputs, Optional.of(entity.ref()), first)
          .ifPresent(pass -> rows.or(pass.suspects(inputs)));
      rows.stream()
          .filter(row -> judge.brokenRow(new RowAt(entity.ref(), row)).isEmpty())
          .boxed()
          .toList()
          .forEach(rows::clear);
      if (!rows.isEmpty()) {
        broken.put(entity.ref(), rows);
      }
    }
    boolean suspect =
        systemOutOfBounds()
            || AssumptionPass.of(language, inputs, Optional.empty(), first)
                .filter(pass -> !pass.suspects(inputs).isEmpty())
                .isPresent();
    boolean whole = suspect && judge.brokenWhole().isPresent();
    return new BrokenRows(broken, whole);
  }

  private BitSet outOfBounds(Entity entity) {
    BitSet rows = new BitSet();
    for (Field field : entity.fields()) {
      if (field.within().isPresent()) {
        int members =
            field.family().stream()
                .mapToInt(choice -> program.choice(choice).members().size())
                .reduce(1, Math::multiplyExact);
        for (int member = 0; member < members; member++) {
          Column column = snapshot.column(entity.ref(), field.index(), member);
          outOfBounds(column, field.within().get(), rows);
        }
      }
    }
    return rows;
  }

  /** Whether a value lies within the bounds of its field; one that is not given does. */
  static boolean holds(Column column, Field field, int row) {
    return field.within().isEmpty()
        || column.marks().isAbsent(row)
        || holds(field.within().get(), column.value(row));
  }

  private static void outOfBounds(Column column, Bounds bounds, BitSet rows) {
    for (int row = 0; row < column.size(); row++) {
      if (!column.marks().isAbsent(row) && !holds(bounds, column.value(row))) {
        rows.set(row);
      }
    }
  }

  private static boolean holds(Bounds bounds, Value value) {
    return switch (value) {
      case Exact number -> bounds.holds(number);
      case Unlimited unlimited -> false;
      default -> true;
    };
  }

  private boolean systemOutOfBounds() {
    return program.system().stream()
        .filter(field -> field.within().isPresent())
        .anyMatch(
            field -> {
              BitSet row = new BitSet();
              Column column = snapshot.system(new InputRef(field.index(), field.name()));
              outOfBounds(column, field.within().get(), row);
              return !row.isEmpty();
            });
  }
}
