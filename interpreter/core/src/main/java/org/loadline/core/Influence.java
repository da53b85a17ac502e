package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * How a formula moves when something that it reads does, and why.
 *
 * @param way which way, in every row of every book that both values can be worked out for
 * @param steps what is done to it on the way, from where it is read upwards
 * @param obstacle the first formula of which it is not known which way it moves
 */
public record Influence(Way way, List<Step> steps, Optional<Obstacle> obstacle) {
  public Influence {
    steps = List.copyOf(steps);
  }

  /** Which way. */
  public enum Way {
    /** It does not read it, or it makes no difference. */
    NONE,
    RISES,
    FALLS,
    /** It may do either, as far as is known. */
    UNKNOWN;

    /** That of what moves the other way. */
    public Way reversed() {
      return switch (this) {
        case RISES -> FALLS;
        case FALLS -> RISES;
        case NONE, UNKNOWN -> this;
      };
    }

    /** That from one value to another; choices rise in the order of their members. */
    public static Way between(Value from, Value to) {
      if (from.equals(to)) {
        return NONE;
      }
      Optional<Exact> a = KnownRanges.of(from).least();
      Optional<Exact> b = KnownRanges.of(to).least();
      return a.isEmpty() || b.isEmpty() ? UNKNOWN : b.get().compareTo(a.get()) > 0 ? RISES : FALLS;
    }

    static Way of(Trend trend) {
      return switch (trend) {
        case SAME -> NONE;
        case RISES -> RISES;
        case FALLS -> FALLS;
        case EDGES, EITHER, UNKNOWN -> UNKNOWN;
      };
    }

    Trend trend() {
      return switch (this) {
        case NONE -> Trend.SAME;
        case RISES -> Trend.RISES;
        case FALLS -> Trend.FALLS;
        case UNKNOWN -> Trend.UNKNOWN;
      };
    }
  }

  /** What is done to something that moves: a clause, and the formula that it is about. */
  public record Step(String words, Expr formula, Optional<Fact> fact) {}

  /** A formula in the way, and the fact that it stands in. */
  public record Obstacle(Expr formula, Optional<Fact> fact) {
    /** The formula on one line. */
    public String text() {
      return words(formula);
    }
  }

  /** The text of a formula on one line, in backticks; a long one is cut. */
  static String words(Expr formula) {
    String text = formula.span().text().strip().replaceAll("\\s+", " ");
    return "`" + (text.length() <= 60 ? text : text.substring(0, 57).strip() + "…") + "`";
  }
}
