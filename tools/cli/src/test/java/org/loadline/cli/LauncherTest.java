package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The start-up scripts, in a tree of their own whose Maven and Java only say that they were called:
 * two that start at once build one after the other.
 */
class LauncherTest {
  private static final Path PROJECT = Path.of("../..");
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cp",
          "dirname",
          "du",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "grep",
          "sed",
          "sleep",
          "touch");

  /** Builds when it is let. */
  private static final String MAVEN =
      """
      #!/bin/sh
      echo begins >>"$TREE/maven"
      while [ ! -e "$TREE/go" ]; do sleep 0.05; done
      for jar in tools/cli/target/dist/lib/loadline-cli benchmarks/target/dist/lib/loadline-benchmarks; do
        mkdir -p "$TREE/${jar%/*}"
        : >"$TREE/$jar.jar"
      done
      echo ends >>"$TREE/maven"
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      case $* in *.Main*) echo "java runs" ;; esac
      """;

  @TempDir private Path tree;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void makeTree() throws IOException {
    for (String script : List.of("loadline", "benchmarks/run", "tools/building.sh")) {
      write(script, Files.readString(PROJECT.resolve(script)));
    }
    write("pom.xml", "");
    write("grammar/pom.xml", "");
    write("grammar/src/main/Some.java", "");
    write("tools/cli/pom.xml", "");
    write("tools/cli/src/main/Some.java", "");
    write("bin/mvn", MAVEN);
    write("jdk/bin/java", JAVA);
    write("jdk/release", "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
  }

  @AfterEach
  void endAll() throws IOException {
    Files.writeString(tree.resolve("go"), "");
    started.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @CsvSource({
    "loadline,       loadline,       flock",
    "loadline,       benchmarks/run, flock",
    "benchmarks/run, benchmarks/run, flock",
    "loadline,       loadline,       none",
    "loadline,       benchmarks/run, none",
  })
  void theSecondWaitsForTheFirst(String one, String other, String locking) throws Exception {
    Process first = start(one, locking);
    await("maven", "begins\n");
    Process second = start(other, locking);
    String waits = waiting(other, one, first);
    await("said.2", waits);
    Files.writeString(tree.resolve("go"), "");
    assertTrue(first.waitFor(20, TimeUnit.SECONDS));
    assertTrue(second.waitFor(20, TimeUnit.SECONDS));
    assertEquals("begins\nends\n", said("maven"));
    assertEquals(List.of(0, 0), List.of(first.exitValue(), second.exitValue()));
    assertEquals(waits + "java runs\n", said("said.2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flock", "none"})
  void aKilledBuildIsDoneAgain(String locking) throws Exception {
    Process first = start("loadline", locking);
    await("maven", "begins\n");
    first.destroyForcibly().waitFor();
    Files.writeString(tree.resolve("go"), "");
    await("maven", "begins\nends\n");
    Process second = start("loadline", locking);
    assertTrue(second.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, second.exitValue());
    assertEquals("begins\nends\nbegins\nends\n", said("maven"));
  }

  private static String waiting(String script, String holder, Process process) {
    return "%s: waiting until the build by %s, process %d is done …\n"
        .formatted(name(script), name(holder), process.pid());
  }

  private static String name(String script) {
    return script.substring(0, script.contains("/") ? script.indexOf('/') : script.length());
  }

  /** Starts a script; all that it says goes to a file. */
  private Process start(String script, String locking) throws IOException {
    List<String> tools = new ArrayList<>(TOOLS);
    if (locking.equals("flock")) {
      tools.add("flock");
    }
    for (String tool : started.isEmpty() ? tools : List.<String>of()) {
      Path usual = Path.of("/usr/bin", tool);
      Path place = Files.exists(usual) ? usual : Path.of("/bin", tool);
      write("bin/" + tool, "#!/bin/sh\nexec " + place + " \"$@\"\n");
    }
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script, "check");
    builder.directory(tree.toFile()).redirectErrorStream(true);
    builder.redirectOutput(tree.resolve("said." + (started.size() + 1)).toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tree.resolve("bin").toString());
    builder.environment().put("HOME", tree.toString());
    builder.environment().put("TREE", tree.toString());
    builder.environment().put("LOADLINE_JAVA", tree.resolve("jdk").toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** Waits until a file ends with a text. */
  private void await(String file, String end) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!said(file).endsWith(end)) {
      assertTrue(System.nanoTime() < until, () -> "`" + end + "` is not said");
      Thread.sleep(20);
    }
  }

  private String said(String file) {
    try {
      Path path = tree.resolve(file);
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = tree.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    path.toFile().setExecutable(true);
  }
}
