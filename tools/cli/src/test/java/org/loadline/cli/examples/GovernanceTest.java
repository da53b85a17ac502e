package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loadline.cli.Said;

/**
 * The one-page report of the proposal in {@code examples/governance} is what the tool makes of it.
 *
 * <p>{@code -Dexamples.update=true} writes it anew and fails, so that a change is read.
 */
class GovernanceTest {
  private static final Path FOLDER = Said.ROOT.resolve("examples/governance");
  private static final boolean UPDATE = Boolean.getBoolean("examples.update");

  @Test
  void theReportInHtml(@TempDir Path folder) throws IOException {
    Path made = folder.resolve("report.html");
    Said said = plan("--html", made.toString());
    assertEquals(0, said.exit(), said.all());
    same("report.html", Files.readString(made).replace(Said.ROOT + "/", ""));
  }

  @Test
  void theReportInMarkdown() throws IOException {
    Said said = plan("--markdown");
    assertEquals(0, said.exit(), said.all());
    same("report.md", said.out());
  }

  private static Said plan(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "plan",
                "examples/governance/perp_exchange.risk",
                "examples/governance/proposal.risk",
                "--snapshot",
                "examples/governance/book",
                "--history",
                "examples/governance/history.json",
                "--at",
                "2026-11-20",
                "--sensitivity",
                "changed"));
    command.addAll(List.of(options));
    return Said.by(command.toArray(String[]::new));
  }

  private static void same(String name, String made) throws IOException {
    Path kept = FOLDER.resolve(name);
    assertTrue(made.length() > 1_000, made);
    if (!Files.exists(kept) || UPDATE && !Files.readString(kept).equals(made)) {
      Files.writeString(kept, made);
      fail("the report is now written in " + kept + ": read it");
    }
    assertEquals(Files.readString(kept), made);
  }
}
