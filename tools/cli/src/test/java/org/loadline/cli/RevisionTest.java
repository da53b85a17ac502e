package org.loadline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies as git had them, compared in processes of their own: git goes by where one stands. */
class RevisionTest {
  private static final String POLICY =
      """
      policy limits
      import desk.fees
      entity account { key id
                       size : number }
      for each account { owed = size * fee }
      report account.owed
      """;

  private static final String LIBRARY =
      """
      library fees
      param fee = 1%
      """;

  @TempDir static Path repository;

  @BeforeAll
  static void twoRevisions() throws Exception {
    git("init", "--quiet");
    write("risk/limits.risk", POLICY);
    write("risk/desk/fees.risk", LIBRARY);
    commit("one");
    git("tag", "one");
    write("risk/desk/fees.risk", LIBRARY.replace("1%", "2%"));
    write("risk/other.risk", POLICY.replace("limits", "other"));
    commit("two");
    write("risk/desk/fees.risk", LIBRARY.replace("1%", "4%"));
  }

  @Test
  void aRevisionIsComparedWithWhatStandsThereNow() throws Exception {
    assertEquals(
        """
        limits: 1 change

        Params
          c1  fee  1% → 4%  (+3 points, +300%)
              reaches account.owed
        """,
        said(1, repository, "diff", "one:risk/limits.risk", "risk/limits.risk"));
  }

  @Test
  void foldersOfTwoRevisionsAreMatchedByPath() throws Exception {
    assertEquals(
        """
        limits.risk: 1 change
            1  Params: fee
        other.risk: only in HEAD:risk
        1 policy in both, 1 differs
        """,
        said(1, repository, "diff", "one:risk", "HEAD:risk", "--stat"));
  }

  @Test
  void aPathFromHereBeginsWithADot() throws Exception {
    Path here = repository.resolve("risk");
    assertTrue(
        said(1, here, "diff", "one:./limits.risk", "HEAD:./limits.risk").contains("1% → 2%"));
    String refused = said(2, here, "diff", "one:limits.risk", "HEAD:./limits.risk");
    assertTrue(refused.startsWith("R6633: `one` holds no policy at `limits.risk`."), refused);
    assertTrue(refused.contains("Did you mean `risk/limits.risk`?"), refused);
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    assertTrue(said(2, repository, "diff", "three:risk", "HEAD:risk").startsWith("R6632"));
    Path bare = Files.createDirectories(repository.resolveSibling("no-repository"));
    String refused = said(2, bare, "diff", "one:risk", "two:risk");
    assertTrue(refused.startsWith("R6631"), refused);
    assertTrue(said(2, repository, "diff", "nothing.risk", "risk").startsWith("R7001"));
  }

  private static void write(String file, String text) throws IOException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void commit(String message) throws Exception {
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", message);
  }

  private static void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(repository.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  private static String said(int exit, Path in, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("GIT_CEILING_DIRECTORIES", repository.getParent().toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), "UTF-8");
    assertEquals(exit, process.waitFor(), said);
    return said;
  }

  private static String absolute(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split(java.io.File.pathSeparator)) {
      parts.add(Path.of(part).toAbsolutePath().toString());
    }
    return String.join(java.io.File.pathSeparator, parts);
  }
}
