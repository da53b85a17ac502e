package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Interval;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.TableRef;

/** A snapshot's columns as arrays, each made when a plan first asks for it. */
public final class LoadedSnapshot {
  private final Program program;
  private final Snapshot snapshot;
  private final Texts texts;
  private final Map<ColumnKey, LoadedColumn> columns;
  private final Map<ChildKey, ChildIndex> children;
  private final Map<TableRef, Boolean> rising;
  private final Map<DataKey.Side, long[]> sides = new ConcurrentHashMap<>();

  private volatile @Nullable Inputs inputs;

  private record ChildKey(EntityRef child, int field) {}

  /**
   * @param program what is run on the snapshot; it declares the same rows as the snapshot's own
   */
  public LoadedSnapshot(Program program, Snapshot snapshot) {
    this.program = program;
    this.snapshot = snapshot;
    this.texts = new Texts();
    this.columns = new ConcurrentHashMap<>();
    this.children = new ConcurrentHashMap<>();
    this.rising = new ConcurrentHashMap<>();
  }

  private LoadedSnapshot(LoadedSnapshot before, Snapshot changed, Set<ColumnKey> columns) {
    this.program = before.program;
    this.snapshot = changed;
    this.texts = before.texts;
    this.columns = new ConcurrentHashMap<>(before.columns);
    // References and the bounds of tables never change.
    this.children = before.children;
    this.rising = before.rising;
    for (ColumnKey key : columns) {
      if (key instanceof ColumnKey.OfField(EntityRef entity, int field, int member)) {
        this.columns
            .keySet()
            .removeIf(
                k ->
                    k instanceof ColumnKey.OfOffset(var table, EntityRef rows, int rates)
                        && rows.equals(entity));
      }
      this.columns.computeIfPresent(key, (k, loaded) -> load(k).atLeast(loaded));
    }
  }

  /**
   * The same rows with changes to some columns, which are held as before where that will do: what
   * was compiled for these columns mostly serves for those.
   */
  public LoadedSnapshot with(Snapshot changed, Set<ColumnKey> columns) {
    return new LoadedSnapshot(this, changed, columns);
  }

  /** The rows whose reference {@code field} is one of {@code parents}. */
  public BitSet children(EntityRef child, int field, BitSet parents) {
    ChildIndex index = index(child, field);
    BitSet found = new BitSet(rows(child));
    for (int of = parents.nextSetBit(0); of >= 0; of = parents.nextSetBit(of + 1)) {
      for (int at = index.starts()[of]; at < index.starts()[of + 1]; at++) {
        found.set(index.rows()[at]);
      }
    }
    return found;
  }

  /** Some children, by the rows that have them. */
  public SomeChildren some(EntityRef child, int field, BitSet wanted) {
    LoadedColumn references = column(new ColumnKey.OfField(child, field, 0));
    int[] parent = (int[]) references.part(DataKey.Part.PLACES);
    return SomeChildren.of(child, field, index(child, field), parent, wanted);
  }

  /** How many children some rows have. */
  public long children(EntityRef child, int field, int[] parents) {
    int[] starts = index(child, field).starts();
    long count = 0;
    for (int parent : parents) {
      count += starts[parent + 1] - starts[parent];
    }
    return count;
  }

  /** The rows that the references {@code field} of some rows lead to. */
  public BitSet parents(EntityRef child, int field, BitSet children) {
    LoadedColumn references = column(new ColumnKey.OfField(child, field, 0));
    int[] parent = (int[]) references.part(DataKey.Part.PLACES);
    BitSet found = new BitSet();
    for (int row = children.nextSetBit(0); row >= 0; row = children.nextSetBit(row + 1)) {
      if (parent[row] >= 0) {
        found.set(parent[row]);
      }
    }
    return found;
  }

  public Program program() {
    return program;
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  public Texts texts() {
    return texts;
  }

  /**
   * What runs with some params read; found once for the params of the last run.
   *
   * @param search finds the broken rows
   */
  public Inputs inputs(ParamValues params, Supplier<BrokenRows> search) {
    Inputs last = inputs;
    if (last != null && last.params().equals(params)) {
      return last;
    }
    Inputs found = new Inputs(this, params, search.get());
    inputs = found;
    return found;
  }

  /** How many rows an entity has. */
  public int rows(EntityRef entity) {
    return snapshot.rowCount(entity);
  }

  /** A number of rows that is at least an entity's, and the same for snapshots of like size. */
  public BigInteger mostRows(EntityRef entity) {
    return Interval.of(0, rows(entity)).widened().most();
  }

  /** As {@link #mostRows}, of the children of one parent. */
  public BigInteger mostChildren(EntityRef child, int field) {
    return Interval.of(0, index(child, field).most()).widened().most();
  }

  /** Whether the children of every row follow one another. */
  public boolean childrenFollow(EntityRef child, int field) {
    return index(child, field).consecutive();
  }

  /** Whether the lower bounds of a table's rows are all numbers that rise within each owner. */
  public boolean boundsRise(TableRef ref) {
    return rising.computeIfAbsent(ref, this::rise);
  }

  private boolean rise(TableRef ref) {
    Table table = program.table(ref);
    if (table.keys().size() != 1
        || !(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))) {
      return false;
    }
    LoadedColumn bounds = column(new ColumnKey.OfField(table.rows(), field, 0));
    ChildIndex index = owners(table);
    return RisingBounds.rise(bounds, index.starts(), index.rows());
  }

  /**
   * Whether each owner of a table whose bounds rise has a first row that starts at {@code least} or
   * below; if it is empty, has no lower bound.
   */
  public boolean startsBy(TableRef ref, Optional<BigInteger> least) {
    Table table = program.table(ref);
    if (!boundsRise(ref)
        || !(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))) {
      return false;
    }
    LoadedColumn bounds = column(new ColumnKey.OfField(table.rows(), field, 0));
    ChildIndex index = owners(table);
    return RowStarts.all(bounds, index.starts(), index.rows(), least);
  }

  /** How many rows each owner of a table has, if they follow one another and all have as many. */
  public OptionalInt rowsPerOwner(TableRef ref) {
    ChildIndex index = owners(program.table(ref));
    int owners = index.starts().length - 1;
    for (int owner = 0; owner < owners; owner++) {
      if (index.starts()[owner + 1] - index.starts()[owner] != index.most()) {
        return OptionalInt.empty();
      }
    }
    return index.consecutive() && owners > 0 ? OptionalInt.of(index.most()) : OptionalInt.empty();
  }

  /** The rows of each owner of a table; all rows together if it has no owner. */
  private ChildIndex owners(Table table) {
    if (table.owner().isPresent()) {
      return index(table.rows(), table.owner().getAsInt());
    }
    int count = rows(table.rows());
    return new ChildIndex(new int[] {0, count}, IntStream.range(0, count).toArray(), true, count);
  }

  public ColumnForm form(ColumnKey key) {
    return column(key).form();
  }

  public Object array(DataKey key) {
    return switch (key) {
      case DataKey.Cells(ColumnKey column, DataKey.Part part) -> column(column).part(part);
      case DataKey.Side side -> side(side);
      case DataKey.ChildStarts(EntityRef child, int field) -> index(child, field).starts();
      case DataKey.ChildRows(EntityRef child, int field) -> index(child, field).rows();
      case DataKey.Count(EntityRef entity) -> new int[] {rows(entity)};
      case DataKey.Times(EntityRef series, int field) ->
          SeriesTimes.of(snapshot.column(series, field, 0));
    };
  }

  private long[] side(DataKey.Side key) {
    return sides.computeIfAbsent(key, this::sideBySide);
  }

  private long[] sideBySide(DataKey.Side key) {
    int step = key.columns().size();
    long[] cells = new long[rows(key.entity()) * step];
    for (int place = 0; place < step; place++) {
      long[] column = (long[]) column(key.columns().get(place)).part(DataKey.Part.LOW);
      for (int row = 0; row < column.length; row++) {
        cells[row * step + place] = column[row];
      }
    }
    return cells;
  }

  public LoadedColumn column(ColumnKey key) {
    if (key instanceof ColumnKey.AsItStands(ColumnKey.OfField field)) {
      return column(field);
    }
    LoadedColumn known = columns.get(key);
    if (known != null) {
      return known;
    }
    // Not within the map: offsets are made from other columns.
    LoadedColumn loaded = load(key);
    LoadedColumn first = columns.putIfAbsent(key, loaded);
    return first == null ? loaded : first;
  }

  private LoadedColumn load(ColumnKey key) {
    return switch (key) {
      case ColumnKey.OfField(EntityRef entity, int field, int member) -> {
        Field declared = program.entity(entity).fields().get(field);
        yield ColumnLoading.load(snapshot.column(entity, field, member), declared.type(), texts);
      }
      case ColumnKey.OfOffset(TableRef table, EntityRef entity, int column) ->
          offsets(program.table(table), column);
      case ColumnKey.OfStart(TableRef table, EntityRef entity, int places, int dropped) ->
          starts(program.table(table), places, dropped);
      case ColumnKey.OfSystem(var input) ->
          ColumnLoading.load(snapshot.system(input), program.input(input).type(), texts);
      case ColumnKey.OfFact(var fact) ->
          throw new IllegalArgumentException("a pass fills the column of " + fact);
      case ColumnKey.AsItStands(var field) -> column(field);
      case ColumnKey.OfSoundness(var entity) ->
          throw new IllegalArgumentException("a run knows which rows are broken: " + entity);
    };
  }

  private LoadedColumn starts(Table table, int places, int dropped) {
    if (!(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))) {
      throw new IllegalArgumentException("not a table by lower bounds: " + table.ref());
    }
    return RowStarts.at(column(new ColumnKey.OfField(table.rows(), field, 0)), places, dropped);
  }

  private LoadedColumn offsets(Table table, int column) {
    LoadedColumn rates = column(new ColumnKey.OfField(table.rows(), column, 0));
    if (!boundsRise(table.ref())
        || !(table.keys().getFirst().match() instanceof Table.Match.FromBound(int field))) {
      return MarginalOffsets.faults(rates);
    }
    LoadedColumn bounds = column(new ColumnKey.OfField(table.rows(), field, 0));
    ChildIndex index = owners(table);
    return MarginalOffsets.of(bounds, rates, index.starts(), index.rows());
  }

  private ChildIndex index(EntityRef child, int field) {
    return children.computeIfAbsent(new ChildKey(child, field), this::index);
  }

  private ChildIndex index(ChildKey key) {
    Field reference = program.entity(key.child()).fields().get(key.field());
    EntityRef parent = ColumnLoading.referred(reference.type());
    LoadedColumn column = column(new ColumnKey.OfField(key.child(), key.field(), 0));
    return ChildIndex.of(column, rows(parent));
  }
}
