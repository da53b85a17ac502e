package org.loadline.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.bound.Suggestions;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.diff.Difference;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Diagnostic;
import org.loadline.source.Source;
import org.loadline.values.NumberText;
import org.loadline.values.Reading;

/**
 * Reads gates.
 *
 * <pre>
 * gate    = measure ( &gt; | &gt;= | &lt; | &lt;= ) limit
 * measure = newly NAME | total OUTPUT | shortfall | uncovered | faults | changed
 * limit   = [ + | - ] NUMBER [ % | UNIT ]
 * </pre>
 *
 * <p>A limit with a sign or in per cent is for the change of a total, the shortfall or what is
 * uncovered; without, it is for what it is under the new policy.
 */
public final class Gates {
  /** Rows over any line, or that come to a member of that name where there is no line. */
  private static final String LIQUIDATABLE = "liquidatable";

  private static final Pattern FORM =
      Pattern.compile("\\s*(.*?)\\s*(>=|<=|>|<)\\s*([+-]?)\\s*([0-9._]+)\\s*(%?)\\s*(\\S*)\\s*");

  private final Difference difference;

  /** For gates of a plan of these two policies. */
  public Gates(Difference difference) {
    this.difference = difference;
  }

  /** What came of reading: a gate, or what is wrong with it. */
  public sealed interface Read {
    record Good(Gate gate) implements Read {}

    record Wrong(Diagnostic what) implements Read {}
  }

  /** Reads one. */
  public Read read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return wrong(text, "it compares nothing with a number");
    }
    List<String> words = List.of(form.group(1).split("\\s+"));
    Optional<Gate.Measure> measure = measure(words);
    if (measure.isEmpty()) {
      return wrong(text, "`" + form.group(1) + "` is nothing that is measured");
    }
    if (!(NumberText.parse(form.group(4).replace("_", "")) instanceof Reading.Of(var number))) {
      return wrong(text, "`" + form.group(4) + "` is no number");
    }
    boolean percent = !form.group(5).isEmpty();
    boolean signed = !form.group(3).isEmpty();
    Optional<String> unit = Optional.of(form.group(6)).filter(u -> !u.isEmpty());
    if ((percent || signed) && isCount(measure.get())) {
      return wrong(text, "rows are counted, so the limit is a plain number");
    }
    Gate gate =
        new Gate(
            text.strip(),
            measure.get(),
            order(form.group(2)),
            form.group(3).equals("-") ? number.negate() : number,
            percent || signed,
            percent,
            unit);
    return checked(gate);
  }

  private static Optional<Gate.Measure> measure(List<String> words) {
    return switch (words.size()) {
      case 1 ->
          switch (words.getFirst()) {
            case "shortfall" -> Optional.of(new Gate.Measure.Shortfall());
            case "uncovered" -> Optional.of(new Gate.Measure.Uncovered());
            case "faults" -> Optional.of(new Gate.Measure.Faults());
            case "changed" -> Optional.of(new Gate.Measure.Changed());
            default -> Optional.empty();
          };
      case 2 ->
          switch (words.getFirst()) {
            case "newly" -> Optional.of(new Gate.Measure.Newly(words.getLast()));
            case "total" -> Optional.of(new Gate.Measure.OfTotal(words.getLast()));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static boolean isCount(Gate.Measure measure) {
    return switch (measure) {
      case Gate.Measure.Newly _, Gate.Measure.Faults _, Gate.Measure.Changed _ -> true;
      case Gate.Measure.OfTotal _, Gate.Measure.Shortfall _, Gate.Measure.Uncovered _ -> false;
    };
  }

  private static Gate.Order order(String sign) {
    return Stream.of(Gate.Order.values())
        .filter(o -> o.sign().equals(sign))
        .findFirst()
        .orElseThrow();
  }

  /** Whether there is what a gate is about. */
  private Read checked(Gate gate) {
    return switch (gate.measure()) {
      case Gate.Measure.Newly(String name) when !outcomes().contains(name) ->
          unknown(GateProblem.NO_OUTCOME, gate, name, outcomes(), "Rows come newly to ");
      case Gate.Measure.OfTotal(String name) when totals(name).isEmpty() ->
          unknown(
              GateProblem.NO_TOTAL,
              gate,
              name,
              chosen().map(OneRun::name).collect(Collectors.toCollection(LinkedHashSet::new)),
              "Its totals are ");
      case Gate.Measure.OfTotal(String name)
          when gate.unit().isPresent() && !units(name).contains(gate.unit().get()) ->
          new Read.Wrong(
              said(GateProblem.NO_SUCH_UNIT, gate.text())
                  .with("unit", gate.unit().get())
                  .with("known", "`" + name + "` is in " + listed(units(name)) + ".")
                  .build());
      case Gate.Measure other -> new Read.Good(gate);
    };
  }

  private List<Output> totals(String name) {
    return chosen().filter(o -> OneRun.name(o).equals(name)).toList();
  }

  private Set<String> units(String name) {
    Set<String> units = new LinkedHashSet<>();
    for (Output output : totals(name)) {
      if (output.type().present() instanceof Type.Quantity(Unit unit, var form, var unlimited)) {
        units.add(unit.toString());
      }
    }
    return units;
  }

  /** What totals are of: see {@link Totals#chosen}. */
  private Stream<Output> chosen() {
    List<Output> all =
        Stream.of(difference.after(), difference.before())
            .flatMap(p -> p.outputs().stream())
            .toList();
    boolean declared = all.stream().anyMatch(o -> o.role().isPresent());
    return all.stream()
        .filter(o -> o.type().present() instanceof Type.Quantity)
        .filter(o -> !declared || o.role().isPresent());
  }

  private Set<String> outcomes() {
    Set<String> names = new LinkedHashSet<>();
    for (Program program : List.of(difference.after(), difference.before())) {
      program.waterfalls().stream()
          .filter(w -> w.guard().isPresent())
          .map(Waterfall::name)
          .forEach(names::add);
      if (!names.isEmpty()) {
        names.add(LIQUIDATABLE);
      }
      for (Output output : program.outputs()) {
        if (output.type().present() instanceof Type.OfChoice(var choice)) {
          names.addAll(program.choice(choice).members());
        }
      }
    }
    return names;
  }

  /** How many rows come newly to something: over a line, or to a member of a choice. */
  static int newly(Impact impact, String name) {
    List<Crossing> lines =
        impact.crossings().stream()
            .filter(c -> c.waterfall().equals(name) || name.equals(LIQUIDATABLE))
            .toList();
    return lines.isEmpty()
        ? impact.outcomes().stream().mapToInt(o -> o.newly(name)).sum()
        : lines.stream().mapToInt(c -> c.newly().count()).sum();
  }

  private static Read unknown(
      GateProblem problem, Gate gate, String name, Set<String> known, String start) {
    String all = known.isEmpty() ? "There is nothing of the kind." : start + listed(known) + ".";
    return new Read.Wrong(
        said(problem, gate.text())
            .with("name", name)
            .with("known", Suggestions.hint(name, new ArrayList<>(known), all))
            .build());
  }

  private static Read wrong(String text, String problem) {
    return new Read.Wrong(said(GateProblem.NO_GATE, text.strip()).with("problem", problem).build());
  }

  private static Diagnostic.Builder said(GateProblem problem, String gate) {
    return Diagnostic.of(problem, Source.of("", "").span(0, 0)).with("gate", gate);
  }

  private static String listed(Set<String> names) {
    return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
  }
}
