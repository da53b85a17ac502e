package org.loadline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.impact.Book;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.Loaded;
import org.loadline.snapshot.SnapshotReader;

/** A book in a folder or a document. */
final class FileBook implements Book {
  private final Path path;
  private final LoadlineCommand top;
  private List<DataProblem> problems = List.of();

  FileBook(Path path, LoadlineCommand top) {
    this.path = path;
    this.top = top;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<Snapshot> on(Program program) {
    try (LoadProgress progress = LoadProgress.of(top.console())) {
      Loaded loaded = SnapshotReader.read(program, path, progress);
      problems = loaded.problems();
      return loaded.snapshot();
    }
  }

  /** Says what was wrong when it was last read. */
  void sayProblems() {
    DataProblemRenderer renderer = new DataProblemRenderer(top.errInk());
    problems.forEach(p -> top.console().err().println(renderer.render(p)));
  }
}
