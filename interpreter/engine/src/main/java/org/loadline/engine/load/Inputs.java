package org.loadline.engine.load;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.loadline.data.ParamValues;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.SoundRanges;
import org.loadline.engine.plan.Soundness;
import org.loadline.model.EntityRef;

/**
 * What runs on a snapshot read with some params: its arrays, with the rows that must not be used
 * marked. It never changes, and runs share it.
 */
public final class Inputs {
  private final LoadedSnapshot loaded;
  private final ParamValues params;
  private final BrokenRows broken;
  private final Optional<SoundRanges> ranges;
  private final Map<DataKey, Object> marked = new ConcurrentHashMap<>();

  /** Those who want arrays come and go with plans. */
  private final Map<WantedArrays, Object[]> bound =
      Collections.synchronizedMap(new WeakHashMap<>());

  public Inputs(LoadedSnapshot loaded, ParamValues params, BrokenRows broken) {
    this(loaded, params, broken, Optional.of(new SoundRanges(loaded.program(), params)));
  }

  private Inputs(
      LoadedSnapshot loaded, ParamValues params, BrokenRows broken, Optional<SoundRanges> ranges) {
    this.loaded = loaded;
    this.params = params;
    this.broken = broken;
    this.ranges = ranges;
  }

  /** Inputs as they stand, before it is known which rows are broken: nothing is assumed of them. */
  public static Inputs asGiven(LoadedSnapshot loaded, ParamValues params) {
    return new Inputs(loaded, params, BrokenRows.NONE, Optional.empty());
  }

  /** The inputs after changes to some rows. */
  public Inputs next(LoadedSnapshot changed, BrokenRows brokenNow) {
    Inputs next = new Inputs(changed, params, brokenNow, ranges);
    marked.forEach(
        (key, array) -> {
          if (key instanceof DataKey.Cells(ColumnKey column, DataKey.Part part)
              && isAsBefore(column, next)) {
            next.marked.put(key, array);
          }
        });
    return next;
  }

  private boolean isAsBefore(ColumnKey column, Inputs next) {
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

  public BrokenRows broken() {
    return broken;
  }

  public Soundness soundness() {
    return broken.soundness();
  }

  /** The form of an input's column. */
  public ColumnForm form(ColumnKey key) {
    return switch (key) {
      case ColumnKey.OfFact(var fact) ->
          throw new IllegalArgumentException("a pass fills the column of " + fact);
      case ColumnKey.OfSoundness soundness -> new ColumnForm.OfPlaces(true, false);
      case ColumnKey.OfSystem system ->
          broken.whole() ? loaded.form(key) : sound(key, loaded.form(key));
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

  /**
   * The arrays of inputs that somebody wants, found once for all runs; in the places of columns
   * that passes fill stands nothing.
   */
  Object[] bound(WantedArrays wanted) {
    Object[] known = bound.get(wanted);
    if (known != null) {
      return known;
    }
    Object[] arrays = new Object[wanted.size()];
    for (int at = 0; at < arrays.length; at++) {
      if (!wanted.isFilled(at)) {
        arrays[at] = array(wanted.key(at));
      }
    }
    bound.put(wanted, arrays);
    return arrays;
  }

  /** The array of an input. */
  Object array(DataKey key) {
    return switch (key) {
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
