package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Ink;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.model.Choice;
import org.loadline.values.Member;

/** How many rows have each outcome of a choice, with a bar for each. */
final class OutcomeCounts {
  private static final int LONGEST_BAR = 40;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private OutcomeCounts() {}

  /** A line for each member in order, then for rows that have none or a fault, if there are any. */
  static List<String> lines(OutputColumn column, Choice choice, Ink ink) {
    int members = choice.members().size();
    int[] counts = new int[members + 2];
    for (int row = 0; row < column.size(); row++) {
      counts[place(column.outcome(row), members)]++;
    }
    List<String> names = new ArrayList<>(choice.members());
    names.add("none");
    names.add("fault");
    int nameWidth = names.stream().mapToInt(String::length).max().orElse(0);
    int countWidth = String.valueOf(column.size()).length();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (i < members || counts[i] > 0) {
        String text =
            String.format("%-" + nameWidth + "s  %" + countWidth + "d  ", names.get(i), counts[i]);
        lines.add((text + ink.hint(bar(counts[i], column.size()))).stripTrailing());
      }
    }
    return lines;
  }

  private static int place(Outcome outcome, int members) {
    return switch (outcome) {
      case Outcome.Faulted faulted -> members + 1;
      case Outcome.Known(var value) -> value instanceof Member(int ordinal) ? ordinal : members;
    };
  }

  /** As long as the share of all, to an eighth of a column; what there is always shows. */
  private static String bar(int count, int all) {
    if (count == 0) {
      return "";
    }
    long eighths = Math.max(1, (long) count * LONGEST_BAR * 8 / all);
    String whole = "█".repeat((int) (eighths / 8));
    int rest = (int) (eighths % 8);
    return rest == 0 ? whole : whole + EIGHTHS.charAt(rest);
  }
}
