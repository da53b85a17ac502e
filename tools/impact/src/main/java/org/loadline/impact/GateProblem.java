package org.loadline.impact;

import org.loadline.source.DiagnosticCode;
import org.loadline.source.Severity;

/** What can be wrong with a gate. */
public enum GateProblem implements DiagnosticCode {
  NO_GATE(
      "R6650",
      "`{gate}` is no gate: {problem}.",
      "A gate says `newly NAME`, `total OUTPUT`, `shortfall`, `uncovered`, `faults` or `changed`,"
          + " then `>`, `>=`, `<` or `<=` and a number: `total account.maintenance > +5%`."),
  NO_TOTAL("R6651", "`{gate}` is about `{name}`, and the plan has no such total.", "{known}"),
  NO_OUTCOME("R6652", "`{gate}` is about `{name}`, which no row can newly come to.", "{known}"),
  NO_SUCH_UNIT("R6653", "`{gate}` is in `{unit}`, and that is no unit of it.", "{known}");

  private final String code;
  private final String message;
  private final String hint;

  GateProblem(String code, String message, String hint) {
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
