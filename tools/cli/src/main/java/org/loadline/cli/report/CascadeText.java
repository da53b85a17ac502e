package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Ink;
import org.loadline.sweep.Sweep;
import org.loadline.values.NumberText;

/** Rounds of waterfalls as a table, with the faults of each round under it. */
public final class CascadeText {
  private final Ink ink;
  private final int width;
  private final PrintStream out;

  public CascadeText(Ink ink, int width, PrintStream out) {
    this.ink = ink;
    this.width = width;
    this.out = out;
  }

  public void print(Cascade cascade) {
    int rounds = cascade.rounds().size();
    String after = "";
    if (rounds > 0) {
      table(cascade);
      out.println();
      after = rounds == 1 ? " after 1 round" : " after " + rounds + " rounds";
    }
    if (cascade.isCalm()) {
      out.println(ink.good("nothing is over the line" + after));
    } else {
      String why = cascade.stuck() ? ", and another round would change nothing" : "";
      out.println(ink.data(overTheLine(cascade) + after + why));
    }
    SweepText text = new SweepText(ink, width, out);
    for (List<Sweep> sweeps : cascade.sweeps()) {
      text.faults(sweeps);
      sweeps.stream()
          .filter(sweep -> sweep.stop() instanceof Sweep.Stop.Faulted)
          .findFirst()
          .ifPresent(text::stop);
    }
  }

  private static String overTheLine(Cascade cascade) {
    int still = cascade.still();
    int unjudged = cascade.unjudged();
    String rows = still == 1 ? "1 row is" : still + " rows are";
    String over = still == 0 ? "" : rows + " over the line";
    return switch (unjudged) {
      case 0 -> over;
      case 1 -> (over.isEmpty() ? "" : over + " and ") + "1 row could not be judged";
      default -> (over.isEmpty() ? "" : over + " and ") + unjudged + " rows could not be judged";
    };
  }

  private void table(Cascade cascade) {
    List<String> numbers = new ArrayList<>();
    List<Sweep> sweeps = new ArrayList<>();
    for (int round = 0; round < cascade.rounds().size(); round++) {
      for (Sweep sweep : cascade.rounds().get(round).sweeps()) {
        numbers.add(Integer.toString(round + 1));
        sweeps.add(sweep);
      }
    }
    TextTable table = new TextTable();
    table.add("round", true, numbers);
    table.add("waterfall", false, sweeps.stream().map(s -> s.waterfall().name()).toList());
    table.add("over", true, sweeps.stream().map(s -> "" + s.counts().over()).toList());
    table.add("served", true, sweeps.stream().map(s -> "" + s.counts().served()).toList());
    table.add(
        "undone",
        true,
        sweeps.stream().map(s -> "" + (s.counts().refused() + s.counts().faulted())).toList());
    table.add("entries", true, sweeps.stream().map(s -> "" + entries(s)).toList());
    table.add("loss", true, sweeps.stream().map(s -> text(s, 0)).toList());
    table.add("absorbed", true, sweeps.stream().map(s -> text(s, 1)).toList());
    table.add("left", true, sweeps.stream().map(s -> text(s, 2)).toList());
    table.add(
        "",
        false,
        sweeps.stream()
            .map(s -> s.covered().map(c -> SweepText.unit(c.type())).orElse(""))
            .toList());
    table.lines(ink).forEach(out::println);
  }

  static int entries(Sweep sweep) {
    return sweep.steps().stream().mapToInt(step -> step.entries()).sum();
  }

  private static String text(Sweep sweep, int which) {
    return sweep
        .covered()
        .map(c -> List.of(c.loss(), c.absorbed(), c.remainder()).get(which))
        .map(NumberText::format)
        .orElse("");
  }
}
