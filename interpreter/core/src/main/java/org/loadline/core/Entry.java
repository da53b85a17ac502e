package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.source.Span;

/**
 * What a step of a waterfall does. An entry works out everything it needs before it changes
 * anything; formulas see what the entries before it left, but for names in slots.
 */
public sealed interface Entry {
  /** The text that it came from. */
  Span span();

  /**
   * {@code move a from X to Y}. {@code mayOverdraw} is false where the text proves that X keeps its
   * floor; so it is in the other entries.
   */
  record Move(Amount amount, Place from, Place to, boolean mayOverdraw, Span span)
      implements Entry {}

  /** {@code cancel a of X against Y}: a holding and an obligation fall together. */
  record Cancel(Amount amount, Place holding, Place obligation, boolean mayOverdraw, Span span)
      implements Entry {}

  /** {@code raise X and Y by a}: a holding and an obligation rise together. */
  record Raise(Amount amount, Place holding, Place obligation, Span span) implements Entry {}

  /** {@code set x.input to E}, for inputs that do not flow: outside conservation. */
  record Set(Place place, Expr value, Span span) implements Entry {}

  /** Sets what the sweep carries from row to row: see {@link Waterfall.Carried}. */
  record Carry(int slot, String name, Expr value, Span span) implements Entry {}

  /** {@code create row { … }}: its buckets are empty, its other fields as given. */
  record Create(EntityRef entity, List<Filled> fields, Span span) implements Entry {
    public Create {
      fields = List.copyOf(fields);
    }

    /** A field of the new row; {@code member} is the place in a column family, 0 otherwise. */
    public record Filled(int field, int member, Expr value) {}
  }

  /** {@code refuse reason when …}: the served row is left as it was. */
  record Refuse(String reason, Optional<Expr> when, Span span) implements Entry {}

  /**
   * {@code share a from xs.x … to Y by w} and {@code share a from X to ys.y … by w}: a move with
   * many rows at one end.
   *
   * <p>Each row that the filter keeps takes the lesser of its cap and w times λ: with the one λ
   * that uses the amount up if {@code refilled}, otherwise with λ the amount over the sum of
   * weights; rounded down to {@code step}, or to the step of {@code each}. Steps lost to rounding
   * go one each, in the order {@code lost}, to rows below their cap. {@code each} and {@code
   * single} are the places at the two ends; {@code fromEach} if the rows give and do not take. The
   * amount's own step and limit are applied first.
   */
  record Share(
      Amount amount,
      Expr.Binder binder,
      Optional<Expr> filter,
      Place each,
      Place single,
      boolean fromEach,
      Expr weight,
      Optional<Expr> cap,
      boolean refilled,
      Optional<StepSize> step,
      List<SortKey> lost,
      boolean mayOverdraw,
      Span span)
      implements Entry {
    public Share {
      lost = List.copyOf(lost);
    }
  }

  /**
   * Does entries for each row that the filter keeps, in an order that is fixed when it begins;
   * {@code during} is tested before each row and ends it. Filter and order are worked out when it
   * begins too.
   */
  record ForEach(
      Expr.Binder binder,
      Optional<Expr> filter,
      List<SortKey> order,
      Optional<Expr> during,
      List<Entry> entries,
      Span span)
      implements Entry {
    public ForEach {
      order = List.copyOf(order);
      entries = List.copyOf(entries);
    }
  }

  /** An action, with its arguments worked out when it begins. */
  record Do(String action, List<Argument> arguments, List<Entry> entries, Span span)
      implements Entry {
    public Do {
      arguments = List.copyOf(arguments);
      entries = List.copyOf(entries);
    }

    /** An argument and the slot that the entries read it from. */
    public record Argument(int slot, String name, Expr value) {}
  }
}
