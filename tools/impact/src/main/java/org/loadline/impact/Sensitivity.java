package org.loadline.impact;

import java.util.List;
import org.loadline.values.Exact;

/** What the new policy gives along the values of one param, the others as they are. */
public record Sensitivity(String param, String unit, List<Point> points) {
  public Sensitivity {
    points = List.copyOf(points);
  }

  /**
   * One value of the param: what the totals come to, the rows with each outcome and the rows over
   * each line.
   */
  public record Point(
      Exact value, List<TotalAt> totals, List<OutcomesAt> outcomes, List<OverAt> over) {
    public Point {
      totals = List.copyOf(totals);
      outcomes = List.copyOf(outcomes);
      over = List.copyOf(over);
    }
  }

  /** A total. */
  public record TotalAt(String name, String unit, Exact value) {}

  /** The rows with each member of a choice, in the order of the members. */
  public record OutcomesAt(String name, List<String> members, List<Integer> rows) {
    public OutcomesAt {
      members = List.copyOf(members);
      rows = List.copyOf(rows);
    }
  }

  /** The rows over the line of a waterfall. */
  public record OverAt(String waterfall, int rows) {}
}
