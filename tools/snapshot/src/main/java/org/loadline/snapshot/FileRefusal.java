package org.loadline.snapshot;

import java.io.IOException;
import java.util.Map;

/** The rest of a file cannot be read; {@code line} is 0 where it does not matter. */
final class FileRefusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FileProblem problem;
  private final long line;
  private final transient Map<String, String> named;

  FileRefusal(FileProblem problem, long line, Map<String, String> named) {
    super(problem.code());
    this.problem = problem;
    this.line = line;
    this.named = named;
  }

  FileProblem problem() {
    return problem;
  }

  long line() {
    return line;
  }

  Map<String, String> named() {
    return named;
  }
}
