package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.cli.render.FaultRenderer;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.data.Fault;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Event;
import org.loadline.sweep.LedgerLine;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * What waterfalls did, as a risk officer reads it: what each step absorbed, and what went where.
 */
public final class SweepText {
  private static final int ROWS_NAMED = 5;

  private final Ink ink;
  private final int width;
  private final PrintStream out;

  public SweepText(Ink ink, int width, PrintStream out) {
    this.ink = ink;
    this.width = width;
    this.out = out;
  }

  /** One waterfall. */
  public void sweep(Sweep sweep) {
    out.println(ink.strong("waterfall " + sweep.waterfall().name()) + ": " + counts(sweep));
    if (sweep.covered().isPresent()) {
      absorbed(sweep, sweep.covered().get());
    }
    moved(sweep);
    stop(sweep);
    refusals(sweep);
    faults(sweep);
  }

  /** How many rows met with what. */
  static String counts(Sweep sweep) {
    Sweep.Counts counts = sweep.counts();
    String entity = sweep.waterfall().owner().name();
    List<String> parts = new ArrayList<>();
    parts.add(counts.over() + " of " + counts.rows() + " rows of " + entity + " over the line");
    parts.add(counts.served() + " served");
    if (counts.refused() > 0) {
      parts.add(counts.refused() + " refused");
    }
    if (counts.faulted() > 0) {
      parts.add(counts.faulted() + " undone by a fault");
    }
    if (!sweep.unserved().isEmpty()) {
      parts.add(sweep.unserved().size() + " that could not be judged");
    }
    return String.join(", ", parts);
  }

  private void absorbed(Sweep sweep, Covered covered) {
    List<String> names = new ArrayList<>();
    List<Exact> parts = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (StepTotal step : sweep.steps()) {
      names.add(step.step());
      parts.add(step.absorbed().orElseThrow());
      rows.add(Integer.toString(step.rows()));
    }
    names.add(sweep.waterfall().remainder().orElse("remainder"));
    parts.add(covered.remainder());
    rows.add("");
    names.add(covered.fact());
    parts.add(covered.loss());
    rows.add("");
    TextTable table = new TextTable();
    table.add("  absorbed by", false, names.stream().map(name -> "  " + name).toList());
    table.add("amount", true, parts.stream().map(NumberText::format).toList());
    table.add("", false, parts.stream().map(part -> unit(covered.type())).toList());
    table.add("", false, parts.stream().map(part -> Bar.of(part, covered.loss())).toList());
    table.add("share", true, parts.stream().map(p -> Bar.percent(p, covered.loss())).toList());
    table.add("rows", true, rows);
    table.lines(ink).forEach(out::println);
  }

  private void moved(Sweep sweep) {
    List<String> steps = new ArrayList<>();
    List<StepTotal.Moved> moves = new ArrayList<>();
    for (StepTotal step : sweep.steps()) {
      for (StepTotal.Moved moved : step.moved()) {
        steps.add("  " + step.step());
        moves.add(moved);
      }
    }
    if (moves.isEmpty()) {
      return;
    }
    TextTable table = new TextTable();
    table.add("  step", false, steps);
    table.add("entry", false, moves.stream().map(m -> word(m.kind())).toList());
    table.add("from", false, moves.stream().map(StepTotal.Moved::from).toList());
    table.add("to", false, moves.stream().map(StepTotal.Moved::to).toList());
    table.add(
        "amount",
        true,
        moves.stream().map(m -> m.amount().map(NumberText::format).orElse("")).toList());
    table.add("", false, moves.stream().map(m -> unit(m.type())).toList());
    table.add("entries", true, moves.stream().map(m -> Integer.toString(m.entries())).toList());
    table.lines(ink).forEach(out::println);
  }

  void stop(Sweep sweep) {
    switch (sweep.stop()) {
      case Sweep.Stop.AtTheEnd end -> {}
      case Sweep.Stop.Early early -> out.println("  stopped early, as the policy says");
      case Sweep.Stop.Faulted(Fault fault) -> {
        out.println("  stopped, because the condition to stop could not be worked out");
        out.print(new FaultRenderer(ink, width).render(fault.what(), List.of()));
      }
    }
  }

  private void refusals(Sweep sweep) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (LedgerLine line : sweep.ledger()) {
      if (line.event() instanceof Event.Refused(String reason)) {
        reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(line.served());
      }
    }
    reasons.forEach(
        (reason, rows) -> out.println("  refused, " + Glyphs.line(reason) + ": " + named(rows)));
  }

  private record Origin(String code, Span span, String what) {}

  private record Group(Fault first, Set<String> rows) {}

  /** What serving came to, those of one place together. */
  void faults(Sweep sweep) {
    faults(List.of(sweep));
  }

  /** What serving came to in sweeps of one waterfall; what comes again is told once. */
  void faults(List<Sweep> sweeps) {
    Map<Origin, Group> groups = new LinkedHashMap<>();
    for (Sweep sweep : sweeps) {
      for (Sweep.Unserved row : sweep.unserved()) {
        group(groups, row.why(), "could not be judged: ", row.row());
      }
      for (LedgerLine line : sweep.ledger()) {
        if (line.event() instanceof Event.Faulted(Fault fault)) {
          group(groups, fault, "left as it was: ", line.served());
        }
      }
    }
    FaultRenderer renderer = new FaultRenderer(ink, width);
    groups.forEach(
        (origin, group) -> {
          String entity = sweeps.getFirst().waterfall().owner().name();
          out.println();
          out.print(
              renderer.render(
                  group.first().what(),
                  List.of(origin.what() + entity + " " + named(List.copyOf(group.rows())))));
        });
  }

  private static void group(Map<Origin, Group> groups, Fault fault, String what, String row) {
    Origin origin = new Origin(fault.what().code().code(), fault.what().span(), what);
    groups.computeIfAbsent(origin, o -> new Group(fault, new LinkedHashSet<>())).rows().add(row);
  }

  private static String named(List<String> rows) {
    String first = rows.stream().limit(ROWS_NAMED).collect(Collectors.joining(", "));
    return rows.size() > ROWS_NAMED
        ? first + ", and " + (rows.size() - ROWS_NAMED) + " more"
        : first;
  }

  static String word(Event.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static String unit(Type type) {
    return Optional.of(type.present())
        .filter(Type.Quantity.class::isInstance)
        .map(quantity -> ((Type.Quantity) quantity).unit())
        .filter(unit -> !unit.equals(Unit.TIME))
        .map(Unit::toString)
        .orElse("");
  }
}
