package org.loadline.engine.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.data.Outcome;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;
import org.loadline.reference.Evaluation;

/** The arrays of one run: its inputs, and the columns that passes fill. */
public final class RunData {
  private final Inputs inputs;
  private final Searching searching;
  private final Optional<Excerpt> excerpt;

  /** Children that stand for all, and the columns that are read of them. */
  private record Excerpt(SomeChildren children, Set<ColumnKey> columns) {}

  private final Map<FactRef, FactColumn> filled = new HashMap<>();
  private final Map<FactRef, RunningTotal> totals = new ConcurrentHashMap<>();
  private final Map<Object, Object> once = new ConcurrentHashMap<>();
  private final Map<WantedArrays, Object[]> bound = new ConcurrentHashMap<>();
  private final ThreadLocal<Evaluation> reference;

  public RunData(Inputs inputs, Searching searching) {
    this(inputs, searching, Optional.empty());
  }

  private RunData(Inputs inputs, Searching searching, Optional<Excerpt> excerpt) {
    this.inputs = inputs;
    this.searching = searching;
    this.excerpt = excerpt;
    this.reference =
        ThreadLocal.withInitial(
            () ->
                new Evaluation(
                    inputs.loaded().program(),
                    inputs.loaded().snapshot(),
                    inputs.params(),
                    searching.limits()));
  }

  /**
   * The same data for a pass over the places of some children's rows, which looks at these children
   * only, as if there were no others.
   *
   * @param columns what it reads of children, and of no other row
   * @param into the columns that it fills, by place
   */
  public RunData excerpt(
      SomeChildren children, Set<ColumnKey> columns, Map<FactRef, FactColumn> into) {
    RunData some = new RunData(inputs, searching, Optional.of(new Excerpt(children, columns)));
    some.filled.putAll(filled);
    some.filled.putAll(into);
    return some;
  }

  /**
   * The data of a run on changed rows; filled columns are those of this run until others are put in
   * their place.
   */
  public RunData next(LoadedSnapshot changed, BrokenRows brokenNow) {
    RunData next = new RunData(inputs.next(changed, brokenNow), searching);
    next.filled.putAll(filled);
    return next;
  }

  public Inputs inputs() {
    return inputs;
  }

  public LoadedSnapshot loaded() {
    return inputs.loaded();
  }

  /** How its searches run. */
  public Searching searching() {
    return searching;
  }

  /** A sum that a pass is adding up. */
  public RunningTotal total(FactRef total) {
    return totals.computeIfAbsent(total, t -> new RunningTotal(column(t)));
  }

  /** Puts a sum into the column that it is read from: its pass is over. */
  public void close(FactRef total) {
    total(total).close();
    totals.remove(total);
  }

  /** Between passes, by one thread. */
  public void add(FactRef fact, FactColumn column) {
    filled.put(fact, column);
    bound.clear();
  }

  /**
   * Puts a copy in the place of a column; of those whose cells stand in one array with its cells
   * too, so that they still do.
   *
   * @return the facts whose columns are others now
   */
  public Set<FactRef> copy(FactRef fact) {
    FactColumn column = column(fact);
    Optional<ColumnForm.Bundle> bundle = column.bundle();
    if (bundle.isEmpty()) {
      add(fact, column.copy());
      return Set.of(fact);
    }
    Map<FactRef, long[]> bundles = new HashMap<>();
    Map<FactRef, FactColumn> copies = new HashMap<>();
    filled.forEach(
        (other, old) ->
            old.bundle()
                .filter(among -> among.first().equals(bundle.get().first()))
                .ifPresent(
                    among -> {
                      FactColumn copy =
                          new FactColumn(
                              old.form(), among, old.size(), cells(bundles, among, old.size()));
                      copy.putAll(old);
                      copies.put(other, copy);
                    }));
    copies.forEach(this::add);
    return copies.keySet();
  }

  /** What somebody has worked out once for the run; null if nobody has. */
  public @Nullable Object kept(Object by) {
    return once.get(by);
  }

  public void keep(Object by, Object what) {
    once.putIfAbsent(by, what);
  }

  /** Makes columns to be filled, those of one bundle in one array. */
  public void open(Map<FactRef, ColumnForm> forms, ToIntFunction<FactRef> sizes) {
    Map<FactRef, long[]> bundles = new HashMap<>();
    forms.forEach((fact, form) -> add(fact, opened(form, sizes.applyAsInt(fact), bundles)));
  }

  private static FactColumn opened(ColumnForm form, int size, Map<FactRef, long[]> bundles) {
    return form instanceof ColumnForm.OfNumbers numbers && numbers.bundle().isPresent()
        ? new FactColumn(
            form, numbers.bundle().get(), size, cells(bundles, numbers.bundle().get(), size))
        : new FactColumn(form, size);
  }

  private static long[] cells(Map<FactRef, long[]> bundles, ColumnForm.Bundle bundle, int size) {
    return bundles.computeIfAbsent(
        bundle.first(), f -> new long[Math.multiplyExact(size, bundle.size())]);
  }

  /** The arrays that somebody wants, found once for all calls. */
  public Object[] bound(WantedArrays wanted) {
    Object[] known = bound.get(wanted);
    return known != null ? known : bound.computeIfAbsent(wanted, this::arrays);
  }

  private Object[] arrays(WantedArrays wanted) {
    Object[] arrays = inputs.bound(wanted).clone();
    if (excerpt.isPresent()) {
      Arrays.setAll(arrays, at -> array(wanted.key(at)));
      return arrays;
    }
    for (int at : wanted.filled()) {
      arrays[at] = array(wanted.key(at));
    }
    return arrays;
  }

  public FactColumn column(FactRef fact) {
    FactColumn column = filled.get(fact);
    if (column == null) {
      throw new IllegalStateException("no pass has filled " + fact);
    }
    return column;
  }

  /** Whether nothing of a row may be used. */
  public boolean isBroken(EntityRef entity, int row) {
    return inputs.broken().is(entity, row);
  }

  /** What the reference evaluator makes of a formula without variables. */
  public Outcome ask(Expr formula) {
    return reference.get().expression(formula, 1, Optional.empty());
  }

  public Object array(DataKey key) {
    Object whole =
        key instanceof DataKey.Cells(ColumnKey.OfFact(FactRef fact), DataKey.Part part)
            ? column(fact).part(part)
            : inputs.array(key);
    return excerpt.map(some -> some.children().array(key, whole, some.columns())).orElse(whole);
  }
}
