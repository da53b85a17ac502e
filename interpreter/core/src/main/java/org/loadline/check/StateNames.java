package org.loadline.check;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.model.Field;
import org.loadline.syntax.Name;

/** Says what is missing where {@code was}, {@code held} or {@code elapsed} mean nothing. */
final class StateNames {
  private final Checker in;

  StateNames(Checker in) {
    this.in = in;
  }

  /** The complaint about such a name; empty for any other. */
  Optional<Expr> unknown(Name name) {
    String text = name.text();
    if (text.equals("held") || text.equals("elapsed")) {
      StateFormulaProblem problem =
          isAnyState() && !hasClock()
              ? StateFormulaProblem.NO_CLOCK
              : StateFormulaProblem.NO_STATE_TO_TIME;
      return Optional.of(in.complaints.say(problem, name.span(), "name", text));
    }
    if (!text.startsWith("was ") && !text.startsWith("held ")) {
      return Optional.empty();
    }
    String state = text.substring(text.indexOf(' ') + 1);
    return Optional.of(
        isState(state) && text.startsWith("held ")
            ? in.complaints.say(StateFormulaProblem.NO_CLOCK, name.span(), "name", text)
            : in.complaints.say(StateFormulaProblem.NO_STATE, name.span(), "name", state));
  }

  private boolean isAnyState() {
    return in.vocabulary.facts().stream().anyMatch(d -> d.starts().isPresent());
  }

  private boolean isState(String name) {
    return in.vocabulary.facts().stream()
        .anyMatch(d -> d.name().equals(name) && d.starts().isPresent());
  }

  private boolean hasClock() {
    return in.vocabulary.bound().system().stream().anyMatch(f -> f.role() == Field.Role.TAKEN)
        || in.vocabulary.bound().entities().stream()
            .flatMap(e -> e.fields().stream())
            .anyMatch(f -> f.role() == Field.Role.TAKEN);
  }
}
