package org.loadline.check;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with the formula of a state, and with what is read of one. */
enum StateFormulaProblem implements DiagnosticCode {
  FRACTION(
      "R3700",
      "`{name}` is carried from run to run, and `{formula}` is a fraction.",
      "Bring it to a step, as in `floor(… to 0.0001)`."),
  GAINS_PLACES(
      "R3701",
      "`{name}` is carried from run to run, and `{formula}` gives it more places each time.",
      "Put a rounding word around it, as in `floor(… to 0.0001)`."),
  NO_STATE(
      "R3702",
      "`{name}` is no state here.",
      "A state is declared as `state {name} : type starts value = formula`."),
  NO_CLOCK(
      "R3703",
      "`{name}` needs to know what time it is.",
      "Declare the clock: `system { now : instant }`."),
  NO_STATE_TO_TIME(
      "R3704",
      "`{name}` is a time of states, and there is no state here.",
      "`elapsed` is there in an entity with a state; `held` alone in the formula of a state."),
  TIME_WITHOUT_CLOCK(
      "R3705",
      "`{name}` is counted back from `now`, which this test does not give.",
      "Add `given system { now = … }`.");

  private final String code;
  private final String message;
  private final String hint;

  StateFormulaProblem(String code, String message, String hint) {
    this.code = code;
    this.message = message;
    this.hint = hint;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String message() {
    return message;
  }

  @Override
  public String hint() {
    return hint;
  }
}
