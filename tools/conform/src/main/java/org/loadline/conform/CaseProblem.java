package org.loadline.conform;

/**
 * What keeps a case from being compared, or a field from being equal, in a sentence.
 *
 * <p>Codes are stable; {@code hint} says what to do and may be empty.
 */
public record CaseProblem(Code code, String message, String hint) {
  /** The kinds of problems. */
  public enum Code {
    NOT_A_DOCUMENT("R6500"),
    NOT_CASES("R6501"),
    NOT_A_CASE("R6502"),
    NO_RULE("R6503"),
    SEVERAL_RULES("R6504"),
    ABSENT("R6510"),
    NOT_A_VALUE("R6511"),
    NO_UNIT_OF_TIME("R6512"),
    UNCLEAR_NAME("R6513"),
    ROWS("R6514"),
    PARAM("R6515"),
    NOT_COMPARED("R6520"),
    NO_ROW("R6521"),
    NOT_IN_LIST("R6522"),
    DIFFERS("R6523"),
    FAULTS("R6524"),
    NO_NUMBER("R6525"),
    TOLERANCE("R6526"),
    ENGINES_DIFFER("R6527"),
    NEVER_THERE("R6530");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** The stable code, such as R6510. */
    public String text() {
      return text;
    }
  }

  static CaseProblem of(Code code, String message, String hint) {
    return new CaseProblem(code, message, hint);
  }

  /** The problem in one line, with its code. */
  public String line() {
    return code.text() + ": " + message + (hint.isEmpty() ? "" : " " + hint);
  }
}
