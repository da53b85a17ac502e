package org.loadline.parameters;

import org.loadline.conform.CaseProblem;
import org.loadline.conform.DocumentRows;

/**
 * What is wrong with a snapshot, at a place in it: a JSON Pointer, empty for the whole.
 *
 * <p>Codes are stable; {@code hint} says what to do and may be empty.
 */
public record ParameterProblem(String code, String pointer, String message, String hint) {
  /** The kinds of problems, besides what keeps a value from being read. */
  public enum Code {
    NOT_AN_OBJECT("R6800"),
    NO_MAPPING("R6801"),
    SEVERAL_MAPPINGS("R6802"),
    NEVER_READ("R6803"),
    NOT_THERE("R6804"),
    SAME_ROW("R6805"),
    NO_IDENTITY("R6806"),
    NOT_SHOWN("R6807"),
    NO_SUCH_ROW("R6808");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** The stable code, such as R6803. */
    public String text() {
      return text;
    }
  }

  static ParameterProblem of(Code code, String pointer, String message, String hint) {
    return new ParameterProblem(code.text(), pointer, message, hint);
  }

  static ParameterProblem of(CaseProblem problem) {
    return new ParameterProblem(problem.code().text(), "", problem.message(), problem.hint());
  }

  static ParameterProblem of(DocumentRows.Problem problem) {
    CaseProblem what = problem.what();
    return new ParameterProblem(what.code().text(), problem.pointer(), what.message(), what.hint());
  }

  /** The problem in one line: where, the code, and what to do. */
  public String line() {
    return (pointer.isEmpty() ? "" : pointer + ": ")
        + code
        + ": "
        + message
        + (hint.isEmpty() ? "" : " " + hint);
  }
}
