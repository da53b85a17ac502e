package org.loadline.engine.lower;

import java.util.List;
import java.util.Optional;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Term;

/**
 * How one term is worked out where one reader wants it.
 *
 * @param kept it is read from slots; what it is worked out from stands where it was kept
 * @param form how its number is carried, if it is a number
 * @param results the whole numbers that are worked out for it, with their widths
 * @param ways what is special about how it is done
 * @param parts the terms that its operations read
 */
public record Note(
    Term term,
    boolean kept,
    Optional<NumberForm> form,
    List<Result> results,
    List<Way> ways,
    List<Note> parts) {
  public Note {
    results = List.copyOf(results);
    ways = List.copyOf(ways);
    parts = List.copyOf(parts);
  }

  /** The range that a result has, whatever its width, and how it is fitted. */
  public record Result(Interval range, Effort.Fit fit) {}

  /** What there is to say about how a term is worked out, beyond its operation. */
  public enum Way {
    /** Two fractions are compared by the products of each number with the other's divisor. */
    CROSS_PRODUCT,
    /** The divisor of a quotient is never zero. */
    NEVER_ZERO,
    /** The divisor of a quotient is looked at, lest it is zero. */
    MAY_BE_ZERO,
    /** Numbers of each scale are summed by themselves. */
    SPLIT,
    /** The upper and the lower parts of numbers are summed by themselves, without a carry. */
    HALVES,
    /** As {@link #HALVES}, for numbers that may have too many bits for it and are looked at. */
    HALVES_CHECKED,
    /** The root of a quotient of two whole numbers is rounded as it is drawn. */
    WHOLE_ROOT,
    /** A quotient of two whole numbers is rounded as it is divided. */
    ROUNDED_DIVISION,
    /** A fraction of any size is worked out. */
    EXACT,
    /** A fraction of any size that is put back into a decimal, if it fits. */
    FROM_EXACT,
    /** A row is searched among rows whose bounds rise. */
    RISING,
    /** Rows whose bounds do not rise are looked at one by one. */
    ROW_BY_ROW,
    /** The reference evaluator looks the row or the number up. */
    ASKED,
    /** The charge is worked out from the row in which the key ends. */
    FROM_ROW
  }

  /** What a pass does, in order, for each element that it or a loop of it takes in turn. */
  public sealed interface Step {
    /**
     * A term is worked out once and kept in slots.
     *
     * @param readers how many terms read it
     */
    record Keep(Note value, int readers) implements Step {}

    /**
     * A loop over the elements of a variable.
     *
     * @param where what an element must fulfil
     * @param steps what is done for each
     * @param totals the aggregates that it works out
     */
    record Loop(Term variable, Optional<Note> where, List<Step> steps, List<Note> totals)
        implements Step {
      public Loop {
        steps = List.copyOf(steps);
        totals = List.copyOf(totals);
      }
    }

    /**
     * A row adds to a sum over all rows of the pass.
     *
     * @param adds what it adds; empty if rows are counted
     * @param form how the sum is carried
     */
    record Total(Pass.Totalled total, Optional<Note> where, Optional<Note> adds, NumberForm form)
        implements Step {}

    /** A fact is put into its column. */
    record Fill(Pass.Filled filled, Note value, ColumnForm column) implements Step {}
  }
}
