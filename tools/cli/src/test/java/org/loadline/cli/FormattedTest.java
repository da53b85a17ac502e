package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What others learn from is laid out as the style says; {@code loadline fmt} does it. */
class FormattedTest {
  @Test
  void everyPolicyIsLaidOut() {
    Said said =
        Said.by(
            "fmt",
            "--check",
            "stdlib/src/main/resources",
            "examples",
            "benchmarks/policies",
            "grammar/src/test/resources/samples",
            "interpreter/api/src/test/resources",
            "tools/cli/src/test/resources",
            "tools/pages/src/test/resources");
    assertEquals("", said.out());
    assertEquals(0, said.exit(), said.all());
  }

  /** Those with errors in their syntax cannot be; the rest is. */
  @Test
  void theSnippetsAreLaidOut() {
    Said said = Said.by("fmt", "--check", "interpreter/snippets");
    assertEquals("", said.out());
    assertEquals(ExitCode.NOT_COMPILED.code(), said.exit(), said.all());
  }
}
