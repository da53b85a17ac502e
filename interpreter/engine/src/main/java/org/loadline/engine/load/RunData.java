package org.loadline.engine.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.core.FactRef;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.SoundRanges;
import org.loadline.engine.plan.Soundness;
import org.loadline.model.EntityRef;
import org.loadline.reference.Evaluation;

/**
 * The arrays of one run: those of its snapshot, with the rows that must not be used marked, and the
 * columns that passes fill.
 */
public final class RunData {
  private final LoadedSnapshot loaded;
  private final ParamValues params;
  private final BrokenRows broken;
  private final Optional<SoundRanges> ranges;
  private final Searching searching;
  private final Map<DataKey, Object> marked;
  private final Optional<Excerpt> excerpt;

  /** Children that stand for all, and the columns that are read of them. */
  private record Excerpt(SomeChildren children, Set<ColumnKey> columns) {}

  private final Map<FactRef, FactColumn> filled = new HashMap<>();
  private final Map<FactRef, RunningTotal> totals = new ConcurrentHashMap<>();
  private final Map<Object, Object> once = new ConcurrentHashMap<>();
  private final Map<Object, Object[]> bound = new ConcurrentHashMap<>();
  private final ThreadLocal<Evaluation> reference;

  public RunData(
      LoadedSnapshot loaded, ParamValues params, BrokenRows broken, Searching searching) {
    this(
        loaded,
        params,
        broken,
        Optional.of(new SoundRanges(loaded.program(), params)),
        searching,
        new ConcurrentHashMap<>(),
        Optional.empty());
  }

  private RunData(
      LoadedSnapshot loaded,
      ParamValues params,
      BrokenRows broken,
      Optional<SoundRanges> ranges,
      Searching searching,
      Map<DataKey, Object> marked,
      Optional<Excerpt> excerpt) {
    this.searching = searching;
    this.marked = marked;
    this.excerpt = excerpt;
    this.loaded = loaded;
    this.params = params;
    this.broken = broken;
    this.ranges = ranges;
    this.reference =
        ThreadLocal.withInitial(
            () -> new Evaluation(loaded.program(), loaded.snapshot(), params, searching.limits()));
  }

  /** Inputs as they stand, before it is known which rows are broken: nothing is assumed of them. */
  public static RunData asGiven(LoadedSnapshot loaded, ParamValues params) {
    return new RunData(
        loaded,
        params,
        BrokenRows.NONE,
        Optional.empty(),
        Searching.USUAL,
        new ConcurrentHashMap<>(),
        Optional.empty());
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
    RunData some =
        new RunData(
            loaded,
            params,
            broken,
            ranges,
            searching,
            marked,
            Optional.of(new Excerpt(children, columns)));
    some.filled.putAll(filled);
    some.filled.putAll(into);
    return some;
  }

  /**
   * The data of a run on changed rows; filled columns are those of this run until others are put in
   * their place.
   */
  public RunData next(LoadedSnapshot changed, BrokenRows brokenNow) {
    RunData next = new RunData(changed, params, brokenNow, searching);
    next.filled.putAll(filled);
    marked.forEach(
        (key, array) -> {
          if (key instanceof DataKey.Cells(ColumnKey column, DataKey.Part part)
              && isAsBefore(column, next)) {
            next.marked.put(key, array);
          }
        });
    return next;
  }

  private boolean isAsBefore(ColumnKey column, RunData next) {
    return switch (column) {
      case ColumnKey.OfSoundness(EntityRef entity) -> broken.same(next.broken, entity);
      case ColumnKey.OfField(EntityRef entity, int field, int member) ->
          broken.same(next.broken, entity) && loaded.column(column) == next.loaded.column(column);
      case ColumnKey.AsItStands field -> false;
      case ColumnKey.OfOffset offset -> false;
      case ColumnKey.OfStart start -> false;
      case ColumnKey.OfSystem system -> false;
      case ColumnKey.OfFact fact -> false;
    };
  }

  public LoadedSnapshot loaded() {
    return loaded;
  }

  public ParamValues params() {
    return params;
  }

  /** How its searches run. */
  public Searching searching() {
    return searching;
  }

  public Soundness soundness() {
    return broken.soundness();
  }

  /** A sum that a pass is adding up. */
  public RunningTotal total(FactRef total) {
    return totals.computeIfAbsent(total, t -> new RunningTotal());
  }

  /** Puts a sum into the column that it is read from: its pass is over. */
  public void close(FactRef total) {
    total(total).into(column(total));
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
    forms.forEach(
        (fact, form) -> {
          int size = sizes.applyAsInt(fact);
          Optional<ColumnForm.Bundle> bundle =
              form instanceof ColumnForm.OfNumbers numbers ? numbers.bundle() : Optional.empty();
          add(
              fact,
              bundle
                  .map(b -> new FactColumn(form, b, size, cells(bundles, b, size)))
                  .orElseGet(() -> new FactColumn(form, size)));
        });
  }

  private static long[] cells(Map<FactRef, long[]> bundles, ColumnForm.Bundle bundle, int size) {
    return bundles.computeIfAbsent(
        bundle.first(), f -> new long[Math.multiplyExact(size, bundle.size())]);
  }

  /** The arrays that somebody works with, found once for all calls. */
  public Object[] bound(Object user, DataKey[] keys) {
    return bound.computeIfAbsent(
        user, u -> Stream.of(keys).map(this::array).toArray(Object[]::new));
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
    return broken.any(entity) && broken.is(entity, row);
  }

  /** What the reference evaluator makes of a formula without variables. */
  public Outcome ask(Expr formula) {
    return reference.get().expression(formula, 1, Optional.empty());
  }

  public ColumnForm form(ColumnKey key) {
    return switch (key) {
      case ColumnKey.OfFact(FactRef fact) -> column(fact).form();
      case ColumnKey.OfSoundness soundness -> new ColumnForm.OfPlaces(true, false);
      case ColumnKey.OfSystem system ->
          soundness().wholeIsBroken() ? loaded.form(key) : sound(key, loaded.form(key));
      case ColumnKey.OfField(EntityRef entity, int field, int member) -> ofRows(key, entity);
      case ColumnKey.AsItStands field -> loaded.form(key);
      case ColumnKey.OfOffset(var table, EntityRef entity, int column) -> ofRows(key, entity);
      case ColumnKey.OfStart(var table, EntityRef entity, int places, int dropped) ->
          ofRows(key, entity);
    };
  }

  private ColumnForm ofRows(ColumnKey key, EntityRef entity) {
    ColumnForm form = loaded.form(key);
    return broken.any(entity) ? faulting(form) : sound(key, form);
  }

  /**
   * The form of a column no row of which is broken: what is assumed of it holds. A cell without a
   * number holds 0, which is then in the range, whatever is assumed.
   */
  private ColumnForm sound(ColumnKey key, ColumnForm form) {
    if (ranges.isEmpty()
        || !(form instanceof ColumnForm.OfNumbers numbers)
        || numbers.form().isExact()) {
      return form;
    }
    NumberForm held = numbers.form();
    Interval range = ranges.get().narrowed(key, held.scale(), held.number());
    return new ColumnForm.OfNumbers(
        held.ranging(numbers.hasMarks() ? range.join(Interval.ZERO) : range),
        numbers.mayFault(),
        numbers.mayExceed());
  }

  private static ColumnForm faulting(ColumnForm form) {
    return switch (form) {
      case ColumnForm.OfNumbers(var numbers, boolean fault, boolean exceed, var bundle) ->
          new ColumnForm.OfNumbers(numbers, true, exceed);
      case ColumnForm.OfPlaces(boolean fault, boolean none) -> new ColumnForm.OfPlaces(true, none);
    };
  }

  public Object array(DataKey key) {
    Object whole = whole(key);
    return excerpt.map(some -> some.children().array(key, whole, some.columns())).orElse(whole);
  }

  private Object whole(DataKey key) {
    return switch (key) {
      case DataKey.Cells(ColumnKey.OfFact(FactRef fact), DataKey.Part part) ->
          column(fact).part(part);
      case DataKey.Cells(ColumnKey.OfSoundness(EntityRef entity), DataKey.Part part) ->
          part == DataKey.Part.MARKS
              ? marks(key, entity, new byte[0])
              : marked.computeIfAbsent(key, k -> new int[loaded.rows(entity)]);
      case DataKey.Cells(ColumnKey.OfField(EntityRef entity, int f, int m), DataKey.Part part)
          when part == DataKey.Part.MARKS && broken.any(entity) ->
          marks(key, entity, (byte[]) loaded.array(key));
      case DataKey.Cells(ColumnKey.OfOffset(var t, EntityRef entity, int c), DataKey.Part part)
          when part == DataKey.Part.MARKS && broken.any(entity) ->
          marks(key, entity, (byte[]) loaded.array(key));
      default -> loaded.array(key);
    };
  }

  private Object marks(DataKey key, EntityRef entity, byte[] own) {
    return marked.computeIfAbsent(
        key,
        k -> {
          byte[] marks = own.length == 0 ? new byte[loaded.rows(entity)] : own.clone();
          broken.rows(entity).forEach(row -> marks[row] = Mark.FAULT);
          return marks;
        });
  }
}
