package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text are gone and which are new, with a little of what stands around them. */
public final class LineChanges {
  private static final int AROUND = 1;

  private LineChanges() {}

  /** A line, and whether it is in one text or in both. */
  public record Line(Kind kind, String text) {
    /** What became of a line. */
    public enum Kind {
      SAME(" "),
      GONE("-"),
      NEW("+"),
      /** Lines that are in both, and left out. */
      LEFT_OUT(" ");

      private final String mark;

      Kind(String mark) {
        this.mark = mark;
      }

      /** The sign at its left. */
      public String mark() {
        return mark;
      }
    }
  }

  /** From one text to another; lines far from any change are one line that says so. */
  public static List<Line> between(List<String> before, List<String> after) {
    return near(all(before, after));
  }

  private static List<Line> all(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.get(i), after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
        lines.add(new Line(Line.Kind.SAME, after.get(j)));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Line.Kind.GONE, before.get(i++)));
      } else {
        lines.add(new Line(Line.Kind.NEW, after.get(j++)));
      }
    }
    return lines;
  }

  /** Blanks do not count: columns of a table move when one cell gets longer. */
  private static boolean same(String one, String other) {
    return one.equals(other)
        || one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
  }

  private static List<Line> near(List<Line> all) {
    List<Line> near = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isNear(all, i)) {
        near.add(all.get(i));
      } else if (near.isEmpty() || near.getLast().kind() != Line.Kind.LEFT_OUT) {
        near.add(new Line(Line.Kind.LEFT_OUT, "…"));
      }
    }
    return near;
  }

  private static boolean isNear(List<Line> all, int place) {
    int to = Math.min(all.size() - 1, place + AROUND);
    for (int i = Math.max(0, place - AROUND); i <= to; i++) {
      if (all.get(i).kind() != Line.Kind.SAME) {
        return true;
      }
    }
    return false;
  }
}
