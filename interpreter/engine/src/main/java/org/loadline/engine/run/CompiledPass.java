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
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.describe.Describing;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.load.RunData;
import org.loadline.engine.lower.Columns;
import org.loadline.engine.lower.PassLowering;
import org.loadline.engine.make.RootMaker;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.plan.Width;
import org.loadline.engine.statistics.PassRun;
import org.loadline.model.EntityRef;

/**
 * A pass with its roots, one for each effort from the first on. Threads and runs share it.
 *
 * <p>It learns: once many rows had to be worked out again, it starts with the next effort.
 */
final class CompiledPass {
  /** Before so many rows are seen nothing is learned. */
  private static final int FEW = 1024;

  /** No row is worked out again with the least effort: its count is of rows that overflowed. */
  private static final int AT_ALL = Effort.NARROW.ordinal();

  /** If more than one row in so many overflows, trying it narrow first does not pay. */
  private static final int SELDOM = 8;

  private final Pass pass;
  private final Optional<EntityRef> owner;
  private final Set<FactRef> totals;
  private final Effort first;
  private final Map<FactRef, ColumnForm> forms;
  private final PassLowering.Noted notes;
  private volatile Effort start;
  private long worked;
  private long overflows;
  private final Map<Effort, CallTarget> roots = new EnumMap<>(Effort.class);
  private final ListedRoots listed;
  private final Optional<ChildRoots> ofChildren;
  private final Map<Effort, Map<String, Integer>> widths = new EnumMap<>(Effort.class);

  CompiledPass(
      TruffleLanguage<?> language, Program program, Columns columns, Pass pass, Effort first) {
    this.pass = pass;
    this.owner = pass.row().map(CompiledPass::owner);
    this.totals =
        pass.totals().stream().map(Pass.Totalled::total).collect(Collectors.toUnmodifiableSet());
    this.first = first;
    this.start = first;
    PassLowering.Lowered lowered = PassLowering.lower(program, columns, pass, first, Map.of());
    this.forms = lowered.forms();
    this.notes = lowered.noted();
    add(first, RootMaker.ofRange(language, lowered.code()));
    for (Effort effort = first; effort != Effort.EXACT; ) {
      effort = effort.next();
      PassLowering.Lowered wider = PassLowering.lower(program, columns, pass, effort, forms);
      add(effort, RootMaker.ofRange(language, wider.code()));
    }
    this.listed = new ListedRoots(language, program, pass, this::start, forms);
    this.ofChildren =
        pass.summed()
            .filter(children -> forms.values().stream().allMatch(CompiledPass::isDecimal))
            .map(c -> new ChildRoots(language, program, pass, c, this::start, forms));
  }

  Pass pass() {
    return pass;
  }

  /** The pass for rows that are listed. */
  ListedRoots listed() {
    return listed;
  }

  /**
   * The pass over some children; empty unless what it comes to over all of them can be told from
   * that.
   */
  Optional<ChildRoots> ofChildren() {
    return ofChildren;
  }

  private static boolean isDecimal(ColumnForm form) {
    return form instanceof ColumnForm.OfNumbers numbers
        && !numbers.form().isExact()
        && !numbers.form().isFraction();
  }

  private void add(Effort effort, RootNode root) {
    roots.put(effort, root.getCallTarget());
    widths.put(effort, widths(root));
  }

  /** Makes the columns that the pass fills. */
  void open(RunData data) {
    int rows = rows(data);
    data.open(forms, fact -> totals.contains(fact) ? 1 : rows);
  }

  /** Puts the sums that the pass has added up into their columns. */
  void close(RunData data) {
    totals.forEach(data::close);
  }

  /** What the first effort does. */
  Describing.Noted noted() {
    return new Describing.Noted(pass, notes);
  }

  int rows(RunData data) {
    return owner.isPresent() ? data.loaded().rows(owner.get()) : 1;
  }

  Optional<EntityRef> owner() {
    return owner;
  }

  private static EntityRef owner(Term row) {
    if (row.shape() instanceof Shape.Variable(int depth, Domain.Own(EntityRef entity))) {
      return entity;
    }
    throw new IllegalStateException("not the row of a pass: " + row);
  }

  /** Where runs count the rows that each effort works out again. */
  AtomicLongArray counts() {
    return new AtomicLongArray(Effort.values().length);
  }

  /** Works out the rows of a range; {@code overflowed} is as long as the column. */
  void run(RunData data, int from, int to, byte[] overflowed, AtomicLongArray redone) {
    Effort effort = start;
    Object flagged = root(effort).call(data, from, to, overflowed);
    if (effort != Effort.EXACT) {
      learn(effort, to - from, (int) flagged);
    }
    if ((int) flagged > 0) {
      redone.addAndGet(AT_ALL, (int) flagged);
    }
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
      wider.add(new PassRun.Redone(effort.widest().label(), redone.get(effort.ordinal())));
    }
    return new PassRun(
        owner(),
        pass.filled().stream().map(filled -> filled.fact().name()).toList(),
        rows(data),
        Objects.requireNonNull(widths.get(start)),
        redone.get(AT_ALL),
        wider);
  }

  private static Map<String, Integer> widths(RootNode root) {
    Map<Width, Integer> found = new EnumMap<>(Width.class);
    NodeUtil.findAllNodeInstances(root, NumberNode.class)
        .forEach(node -> found.merge(node.form().width(), 1, Integer::sum));
    Map<String, Integer> widths = new LinkedHashMap<>();
    found.forEach((width, numbers) -> widths.put(width.label(), numbers));
    return widths;
  }

  /** The effort that it has learned to start with. */
  Effort start() {
    return start;
  }

  /** Whether it starts with another effort than its columns were made for. */
  boolean hasLearned() {
    return start != first;
  }

  private synchronized void learn(Effort with, int rows, int flagged) {
    if (with != start) {
      return;
    }
    worked += rows;
    overflows += flagged;
    if (worked >= FEW && overflows * SELDOM > worked) {
      start = with.next();
      worked = 0;
      overflows = 0;
    }
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
