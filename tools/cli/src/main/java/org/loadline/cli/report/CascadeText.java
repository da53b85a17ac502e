package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Ink;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
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
    if (cascade.rounds().isEmpty()) {
      out.println("nothing is over the line");
      return;
    }
    table(cascade);
    out.println();
    int rounds = cascade.rounds().size();
    String after = rounds == 1 ? "1 round" : rounds + " rounds";
    if (cascade.isCalm()) {
      out.println(ink.good("nothing is over the line after " + after));
    } else {
      String why = cascade.stuck() ? ", and another round would change nothing" : "";
      String rows = cascade.still() == 1 ? "1 row is" : cascade.still() + " rows are";
      out.println(ink.data(rows + " over the line after " + after + why));
    }
    SweepText text = new SweepText(ink, width, out);
    for (Sweeps round : cascade.rounds()) {
      round.sweeps().forEach(text::faults);
    }
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
