package org.loadline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.InputProblem;
import org.loadline.data.Loading;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.source.Diagnostic;

/**
 * Reads a snapshot: a folder with one file for each entity, in CSV or Parquet, or one JSON
 * document, on any file system.
 *
 * <p>Numbers are read exactly, in plain or scientific notation; a field declared {@code in steps
 * of} holds whole numbers of steps. The order of rows, members and files never shows in the
 * snapshot. What cannot be read is reported, never guessed: a wrong shape of the files, or a row
 * that cannot be told from another, leaves no snapshot; a wrong cell is unreadable, and only what
 * reads it is a fault.
 */
public final class SnapshotReader {
  /** One thread takes what the others read; more would wait for it. */
  private static final int MOST_THREADS = 8;

  private final Program program;
  private final Progress progress;
  private final Workers workers;
  private final Problems problems = new Problems();
  private final SnapshotBuilder builder;
  private final List<Form> forms = new ArrayList<>();

  private SnapshotReader(Program program, Progress progress, Workers workers) {
    this.program = program;
    this.progress = progress;
    this.workers = workers;
    this.builder = new SnapshotBuilder(program);
    if (!program.given().isEmpty()) {
      forms.add(Form.system(program, builder));
    }
    for (Entity entity : program.entities()) {
      if (entity.isGiven()) {
        forms.add(Form.of(program, entity, builder));
      }
    }
  }

  /** Reads what stands at a path: a folder, or a document. */
  public static Loaded read(Program program, Path path) {
    return read(program, path, Progress.SILENT);
  }

  /** Reads what stands at a path: a folder, or a document. */
  public static Loaded read(Program program, Path path, Progress progress) {
    int processors = Runtime.getRuntime().availableProcessors();
    return read(program, path, progress, Math.min(processors, MOST_THREADS));
  }

  /**
   * Reads what stands at a path: a folder, or a document. A large table is read by so many threads;
   * the snapshot and the problems are the same for any number.
   */
  public static Loaded read(Program program, Path path, Progress progress, int threads) {
    try (Workers workers = new Workers(threads)) {
      return read(program, path, progress, workers);
    }
  }

  static Loaded read(Program program, Path path, Progress progress, Workers workers) {
    return new SnapshotReader(program, progress, workers).read(path);
  }

  private Loaded read(Path path) {
    String name = Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("/");
    String shown = DataProblem.shown(name);
    Map<String, String> named = Map.of("path", shown, "file", shown, "files", fileNames());
    Map<String, RowInput> inputs = Map.of();
    try {
      if (Files.isDirectory(path)) {
        inputs = new CsvFolder(program, forms, path, problems, progress, workers).read();
      } else if (!Files.exists(path)) {
        problems.add(FileProblem.NOTHING_THERE, Place.file(shown), "", named);
      } else if (name.endsWith(".csv")) {
        problems.add(FileProblem.LONE_CSV, Place.file(shown), "", named);
      } else {
        inputs = new JsonDocument(program, forms, path, shown, problems, progress).read();
      }
    } catch (IOException unreadable) {
      problems.add(
          FileProblem.UNREADABLE_FILE,
          Place.file(shown),
          "",
          Map.of("file", shown, "reason", Reasons.of(unreadable)));
    }
    return build(inputs, shown, Files.isDirectory(path));
  }

  private Loaded build(Map<String, RowInput> inputs, String document, boolean folder) {
    if (problems.stops()) {
      return new Loaded(Optional.empty(), problems.list());
    }
    Loading loading = builder.build();
    for (InputProblem problem : loading.problems()) {
      String form = problem.entity().map(EntityRef::name).orElse(Form.SYSTEM);
      Optional<RowInput> input = Optional.ofNullable(inputs.get(form));
      String unread = folder ? form + CsvFolder.EXTENSION : document;
      String file = input.map(RowInput::file).orElse(unread);
      if (input.filter(rows -> rows.isSaid(problem)).isEmpty()) {
        problems.add(said(problem, place(problem, input, file)));
      }
    }
    return new Loaded(loading.snapshot(), problems.list());
  }

  private static Place place(InputProblem problem, Optional<RowInput> input, String file) {
    int row = problem.inputRow();
    Optional<RowPlaces> places = input.map(RowInput::places).filter(known -> row < known.size());
    return new Place(
        file,
        places.map(known -> known.line(row)).orElse(0L),
        places.map(known -> known.character(row)).orElse(0),
        problem.entity().isPresent() ? row + 1 : 0,
        problem.field(),
        "");
  }

  private static DataProblem said(InputProblem problem, Place place) {
    Diagnostic what = problem.what();
    String value = DataProblem.shown(problem.value());
    boolean shorten = !value.equals(problem.value()) && !problem.value().isEmpty();
    String message = shorten ? what.message().replace(problem.value(), value) : what.message();
    return new DataProblem(what.code().code(), problem.stops(), place, value, message, what.hint());
  }

  private String fileNames() {
    return CellText.words(forms.stream().map(Form::file).toList());
  }
}
