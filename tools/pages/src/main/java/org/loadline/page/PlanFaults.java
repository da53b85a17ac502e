package org.loadline.page;

import java.util.List;
import org.loadline.impact.FaultNote;
import org.loadline.impact.Impact;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;

/** What could not be worked out. */
final class PlanFaults {
  private static final int NAMES = 5;

  private PlanFaults() {}

  static List<Block> of(Impact impact) {
    List<Phrase> faults = impact.faults().stream().map(PlanFaults::of).toList();
    return faults.isEmpty() ? List.of() : List.of(new Block.Items(faults));
  }

  private static Phrase of(FaultNote fault) {
    Phrase where =
        Phrase.NOTHING
            .strong("Under the " + fault.policy().word() + " policy")
            .plain(", ")
            .code(fault.fact())
            .plain(" of " + Figure.count(fault.rows(), "row", "rows"));
    Phrase rows =
        fault.first().isEmpty()
            ? Phrase.NOTHING
            : Phrase.of(" (").then(Phrase.names(fault.first(), NAMES)).plain(")");
    return where
        .then(rows)
        .plain(": ")
        .then(Phrase.quoting(fault.what().message()))
        .plain(" ")
        .code(fault.what().span().place());
  }
}
