package org.loadline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.benchmarks.arithmetic.ArithmeticRun;
import org.loadline.benchmarks.large.LargeRace;
import org.loadline.benchmarks.lending.LendingRace;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.ordered.OrderedRace;
import org.loadline.benchmarks.plan.PlanRace;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.process.Cold;
import org.loadline.benchmarks.process.Kept;
import org.loadline.benchmarks.process.StartUp;
import org.loadline.benchmarks.race.CompilerWatch;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Race;
import org.loadline.benchmarks.scenarios.ScenarioRace;
import org.loadline.benchmarks.solve.SolveRace;
import org.loadline.benchmarks.sweep.SweepRace;
import org.loadline.benchmarks.ticks.TickRace;

/** What each section measures. */
final class Sections {
  /** Beyond this many accounts the reference evaluator would take most of the time. */
  private static final int MOST_FOR_REFERENCE = 1_000;

  /** Enough to tell the speed of two policies apart from what a run costs once. */
  private static final int MOST_FOR_LARGE = 10_000;

  /** What a waterfall is to serve in seconds. */
  private static final int MOST_FOR_SWEEP = 100_000;

  private static final int COLD_ROUNDS = 3;

  private final Options options;
  private final Engines engines;

  Sections(Options options, Engines engines) {
    this.options = options;
    this.engines = engines;
  }

  List<Measurement> measure(Section section) throws IOException, InterruptedException {
    return switch (section) {
      case WORKLOAD, LENDING, SCENARIOS, ORDERED -> sizes(section);
      case SOLVE -> solve();
      case LARGE -> large();
      case TICKS -> ticks();
      case SWEEP -> sweep();
      case PLAN -> plan();
      case THREADS -> threads();
      case START_UP -> new StartUp(options.project()).measure(options.pace().rounds());
      case COLD -> new Cold(options.project(), options.mostAccounts()).measure(COLD_ROUNDS);
      case MEMORY -> memory();
      case ARITHMETIC -> ArithmeticRun.measure(options.pace());
    };
  }

  private List<Measurement> sizes(Section section) throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    for (int accounts : options.accounts()) {
      Optional<Side> side = options.side();
      if (side.isPresent()) {
        measurements.addAll(onSide(section, accounts, side.get()));
      } else {
        measurements.addAll(Race.over(everyone(section, accounts), options.pace()));
        measurements.addAll(Child.measure(options, section, accounts, Side.FALLBACK));
        measurements.addAll(Child.measure(options, section, accounts, Side.GRAAL));
      }
    }
    return measurements;
  }

  private List<Measurement> solve() throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    for (int accounts : options.accounts()) {
      SolveRace race = new SolveRace(options.project(), accounts, engines);
      measurements.addAll(Race.over(race.course(), options.pace()));
    }
    return measurements;
  }

  /** On an engine that has seen no other policy. */
  private List<Measurement> large() throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    try (Engines fresh = new Engines()) {
      int accounts = Math.min(options.mostAccounts(), MOST_FOR_LARGE);
      for (Course<?> course : new LargeRace(options.project(), accounts, fresh).inTurn()) {
        measurements.addAll(Race.over(course, options.pace()));
      }
    }
    return measurements;
  }

  private List<Measurement> threads() throws IOException {
    int accounts = options.mostAccounts();
    List<Measurement> measurements = new ArrayList<>();
    MarginRace margin = new MarginRace(options.project(), accounts, engines);
    measurements.addAll(Race.over(margin.threads(), options.pace()));
    LendingRace lending = new LendingRace(options.project(), accounts, engines);
    measurements.addAll(Race.over(lending.threads(), options.pace()));
    return measurements;
  }

  private List<Measurement> ticks() throws IOException {
    TickRace race = new TickRace(options.project(), options.mostAccounts(), engines);
    return Race.over(race.course(), options.pace());
  }

  private List<Measurement> sweep() throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    for (int accounts : options.accounts()) {
      if (accounts <= MOST_FOR_SWEEP) {
        SweepRace race = new SweepRace(options.project(), accounts, engines);
        measurements.addAll(Race.over(race.course(accounts <= MOST_FOR_REFERENCE), options.pace()));
      }
    }
    return measurements;
  }

  private List<Measurement> plan() throws IOException {
    PlanRace race = new PlanRace(options.project(), options.mostAccounts(), engines);
    return Race.over(race.course(), options.pace());
  }

  /** In a process that holds nothing else. */
  private List<Measurement> memory() throws IOException, InterruptedException {
    int accounts = options.mostAccounts();
    return options.side().isPresent()
        ? Kept.measure(options.project(), accounts)
        : Child.measure(options, Section.MEMORY, accounts, Side.USUAL);
  }

  private List<Measurement> onSide(Section section, int accounts, Side side) throws IOException {
    try (CompilerWatch watch = CompilerWatch.start(Main.class.getPackageName())) {
      List<Measurement> measured = Race.over(byHand(section, accounts, side), options.pace());
      watch.require(Jvm.COMPILER);
      return measured;
    }
  }

  private Course<?> everyone(Section section, int accounts) throws IOException {
    boolean reference = accounts <= MOST_FOR_REFERENCE;
    return switch (section) {
      case LENDING -> new LendingRace(options.project(), accounts, engines).everyone(reference);
      case SCENARIOS -> new ScenarioRace(options.project(), accounts, engines).everyone(reference);
      case ORDERED -> new OrderedRace(options.project(), accounts, engines).everyone(reference);
      default -> new MarginRace(options.project(), accounts, engines).everyone(reference);
    };
  }

  private Course<?> byHand(Section section, int accounts, Side side) throws IOException {
    String where = side.words;
    return switch (section) {
      case LENDING -> new LendingRace(options.project(), accounts, engines).byHand(where);
      case SCENARIOS -> new ScenarioRace(options.project(), accounts, engines).byHand(where);
      case ORDERED -> new OrderedRace(options.project(), accounts, engines).byHand(where);
      default -> new MarginRace(options.project(), accounts, engines).byHand(where);
    };
  }
}
