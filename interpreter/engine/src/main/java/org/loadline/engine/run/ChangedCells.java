package org.loadline.engine.run;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.data.ChangedCell;
import org.loadline.data.SnapshotChanges;
import org.loadline.engine.load.LoadedSnapshot;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.PassReads;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;

/** The cells that differ from those of the evaluation before, as far as they are known. */
final class ChangedCells {
  private final LoadedSnapshot loaded;
  private final Map<ColumnKey, BitSet> cells = new HashMap<>();

  /** Rows that have become broken, or sound: none of their cells is what it was. */
  private final Map<EntityRef, BitSet> rows = new HashMap<>();

  private ChangedCells(LoadedSnapshot loaded) {
    this.loaded = loaded;
  }

  /** {@code loaded} has the cells already. */
  static ChangedCells of(LoadedSnapshot loaded, SnapshotChanges.Changed changed) {
    ChangedCells all = new ChangedCells(loaded);
    columns(loaded, changed).forEach(all::add);
    return all;
  }

  /** The changed rows of each column. */
  static Map<ColumnKey, BitSet> columns(LoadedSnapshot loaded, SnapshotChanges.Changed changed) {
    Map<ColumnKey, BitSet> columns = new HashMap<>();
    for (ChangedCell cell : changed.cells()) {
      ColumnKey key =
          cell.entity().isPresent()
              ? new ColumnKey.OfField(cell.entity().get(), cell.field(), cell.member())
              : new ColumnKey.OfSystem(
                  new InputRef(cell.field(), loaded.program().system().get(cell.field()).name()));
      columns.computeIfAbsent(key, k -> new BitSet()).set(cell.row());
    }
    return columns;
  }

  void add(ColumnKey column, BitSet changed) {
    if (!changed.isEmpty()) {
      cells.computeIfAbsent(column, c -> new BitSet()).or(changed);
    }
  }

  void addRows(EntityRef entity, BitSet changed) {
    if (!changed.isEmpty()) {
      rows.computeIfAbsent(entity, e -> new BitSet()).or(changed);
    }
  }

  Set<ColumnKey> columns() {
    return cells.keySet();
  }

  static boolean isInput(ColumnKey column, InputRef input) {
    return column instanceof ColumnKey.OfSystem(InputRef of) && of.equals(input);
  }

  /** The rows of a column that changed; not to be written. */
  BitSet of(ColumnKey column) {
    return switch (column) {
      case ColumnKey.OfField(EntityRef entity, int field, int member) -> joined(column, entity);
      case ColumnKey.AsItStands(var field) -> cells.getOrDefault(field, new BitSet());
      case ColumnKey.OfSoundness(EntityRef entity) -> joined(column, entity);
      case ColumnKey.OfStart(var table, EntityRef entity, int places, int dropped) ->
          joined(column, entity);
      case ColumnKey.OfOffset(var table, EntityRef entity, int field) -> {
        // An offset is made of all rates and of which rows may be used.
        BitSet all = new BitSet();
        boolean any = !joined(new ColumnKey.OfField(entity, field, 0), entity).isEmpty();
        all.set(0, any ? loaded.rows(entity) : 0);
        yield all;
      }
      case ColumnKey.OfSystem input -> cells.getOrDefault(column, new BitSet());
      case ColumnKey.OfFact fact -> cells.getOrDefault(column, new BitSet());
    };
  }

  private BitSet joined(ColumnKey column, EntityRef entity) {
    BitSet own = cells.getOrDefault(column, new BitSet());
    BitSet broken = rows.getOrDefault(entity, new BitSet());
    if (own.isEmpty() || broken.isEmpty()) {
      return own.isEmpty() ? broken : own;
    }
    BitSet both = (BitSet) own.clone();
    both.or(broken);
    return both;
  }

  /** The rows of an entity of which any field changed. */
  private BitSet of(EntityRef entity) {
    BitSet all = (BitSet) rows.getOrDefault(entity, new BitSet()).clone();
    cells.forEach(
        (column, changed) -> {
          if (column instanceof ColumnKey.OfField(EntityRef of, int field, int member)
              && of.equals(entity)) {
            all.or(changed);
          }
        });
    return all;
  }

  /** Adds to {@code found} the rows of a pass that read a changed cell. False if any row may. */
  boolean readers(PassReads reads, BitSet found) {
    return readers(reads, new RowPaths(loaded, Optional.empty(), found));
  }

  /** As {@link #readers(PassReads, BitSet)}, the children that are read with such a cell. */
  boolean children(PassReads reads, Domain.Children children, BitSet found) {
    return readers(reads, new RowPaths(loaded, Optional.of(children), found));
  }

  /** Whether any of what is read may have changed. */
  boolean touch(PassReads reads) {
    return (reads.anything() && !(cells.isEmpty() && rows.isEmpty()))
        || reads.cells().stream().anyMatch(read -> !of(read.column()).isEmpty())
        || reads.tables().stream().anyMatch(table -> !of(table.rows()).isEmpty());
  }

  /** Which rows changed of what is read, by column or by table's entity. */
  Map<Object, BitSet> changed(PassReads reads) {
    Map<Object, BitSet> changed = new HashMap<>();
    reads.cells().forEach(read -> changed.put(read.column(), of(read.column())));
    reads.tables().forEach(table -> changed.put(table.rows(), of(table.rows())));
    changed.values().removeIf(BitSet::isEmpty);
    return changed;
  }

  private boolean readers(PassReads reads, RowPaths paths) {
    if (reads.anything() && !(cells.isEmpty() && rows.isEmpty())) {
      return false;
    }
    for (PassReads.Cells read : reads.cells()) {
      BitSet changed = of(read.column());
      if (!changed.isEmpty()
          && (read.row().isEmpty() || !paths.follow(read.row().get(), changed))) {
        return false;
      }
    }
    for (PassReads.TableRows table : reads.tables()) {
      if (!paths.followOwner(table.rows(), table.field(), table.owner(), of(table.rows()))) {
        return false;
      }
    }
    return true;
  }
}
