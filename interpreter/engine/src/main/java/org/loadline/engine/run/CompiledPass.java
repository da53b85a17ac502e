package org.loadline.engine.run;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.NodeUtil;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.load.RunData;
import org.loadline.engine.lower.Columns;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Width;
import org.loadline.engine.statistics.PassRun;
import org.loadline.model.EntityRef;

/** A pass with its roots, one for each effort from the first on. Threads and runs share it. */
final class CompiledPass {
  private final Pass pass;
  private final Effort first;
  private final Map<FactRef, ColumnForm> forms;
  private final Map<Effort, CallTarget> roots = new EnumMap<>(Effort.class);
  private final Map<String, Integer> widths;

  CompiledPass(
      TruffleLanguage<?> language, Program program, Columns columns, Pass pass, Effort first) {
    this.pass = pass;
    this.first = first;
    PassLowering.Lowered lowered =
        PassLowering.lower(language, program, columns, pass, first, Map.of());
    this.forms = lowered.forms();
    this.widths = widths(lowered.root());
    roots.put(first, lowered.root().getCallTarget());
    for (Effort effort = first; effort != Effort.EXACT; ) {
      effort = effort.next();
      roots.put(
          effort,
          PassLowering.lower(language, program, columns, pass, effort, forms)
              .root()
              .getCallTarget());
    }
  }

  /** Makes the columns that the pass fills. */
  void open(RunData data) {
    int rows = rows(data);
    forms.forEach((fact, form) -> data.add(fact, new FactColumn(form, rows)));
  }

  int rows(RunData data) {
    return owner().map(data.loaded()::rows).orElse(1);
  }

  private Optional<EntityRef> owner() {
    return pass.row()
        .map(
            row ->
                row.shape() instanceof Shape.Variable(int depth, Domain.Own(EntityRef entity))
                    ? entity
                    : owner(row));
  }

  private static EntityRef owner(Object row) {
    throw new IllegalStateException("not the row of a pass: " + row);
  }

  /** Where runs count the rows that each effort works out again. */
  AtomicLongArray counts() {
    return new AtomicLongArray(Effort.values().length);
  }

  /** Works out the rows of a range; {@code overflowed} is as long as the column. */
  void run(RunData data, int from, int to, byte[] overflowed, AtomicLongArray redone) {
    Object flagged = root(first).call(data, from, to, overflowed);
    Effort effort = first;
    while ((int) flagged > 0) {
      effort = effort.next();
      redone.addAndGet(effort.ordinal(), (int) flagged);
      flagged = again(data, from, to, overflowed, root(effort));
    }
  }

  /** What a run took that counted so. */
  PassRun statistics(RunData data, AtomicLongArray redone) {
    List<PassRun.Redone> wider = new ArrayList<>();
    for (Effort effort = first; effort != Effort.EXACT; ) {
      effort = effort.next();
      wider.add(new PassRun.Redone(effort.widest().words(), redone.get(effort.ordinal())));
    }
    return new PassRun(
        owner(),
        pass.filled().stream().map(filled -> filled.fact().name()).toList(),
        rows(data),
        widths,
        wider);
  }

  private static Map<String, Integer> widths(RootNode root) {
    Map<Width, Integer> found = new EnumMap<>(Width.class);
    NodeUtil.findAllNodeInstances(root, NumberNode.class)
        .forEach(node -> found.merge(node.form().width(), 1, Integer::sum));
    Map<String, Integer> widths = new LinkedHashMap<>();
    found.forEach((width, numbers) -> widths.put(width.words(), numbers));
    return widths;
  }

  private CallTarget root(Effort effort) {
    return Objects.requireNonNull(roots.get(effort));
  }

  private static int again(RunData data, int from, int to, byte[] overflowed, CallTarget root) {
    int flagged = 0;
    int row = from;
    while (row < to) {
      if (overflowed[row] == 0) {
        row++;
        continue;
      }
      int end = row;
      while (end < to && overflowed[end] != 0) {
        overflowed[end] = 0;
        end++;
      }
      flagged += (int) root.call(data, row, end, overflowed);
      row = end;
    }
    return flagged;
  }
}
