package org.loadline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.bound.PolicyReader;
import org.loadline.bound.Suggestions;
import org.loadline.cli.revision.ModulesAt;
import org.loadline.cli.revision.Revision;
import org.loadline.cli.revision.RevisionException;

/**
 * One side of a comparison: a policy or a folder of them, on disk or in a revision of git.
 *
 * <p>Files are named by their paths below it; a single policy has the one name {@code ""}.
 */
sealed interface Versions {
  String ENDING = ".risk";

  String FROM_THE_TOP =
      "A path in a revision is from the top of the repository; `./` is from here.";

  /** Whether it is a folder. */
  boolean isFolder();

  /** The names of the policies and libraries in it, in order. */
  List<String> names();

  /** Compiles one of them. */
  default Compilation compile(String name) {
    return compile(name, new PolicyReader());
  }

  /** The same, read by a reader that may hold it against an envelope. */
  Compilation compile(String name, PolicyReader reader);

  /** The policy that a folder stands for where one policy is wanted. */
  Versions policy();

  /** What is named on the command line: a path if there is one, else {@code revision:path}. */
  static Versions of(String text) {
    Optional<Path> path = onDisk(text);
    int colon = text.indexOf(':');
    if (path.isPresent()) {
      return new OnDisk(path.get(), Files.isDirectory(path.get()));
    }
    if (colon <= 0) {
      throw Refusal.misuse(UseProblem.NO_SUCH_PATH, "path", text);
    }
    return InRevision.of(text, text.substring(0, colon), text.substring(colon + 1));
  }

  private static Optional<Path> onDisk(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::exists);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Files of this machine. */
  record OnDisk(Path path, boolean isFolder) implements Versions {
    @Override
    public List<String> names() {
      if (!isFolder) {
        return List.of("");
      }
      try (Stream<Path> below = Files.walk(path)) {
        return below
            .filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
            .map(file -> path.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Compilation compile(String name, PolicyReader reader) {
      return Compilation.unlocked(name.isEmpty() ? path : path.resolve(name), reader);
    }

    @Override
    public Versions policy() {
      return isFolder ? new OnDisk(Target.of(path).policy(), false) : this;
    }
  }

  /** Files as they stood in a revision; {@code path} is from the top of the repository. */
  record InRevision(String name, Revision revision, String path, boolean isFolder)
      implements Versions {

    static InRevision of(String text, String name, String written) {
      try {
        Revision revision = Revision.of(name);
        String path = Revision.path(written).orElse(written);
        boolean file = revision.holds(path);
        if (!file && revision.below(path).isEmpty()) {
          throw missing(name, revision, path, written);
        }
        return new InRevision(name, revision, path, !file);
      } catch (RevisionException e) {
        throw refusal(e, text, name, written);
      }
    }

    private static Refusal missing(String name, Revision revision, String path, String written) {
      List<String> known = revision.below("");
      String hint =
          known.stream()
              .filter(file -> file.endsWith("/" + path))
              .findFirst()
              .map(file -> "Did you mean `" + file + "`? " + FROM_THE_TOP)
              .orElseGet(() -> Suggestions.hint(path, known, FROM_THE_TOP));
      return Refusal.misuse(
          DiffProblem.NO_PATH_IN_REVISION,
          "revision",
          name,
          "path",
          path.isEmpty() ? written : path,
          "known",
          hint);
    }

    private static Refusal refusal(RevisionException e, String text, String name, String written) {
      return switch (e.why()) {
        case NO_GIT -> Refusal.misuse(DiffProblem.NO_GIT, "text", text);
        case NO_REPOSITORY -> Refusal.misuse(DiffProblem.NO_REPOSITORY, "text", text);
        case NO_REVISION ->
            Refusal.misuse(DiffProblem.NO_REVISION, "revision", name, "path", written);
        case NO_PATH ->
            Refusal.misuse(
                DiffProblem.NO_PATH_IN_REVISION,
                "revision",
                name,
                "path",
                written,
                "known",
                FROM_THE_TOP);
        case NO_TEXT -> Refusal.misuse(DiffProblem.NO_TEXT, "text", text);
      };
    }

    @Override
    public List<String> names() {
      int start = path.isEmpty() ? 0 : path.length() + 1;
      return isFolder
          ? revision.below(path).stream().map(file -> file.substring(start)).toList()
          : List.of("");
    }

    @Override
    public Compilation compile(String file, PolicyReader reader) {
      String whole = file.isEmpty() ? path : path.isEmpty() ? file : path + "/" + file;
      int slash = whole.lastIndexOf('/');
      String folder = slash < 0 ? "" : whole.substring(0, slash);
      try {
        return Compilation.of(revision.file(whole), new ModulesAt(revision, folder), reader);
      } catch (RevisionException e) {
        throw refusal(e, name + ":" + whole, name, whole);
      }
    }

    @Override
    public Versions policy() {
      if (!isFolder) {
        return this;
      }
      String file = path.isEmpty() ? Target.POLICY : path + "/" + Target.POLICY;
      if (!revision.holds(file)) {
        throw Refusal.misuse(UseProblem.NO_POLICY, "path", name + ":" + path);
      }
      return new InRevision(name, revision, file, false);
    }
  }
}
