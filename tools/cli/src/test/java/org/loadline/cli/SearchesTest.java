package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of searches. */
class SearchesTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("policy.risk"),
        """
        policy searching

        entity account {
            key id
            size : number
        }

        for each account {
            plain   = first x in 0 .. 10 by 0.01 such that size * x > 3 else -1
            rounded = last x in 0 .. 10 by 0.01 such that floor(size * x) < 3 else -1
            turning = first x in 0 .. 10_000 by 0.01 such that remainder(floor(x * 100), 7) > 6.5 else -1
        }
        """);
    Files.createDirectory(folder.resolve("snapshot"));
    Files.writeString(folder.resolve("snapshot").resolve("account.csv"), "id,size\na,2\n");
  }

  @Test
  void checkSaysWhichWayEachGoes() {
    String said = Said.by("check", folder.toString()).out();
    assertTrue(said.contains("policy.risk:9:15: `x` from edge to edge; one evaluation"), said);
    assertTrue(
        said.contains(
            "policy.risk:10:15: `x` by bisection, as `floor(size * x)` in the condition has no"
                + " edges; 21 evaluations, and as many for each further edge"),
        said);
    assertTrue(said.contains("`x` by trying points, as `floor(x * 100)` in the condition"), said);
    assertTrue(said.contains("at most 2000002 evaluations"), said);
  }

  @Test
  void inspectSaysSoToo() {
    String said = Said.by("inspect", folder.toString()).out().replaceAll("\\s+", " ");
    assertTrue(said.contains("by bisection, as `floor(size * x)` in the condition"), said);
  }

  @Test
  void aRunBeyondTheLimitHasNoResults() {
    Said said = Said.by("run", folder.toString());
    assertEquals(ExitCode.FAULTS.code(), said.exit(), said.all());
    assertTrue(said.all().contains("R3532"), said.all());
    assertTrue(said.all().contains("policy.risk:11:15"), said.all());
    assertTrue(said.out().isEmpty(), said.out());
  }

  @Test
  void testsOfAPolicyThatDoesNotCompileAreNoneAndItSaysSo() throws IOException {
    Files.writeString(folder.resolve("policy.risk"), "policy p\n\na = b\n");
    Said said = Said.by("test", folder.toString());
    assertEquals(ExitCode.NOT_COMPILED.code(), said.exit());
    assertTrue(said.out().endsWith("0 passed, none failed, 1 not compiled\n"), said.out());
  }
}
