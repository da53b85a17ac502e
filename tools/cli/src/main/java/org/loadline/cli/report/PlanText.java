package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.loadline.cli.render.Ink;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.engine.inspect.Described;
import org.loadline.engine.inspect.PassDescription;
import org.loadline.engine.inspect.PlanDescription;
import org.loadline.engine.inspect.PlanDescription.Fate;
import org.loadline.engine.inspect.PlanDescription.Outcome;
import org.loadline.engine.inspect.Step;

/** A plan as a document: passes with their loops, what becomes of the facts, and what it costs. */
public final class PlanText {
  private static final int LABEL = 11;

  private final PlanDescription plan;
  private final PlanLines lines;
  private final Ink ink;

  public PlanText(PlanDescription plan, Ink ink, int width) {
    this.plan = plan;
    this.ink = ink;
    this.lines = new PlanLines(ink, width, plan.loaded());
  }

  /** The whole plan. */
  public List<String> whole() {
    lines.add(title());
    lines.heads();
    for (PassDescription pass : plan.passes()) {
      lines.add("");
      lines.add(ink.strong("pass " + pass.number()) + "  " + rows(pass));
      if (!pass.once().isEmpty()) {
        lines.add("  before the first row");
        steps(pass.once(), 4);
      }
      steps(pass.perRow(), 2);
    }
    lines.add("");
    facts();
    supposed();
    lines.add("");
    widths();
    cost();
    return lines.all();
  }

  /** What becomes of one fact, and its formula operation by operation. */
  public List<String> of(Fact fact, String name) {
    Fate fate =
        plan.facts().stream()
            .filter(f -> f.fact().ref().equals(fact.ref()))
            .findFirst()
            .orElse(new Fate(fact, Outcome.DROPPED, 0));
    lines.add(ink.strong(name) + "  " + sentence(fate));
    List<Described> found = new ArrayList<>();
    for (PassDescription pass : plan.passes()) {
      values(pass.once()).forEach(value -> find(value, name, found));
      values(pass.perRow()).forEach(value -> find(value, name, found));
    }
    if (!found.isEmpty()) {
      lines.heads();
      lines.tree(found.getFirst(), 2);
    }
    return lines.all();
  }

  private static void find(Described value, String name, List<Described> found) {
    if (!value.kept() && value.name().filter(name::equals).isPresent()) {
      found.add(value);
    }
    value.parts().forEach(part -> find(part, name, found));
  }

  /** Every value of some steps, those in loops first: there they are worked out. */
  private static List<Described> values(List<Step> steps) {
    List<Described> values = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Keep keep -> values.add(keep.value());
        case Step.Fill fill -> values.add(fill.value());
        case Step.Total total -> {
          total.where().ifPresent(values::add);
          values.add(total.sum());
        }
        case Step.Loop loop -> {
          loop.where().ifPresent(values::add);
          values.addAll(values(loop.steps()));
          values.addAll(loop.totals());
        }
      }
    }
    return values;
  }

  private String title() {
    String forms =
        plan.loaded()
            ? "with the ranges of its snapshot"
            : "without a snapshot: scales and ranges as declared";
    return ink.strong(plan.program().name())
        + "  "
        + counted(plan.passes().size(), "pass", "passes")
        + ", "
        + forms;
  }

  private static String rows(PassDescription pass) {
    String over = pass.rows().map(e -> "for each " + e.name()).orElse("once, for the whole");
    return over + (pass.rows().isPresent() ? known(pass.runs(), "row", "rows") : "");
  }

  private static String known(OptionalLong count, String one, String many) {
    return count.isPresent() ? ": " + counted(count.getAsLong(), one, many) : "";
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private void steps(List<Step> steps, int indent) {
    for (Step step : steps) {
      switch (step) {
        case Step.Keep(Described value, int readers) -> lines.value("keep", value, indent);
        case Step.Fill(var fact, boolean reported, Described value) ->
            lines.value(reported ? "report" : "column", value, indent);
        case Step.Total total -> {
          total.where().ifPresent(w -> lines.value("where", w, indent));
          lines.value("total", total.sum(), indent);
        }
        case Step.Loop loop -> {
          lines.add(
              " ".repeat(indent)
                  + ink.strong("loop")
                  + "  over "
                  + loop.over()
                  + known(loop.runs(), "turn", "turns"));
          loop.where().ifPresent(w -> lines.value("where", w, indent + 2));
          steps(loop.steps(), indent + 2);
          loop.totals().forEach(t -> lines.value("total", t, indent + 2));
        }
      }
    }
  }

  private void facts() {
    Map<Outcome, List<String>> by = new TreeMap<>();
    Program program = plan.program();
    for (Fate fate : plan.facts()) {
      boolean property =
          program.properties().stream().anyMatch(p -> p.title().equals(fate.fact().name()));
      if (!property && fate.fact().origin() != Fact.Origin.FUNCTION) {
        by.computeIfAbsent(fate.outcome(), o -> new ArrayList<>()).add(named(fate));
      }
    }
    String label = "facts";
    for (Map.Entry<Outcome, List<String>> entry : by.entrySet()) {
      lines.items(
          String.format("%-7s%-" + LABEL + "s", label, word(entry.getKey())), entry.getValue());
      label = "";
    }
  }

  /** What is worked out for each supposed world, or for each row of a written table. */
  private void supposed() {
    List<String> columns = new ArrayList<>();
    List<String> anew = new ArrayList<>();
    for (PlanDescription.Supposed of : plan.supposed()) {
      String each = of.each().map(e -> " for each " + e).orElse(" once");
      (of.column() ? columns : anew).add(of.name() + " ×" + of.times() + each);
    }
    String label = "worlds";
    if (!columns.isEmpty()) {
      lines.items(String.format("%-7s%-" + LABEL + "s", label, "column"), columns);
      label = "";
    }
    if (!anew.isEmpty()) {
      lines.items(String.format("%-7s%-" + LABEL + "s", label, "anew"), anew);
    }
  }

  private static String named(Fate fate) {
    String name = name(fate.fact());
    boolean counted = fate.outcome() == Outcome.SHARED || fate.outcome() == Outcome.INLINED;
    return name + (counted && fate.uses() > 1 ? " ×" + fate.uses() : "");
  }

  private static String name(Fact fact) {
    String own = fact.name() + (fact.parameters().isEmpty() ? "" : "(…)");
    return fact.owner().map(owner -> owner.name() + "." + own).orElse(own);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case REPORTED -> "reported";
      case COLUMN -> "column";
      case AGGREGATE -> "total";
      case SHARED -> "kept";
      case INLINED -> "inlined";
      case CONSTANT -> "constant";
      case DROPPED -> "dropped";
    };
  }

  private static String sentence(Fate fate) {
    return switch (fate.outcome()) {
      case REPORTED -> "stands in a column that is reported.";
      case COLUMN -> "stands in a column that a later pass reads.";
      case AGGREGATE -> "is a total of a loop.";
      case SHARED ->
          "is worked out once and kept for its " + counted(fate.uses(), "reader", "readers") + ".";
      case INLINED ->
          fate.uses() == 1
              ? "is worked out inside its only reader."
              : "is worked out where it is read, in " + fate.uses() + " places.";
      case CONSTANT -> "is a constant: the text and the params decide it.";
      case DROPPED -> "is not worked out: nothing asks for it.";
    };
  }

  private void widths() {
    Map<Integer, Integer> widths = new TreeMap<>();
    int[] checked = {0};
    for (PassDescription pass : plan.passes()) {
      values(pass.once()).forEach(v -> count(v, widths, checked));
      values(pass.perRow()).forEach(v -> count(v, widths, checked));
    }
    List<String> words = new ArrayList<>();
    widths.forEach(
        (width, count) ->
            words.add(
                counted(count, "number", "numbers")
                    + (width > 0
                        ? " in " + width + " bits"
                        : plan.loaded() ? " of any size" : " to be decided on loading")));
    words.add(checked[0] == 0 ? "none checked" : checked[0] + " checked");
    lines.items(String.format("%-7s%-" + LABEL + "s", "widths", ""), words);
  }

  private static void count(Described value, Map<Integer, Integer> widths, int[] checked) {
    if (value.kept()) {
      return;
    }
    value.number().ifPresent(n -> widths.merge(n.width(), 1, Integer::sum));
    checked[0] += value.checks().isEmpty() ? 0 : 1;
    value.parts().forEach(part -> count(part, widths, checked));
  }

  private void cost() {
    String label = "cost";
    for (PassDescription pass : plan.passes()) {
      List<String> parts = new ArrayList<>();
      parts.add(
          operations(Step.operations(pass.perRow()))
              + pass.rows().map(e -> " for each " + e.name()).orElse(" once"));
      loops(pass.once(), parts);
      loops(pass.perRow(), parts);
      lines.items(String.format("%-7spass %-" + (LABEL - 5) + "d", label, pass.number()), parts);
      label = "";
    }
    if (plan.work().isPresent()) {
      lines.add(
          " ".repeat(7)
              + String.format("%-" + LABEL + "s", "in all")
              + operations(plan.work().getAsLong())
              + ", if no branch is left out");
    }
  }

  private static void loops(List<Step> steps, List<String> parts) {
    for (Step.Loop loop : Step.loops(steps)) {
      parts.add(operations(loop.operations()) + " for each of " + loop.over());
      loops(loop.steps(), parts);
    }
  }

  private static String operations(long count) {
    return counted(count, "operation", "operations");
  }
}
