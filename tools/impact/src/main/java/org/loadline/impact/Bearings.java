package org.loadline.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Waterfall;
import org.loadline.data.Evaluator;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.reference.WaterfallRunner;
import org.loadline.sweep.Covered;
import org.loadline.sweep.StepTotal;
import org.loadline.sweep.Sweep;
import org.loadline.values.Exact;

/** Runs the waterfalls of both policies and puts side by side who bears what. */
final class Bearings {
  private Bearings() {}

  static List<Bearing> of(OneRun before, OneRun after, Evaluator evaluator, Names names) {
    Map<String, Sweep> old = new LinkedHashMap<>();
    sweeps(before, evaluator)
        .forEach(sweep -> old.put(names.waterfall(sweep.waterfall().name()), sweep));
    List<Bearing> bearings = new ArrayList<>();
    for (Sweep now : sweeps(after, evaluator)) {
      Optional<Sweep> was = Optional.ofNullable(old.remove(now.waterfall().name()));
      bearings.add(bearing(was, Optional.of(now)));
    }
    old.values().forEach(was -> bearings.add(bearing(Optional.of(was), Optional.empty())));
    return bearings;
  }

  private static List<Sweep> sweeps(OneRun run, Evaluator evaluator) {
    return run.program().waterfalls().isEmpty()
        ? List.of()
        : WaterfallRunner.on(evaluator, run.program(), run.params()).run(run.snapshot()).sweeps();
  }

  private static Bearing bearing(Optional<Sweep> was, Optional<Sweep> is) {
    Waterfall waterfall = is.or(() -> was).orElseThrow().waterfall();
    return new Bearing(
        waterfall.name(),
        waterfall.owner().name(),
        was.map(Bearings::rows).orElse(Bearing.Rows.NONE),
        is.map(Bearings::rows).orElse(Bearing.Rows.NONE),
        loss(was, is),
        moved(was, is));
  }

  private static Bearing.Rows rows(Sweep sweep) {
    Sweep.Counts counts = sweep.counts();
    return new Bearing.Rows(
        counts.over(),
        counts.served(),
        counts.refused(),
        counts.faulted(),
        sweep.unserved().size(),
        !(sweep.stop() instanceof Sweep.Stop.AtTheEnd));
  }

  private static Optional<Bearing.Loss> loss(Optional<Sweep> was, Optional<Sweep> is) {
    Optional<Covered> old = was.flatMap(Sweep::covered);
    Optional<Covered> now = is.flatMap(Sweep::covered);
    if (old.isEmpty() && now.isEmpty()) {
      return Optional.empty();
    }
    Covered either = now.or(() -> old).orElseThrow();
    Map<String, Exact> before = absorbed(was);
    Map<String, Exact> after = absorbed(is);
    Set<String> steps = new LinkedHashSet<>(after.keySet());
    steps.addAll(before.keySet());
    Optional<String> called = is.or(() -> was).flatMap(sweep -> sweep.waterfall().remainder());
    return Optional.of(
        new Bearing.Loss(
            either.fact(),
            unit(either.type()),
            shift(old.map(Covered::loss), now.map(Covered::loss)),
            steps.stream()
                .map(
                    step ->
                        new Bearing.Absorbed(
                            step,
                            shift(
                                Optional.ofNullable(before.get(step)),
                                Optional.ofNullable(after.get(step)))))
                .toList(),
            called.orElse("remainder"),
            shift(old.map(Covered::remainder), now.map(Covered::remainder))));
  }

  private static Map<String, Exact> absorbed(Optional<Sweep> sweep) {
    Map<String, Exact> absorbed = new LinkedHashMap<>();
    for (StepTotal step : sweep.map(Sweep::steps).orElse(List.of())) {
      step.absorbed().ifPresent(amount -> absorbed.put(step.step(), amount));
    }
    return absorbed;
  }

  private static Shift shift(Optional<Exact> before, Optional<Exact> after) {
    return new Shift(before.orElse(Exact.ZERO), after.orElse(Exact.ZERO));
  }

  /** What is moved in a step, by what and between what. */
  private record Way(String step, String entry, String from, String to, String unit) {}

  private static List<Bearing.Moved> moved(Optional<Sweep> was, Optional<Sweep> is) {
    Map<Way, StepTotal.Moved> before = ways(was);
    Map<Way, StepTotal.Moved> after = ways(is);
    Set<Way> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    List<Bearing.Moved> moved = new ArrayList<>();
    for (Way way : all) {
      Optional<StepTotal.Moved> old = Optional.ofNullable(before.get(way));
      Optional<StepTotal.Moved> now = Optional.ofNullable(after.get(way));
      boolean addsUp =
          old.filter(m -> m.amount().isEmpty()).isEmpty()
              && now.filter(m -> m.amount().isEmpty()).isEmpty();
      moved.add(
          new Bearing.Moved(
              way.step(),
              way.entry(),
              way.from(),
              way.to(),
              way.unit(),
              addsUp
                  ? Optional.of(
                      shift(
                          old.flatMap(StepTotal.Moved::amount),
                          now.flatMap(StepTotal.Moved::amount)))
                  : Optional.empty(),
              old.map(StepTotal.Moved::entries).orElse(0),
              now.map(StepTotal.Moved::entries).orElse(0)));
    }
    return moved;
  }

  private static Map<Way, StepTotal.Moved> ways(Optional<Sweep> sweep) {
    Map<Way, StepTotal.Moved> ways = new LinkedHashMap<>();
    for (StepTotal step : sweep.map(Sweep::steps).orElse(List.of())) {
      for (StepTotal.Moved moved : step.moved()) {
        String entry = moved.kind().name().toLowerCase(Locale.ROOT);
        ways.put(new Way(step.step(), entry, moved.from(), moved.to(), unit(moved.type())), moved);
      }
    }
    return ways;
  }

  /** The unit of an amount, empty if it has none. */
  static String unit(Type type) {
    return type.present() instanceof Type.Quantity(Unit unit, var form, var unlimited)
            && !unit.equals(Unit.TIME)
        ? unit.toString()
        : "";
  }
}
