package org.loadline.benchmarks.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.Scratch;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.SameRows;
import org.loadline.data.Snapshot;
import org.loadline.diff.Difference;
import org.loadline.impact.Attribution;
import org.loadline.impact.Book;
import org.loadline.impact.Impact;
import org.loadline.impact.Orders;
import org.loadline.impact.Plan;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.impact.Watch;
import org.loadline.mandate.Guards;
import org.loadline.mandate.History;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.values.Exact;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/**
 * A plan of two versions of the workload's policy, beside one run of each: every time from the
 * program, as what is planned is not run again.
 */
public final class PlanRace {
  /** Positions of an account, on average, in the workload. */
  private static final int POSITIONS = 10;

  private final Program old;
  private final Program now;
  private final Snapshot snapshot;
  private final int accounts;
  private final Engines engines;

  public PlanRace(Path project, int accounts, Engines engines) throws IOException {
    String text = Files.readString(project.resolve("examples/perp-cross-margin/policy.risk"));
    this.old = compiled("old.risk", text);
    this.now =
        compiled(
            "new.risk",
            replaced(
                replaced(text, "* bracket.maintenance_rate ", "* bracket.maintenance_rate * 102% "),
                "abs(size) * market.mark",
                "abs(size) * market.mark * 101%"));
    this.accounts = accounts;
    this.engines = engines;
    try (Scratch folder = Scratch.create()) {
      SnapshotFolder.write(Workload.published(accounts), folder.path());
      this.snapshot = SnapshotReader.read(old, folder.path()).snapshot().orElseThrow();
    }
  }

  private static String replaced(String text, String some, String other) {
    if (!text.contains(some)) {
      throw new IllegalStateException("The policy does not say `" + some.strip() + "`.");
    }
    return text.replace(some, other);
  }

  private static Program compiled(String name, String text) {
    DiagnosticSink sink = new DiagnosticSink();
    return Checking.check(new PolicyReader().read(Source.of(name, text), sink), sink).orElseThrow();
  }

  /** Two runs first, as all else is measured against them. */
  public Course<Verdict> course() {
    return new Course<>(
        "plan",
        String.format(Locale.ROOT, "%,d positions", accounts * POSITIONS),
        "position",
        (long) accounts * POSITIONS,
        List.of(
            contender("two runs", this::runs),
            contender("a plan, no attribution", () -> planned(Optional.empty())),
            contender("a plan, two changes attributed", () -> planned(Optional.of(Orders.USUAL)))),
        (verdict, ofFirst) -> verdict);
  }

  private Contender<Verdict> contender(String name, Supplier<Supplier<Verdict>> work) {
    return new Contender<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String engine() {
        return engines.name();
      }

      @Override
      public Supplier<Verdict> run() {
        return work.get();
      }
    };
  }

  /** A program that no engine has seen. */
  private static Program fresh(Program program) {
    return program.reporting(program.outputs());
  }

  private Supplier<Verdict> runs() {
    List<Exact> totals = List.of(total(old), total(now));
    return () ->
        totals.getFirst().compareTo(totals.getLast()) < 0
            ? Verdict.RIGHT
            : Verdict.wrong("the new margin is not above the old one");
  }

  private Exact total(Program program) {
    Program fresh = fresh(program);
    Snapshot book = SameRows.of(snapshot, fresh).orElseThrow();
    Results results = engines.oneThread().evaluate(fresh, book, ParamValues.written(fresh));
    return results.columns().getLast().outcome(0) instanceof Outcome.Known(Exact total)
        ? total
        : Exact.ZERO;
  }

  private Supplier<Verdict> planned(Optional<Orders> orders) {
    Guards guards = Guards.of(Difference.between(fresh(old), fresh(now)), History.NONE);
    Plan plan =
        new Plan(
            guards,
            guards.effective(),
            ParamValues.written(old),
            ParamValues.written(now),
            engines.oneThread(),
            new Plan.Asked(true, orders, List.of()),
            Watch.NONE);
    Impact impact;
    try {
      impact = plan.on(book());
    } catch (Plan.Unusable e) {
      throw new IllegalStateException(e);
    }
    return () -> verdict(impact);
  }

  private Book book() {
    return new Book() {
      @Override
      public String name() {
        return "workload";
      }

      @Override
      public Optional<Snapshot> on(Program program) {
        return SameRows.of(snapshot, program);
      }
    };
  }

  /** The totals are those of two runs, and the parts add up to what changes. */
  private Verdict verdict(Impact impact) {
    Shift shift = impact.totals().getLast().shift().orElseThrow();
    Total total = impact.totals().getLast();
    if (!shift.equals(new Shift(total(old), total(now)))) {
      return Verdict.wrong(total.name() + " is not that of two runs");
    }
    for (Attribution attribution : impact.attribution().stream().toList()) {
      for (Attribution.Parts parts : attribution.parts()) {
        Exact sum =
            parts.parts().stream().map(Attribution.Part::amount).reduce(Exact.ZERO, Exact::plus);
        if (!sum.equals(parts.amount().change())) {
          return Verdict.wrong("the parts of " + parts.name() + " do not add up");
        }
      }
    }
    return Verdict.RIGHT;
  }
}
