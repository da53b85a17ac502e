package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import org.loadline.diff.Change;
import org.loadline.mandate.Guarded;
import org.loadline.mandate.Guards;
import org.loadline.mandate.Verdict;
import org.loadline.page.Finding.State;
import org.loadline.page.kit.Phrase;

/** Whether values stay inside the limits that the old policy sets for them. */
final class Limits {
  private Limits() {}

  /** Of every change that a limit speaks of; and of limits that are themselves changed. */
  static List<Finding> of(Guards guards) {
    List<Finding> findings = new ArrayList<>();
    guards.changes().stream().filter(Guarded::isLimited).map(Limits::named).forEach(findings::add);
    for (Change change : guards.loosened()) {
      findings.add(
          new Finding(
              State.OPEN,
              Phrase.link(change.id())
                  .plain(" changes the limits of ")
                  .code(change.subject().name())
                  .plain(" themselves")));
    }
    return findings;
  }

  private static Finding named(Guarded guarded) {
    Phrase who = Phrase.link(guarded.change().id()).plain(" ").code(guarded.name()).plain(" ");
    return new Finding(state(guarded), who.then(Phrase.quoting(guarded.sentence())));
  }

  /** Of one change. */
  static List<Finding> of(Guards guards, Change change) {
    return guards.of(change).filter(Guarded::isLimited).stream()
        .map(g -> new Finding(state(g), Phrase.quoting(g.sentence())))
        .toList();
  }

  private static State state(Guarded guarded) {
    if (guarded.verdict() != Verdict.ALLOWED) {
      return State.OUTSIDE;
    }
    return guarded.isChecked() ? State.INSIDE : State.OPEN;
  }
}
