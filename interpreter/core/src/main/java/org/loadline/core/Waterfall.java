package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/**
 * What is done, in order, about the rows of an entity that are over a line.
 *
 * <p>All formulas and entries of a waterfall share one frame of {@code slots}: slot 0 holds the
 * served row. Facts that the policy names {@code live} need no mention here: they are read as they
 * stand. {@code covers} is what the steps bring to zero; {@code remainder} is what that is called
 * when a row has been served.
 */
public record Waterfall(
    WaterfallRef ref,
    EntityRef owner,
    Optional<Expr> guard,
    Optional<Expr> covers,
    List<SortKey> order,
    boolean againAfterEach,
    Optional<Expr> stop,
    List<Carried> carried,
    List<Fixed> fixed,
    List<Step> steps,
    Optional<String> remainder,
    int slots,
    String doc,
    Span span) {
  public Waterfall {
    order = List.copyOf(order);
    carried = List.copyOf(carried);
    fixed = List.copyOf(fixed);
    steps = List.copyOf(steps);
  }

  public String name() {
    return ref.name();
  }

  /**
   * A value that the sweep carries from row to row: {@code start} is worked out when the sweep
   * starts, without a row; {@link Entry.Carry} sets it. {@code stop} reads it too.
   */
  public record Carried(int slot, String name, Expr start) {}

  /** {@code fix a}: worked out when the row's turn comes; later entries do not change it. */
  public record Fixed(int slot, String name, Expr value) {}

  /** A named step; it is passed over unless its guard holds when its turn comes. */
  public record Step(String name, Optional<Expr> guard, List<Entry> entries, Span span) {
    public Step {
      entries = List.copyOf(entries);
    }
  }
}
