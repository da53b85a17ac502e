package org.loadline.model;

import java.util.List;
import java.util.OptionalInt;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * A table: rows of an entity (written or from the snapshot) and how a lookup finds one.
 *
 * <p>{@code owner} is the reference field of {@code rows} that a lookup's owner must equal. A
 * symmetric table is also looked up with its two keys exchanged. With {@code clamp} a key beyond
 * the first or last row is treated as at its edge; otherwise the lookup fails there.
 */
public record Table(
    TableRef ref,
    EntityRef rows,
    OptionalInt owner,
    List<Key> keys,
    Mode mode,
    boolean clamp,
    boolean symmetric,
    boolean grid,
    List<List<Value>> written,
    String doc,
    Span span) {
  public Table {
    keys = List.copyOf(keys);
    written = written.stream().map(List::copyOf).toList();
  }

  /** The same table with other values in its rows. */
  public Table with(List<List<Value>> values) {
    return new Table(ref, rows, owner, keys, mode, clamp, symmetric, grid, values, doc, span);
  }

  /** What a lookup gives: the row, slices at their own rates, or a point on a line. */
  public enum Mode {
    ROW,
    MARGINAL,
    LINEAR
  }

  /** One key of a lookup, typed as the expressions that may stand for it. */
  public record Key(String name, Type type, Match match) {}

  /** How rows take a key. */
  public sealed interface Match {
    /** By the cell of each row, tried from the top. */
    record ByCell(List<CellRule> cells) implements Match {
      public ByCell {
        cells = List.copyOf(cells);
      }
    }

    /** By a column of lower bounds: a row holds from its bound up to the next greater one. */
    record FromBound(int field) implements Match {}

    /** By equality with a column. */
    record Equal(int field) implements Match {}
  }

  /** What one cell of a key column takes. */
  public sealed interface CellRule {
    record Below(Exact bound) implements CellRule {}

    record UpTo(Exact bound) implements CellRule {}

    record From(Exact bound) implements CellRule {}

    record FromBelow(Exact from, Exact below) implements CellRule {}

    record Between(Exact from, Exact to) implements CellRule {}

    /** One value; in a linear table, a point. */
    record Exactly(Value value) implements CellRule {}

    /** Whatever no row above takes. */
    record Otherwise() implements CellRule {}
  }
}
