package org.loadline.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.diff.Difference;
import org.loadline.impact.Along;
import org.loadline.impact.Book;
import org.loadline.impact.Gate;
import org.loadline.impact.Gates;
import org.loadline.impact.Impact;
import org.loadline.impact.Orders;
import org.loadline.impact.Plan;
import org.loadline.impact.Watch;
import org.loadline.mandate.Guards;
import org.loadline.mandate.History;
import org.loadline.page.kit.Page;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.DiagnosticSink;

/** A small desk, a change of its policy, and its books of two days. */
final class Desk {
  private static final Path FOLDER = Path.of("src", "test", "resources", "desk");

  private Desk() {}

  static Difference difference() {
    return Difference.between(program("before.risk"), program("after.risk"));
  }

  static Program program(String file) {
    DiagnosticSink sink = new DiagnosticSink();
    return new PolicyReader()
        .read(FOLDER.resolve(file), sink)
        .flatMap(bound -> Checking.check(bound, sink))
        .orElseThrow(() -> new AssertionError(sink.diagnostics()));
  }

  static Impact impact(String book) throws Plan.Unusable {
    Difference difference = difference();
    List<Along> along = Along.changed(difference, 4).stream().limit(1).toList();
    Guards guards = Guards.of(difference, History.NONE);
    Plan plan =
        new Plan(
            guards,
            guards.effective(),
            ParamValues.written(difference.before()),
            ParamValues.written(guards.effective()),
            new ReferenceEvaluator(),
            new Plan.Asked(true, Optional.of(Orders.USUAL), along),
            Watch.NONE);
    return plan.on(new Folder(book));
  }

  /** A plan on both days, with a gate that fails and one that does not. */
  static Page plan() throws Plan.Unusable {
    List<Impact> impacts = List.of(impact("monday"), impact("tuesday"));
    Gates gates = new Gates(difference());
    List<Gate.Verdict> verdicts =
        List.of("newly liquidation > 2", "faults > 0").stream()
            .map(text -> ((Gates.Read.Good) gates.read(text)).gate())
            .flatMap(gate -> impacts.stream().map(gate::judge))
            .toList();
    return PlanPage.of(impacts, verdicts);
  }

  private record Folder(String name) implements Book {
    @Override
    public Optional<Snapshot> on(Program program) {
      return SnapshotReader.read(program, FOLDER.resolve(name)).snapshot();
    }
  }
}
