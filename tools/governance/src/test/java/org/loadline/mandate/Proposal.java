package org.loadline.mandate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.PolicyReader;
import org.loadline.check.Checking;
import org.loadline.core.Program;
import org.loadline.diff.Difference;
import org.loadline.mandate.History.EarlierChange;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Reading;

/** Changes of policies for tests: two texts, and what was changed before. */
final class Proposal {
  private Proposal() {}

  static Program program(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    var bound = new PolicyReader().read(Source.of("policy.risk", "policy p\n" + text), sink);
    return Checking.check(bound, sink)
        .orElseThrow(() -> new AssertionError(sink.diagnostics().toString()));
  }

  static Guards of(String before, String after, History history) {
    return Guards.of(Difference.between(program(before), program(after)), history);
  }

  /** One param that changes from one value to another under limits. */
  static Guarded ofParam(String from, String to, String limits, History history) {
    Guards guards =
        of(
            "unit USD\nparam p = " + from + " " + limits + "\nreport x\nx = p",
            "unit USD\nparam p = " + to + " " + limits + "\nreport x\nx = p",
            history);
    return guards.changes().getFirst();
  }

  static Exact moment(String text) {
    return InstantText.parse(text) instanceof Reading.Of(Exact seconds) ? seconds : ofNothing(text);
  }

  private static Exact ofNothing(String text) {
    throw new AssertionError("no moment: " + text);
  }

  /** A complete history, and the proposal at a moment. */
  static History at(String now, Map<String, List<EarlierChange>> changes) {
    return new History(Optional.of(moment(now)), true, changes);
  }

  static EarlierChange changed(String at) {
    return new EarlierChange(moment(at), Optional.empty());
  }

  static EarlierChange changed(String at, String from) {
    return new EarlierChange(moment(at), Optional.of(Exact.of(new java.math.BigDecimal(from))));
  }
}
