package org.loadline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.loadline.bound.Suggestions;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;

/** A snapshot as a folder: one file for each entity, and one for the system inputs. */
final class CsvFolder {
  static final String EXTENSION = ".csv";

  private final Program program;
  private final List<Form> forms;
  private final Path folder;
  private final Problems problems;
  private final Progress progress;
  private final Workers workers;
  private final KnownRows known;
  private final Map<String, RowInput> inputs = new HashMap<>();

  CsvFolder(
      Program program,
      List<Form> forms,
      Path folder,
      Problems problems,
      Progress progress,
      Workers workers) {
    this.program = program;
    this.forms = forms;
    this.folder = folder;
    this.problems = problems;
    this.progress = progress;
    this.workers = workers;
    this.known = new KnownRows(program);
  }

  /** Reads every file; what each gave stands under the name of its form. */
  Map<String, RowInput> read() throws IOException {
    for (Form form : forms) {
      problems.expect(form.file());
      problems.expect(form.table());
    }
    List<String> files = files();
    if (files.isEmpty() && !forms.isEmpty()) {
      problems.add(
          FileProblem.NO_FILES,
          Place.file(name()),
          "",
          Map.of("path", name(), "files", fileNames()));
      return inputs;
    }
    refuseOthers(files);
    Set<EntityRef> done = new HashSet<>();
    forms.forEach(form -> read(form, files, done));
    return inputs;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(name -> isTable(name.toLowerCase(Locale.ROOT)))
          .sorted()
          .toList();
    }
  }

  private void refuseOthers(List<String> files) {
    List<String> missing = forms.stream().flatMap(form -> form.missing(files).stream()).toList();
    for (String file : files) {
      if (forms.stream().noneMatch(form -> form.isFile(file))) {
        refuse(file, missing);
      }
    }
  }

  private void refuse(String file, List<String> missing) {
    String name = file.substring(0, file.lastIndexOf('.'));
    Optional<Entity> written = program.entity(name).filter(Entity::written);
    Place place = Place.file(DataProblem.shown(file));
    Map<String, String> named = Map.of("file", DataProblem.shown(file), "entity", name);
    if (written.isPresent()) {
      problems.add(FileProblem.WRITTEN_ROWS, place, "", named);
    } else {
      String hint =
          Suggestions.nearest(file, missing)
              .map(meant -> "Did you mean `" + meant + "`?")
              .orElse(FileProblem.UNKNOWN_FILE.hint());
      problems.add(FileProblem.UNKNOWN_FILE, place, "", named, hint);
    }
  }

  /** Reads what a form's rows refer to first, so that references are found by a look. */
  private void read(Form form, List<String> files, Set<EntityRef> done) {
    if (form.entity().isPresent() && !done.add(form.entity().get().ref())) {
      return;
    }
    for (Field field : form.fields()) {
      if (field.role() == Field.Role.REFERENCE) {
        EntityRef target = ReferenceForm.target(field);
        forms.stream()
            .filter(other -> other.entity().filter(e -> e.ref().equals(target)).isPresent())
            .forEach(other -> read(other, files, done));
      }
    }
    if (files.contains(form.file()) && files.contains(form.table())) {
      Map<String, String> named =
          Map.of("first", form.file(), "second", form.table(), "entity", form.name());
      problems.add(FileProblem.TWO_FILES, Place.file(form.file()), "", named);
    } else if (files.contains(form.table())) {
      readTable(form);
    } else if (files.contains(form.file())) {
      CsvRows rows = new CsvRows(form, problems);
      RowInput input = new RowInput(form, program, known, problems, rows, form.file());
      rows.into(input);
      inputs.put(form.name(), input);
      Path file = folder.resolve(form.file());
      PlainRecords plain = new PlainRecords(form, file, rows, program, known, workers, progress);
      new CsvFile(form, file, problems, progress, rows, plain).read();
    } else {
      boolean system = form.entity().isEmpty();
      problems.add(
          system ? FileProblem.MISSING_SYSTEM_FILE : FileProblem.MISSING_FILE,
          Place.file(form.file()),
          "",
          Map.of("file", form.file(), "entity", form.name(), "header", form.header()));
    }
  }

  private void readTable(Form form) {
    String name = form.table();
    Optional<TableFormat> format = TableFormats.of(TableFormats.PARQUET);
    if (format.isEmpty()) {
      problems.add(FileProblem.NO_FORMAT, Place.file(name), "", Map.of("file", name));
      return;
    }
    TableFile file = new TableFile(form, name, problems, progress);
    RowInput input = new RowInput(form, program, known, problems, file, name);
    file.into(input);
    inputs.put(form.name(), input);
    file.read(folder.resolve(name), format.get());
  }

  private static boolean isTable(String name) {
    return name.endsWith(EXTENSION) || name.endsWith(TableFormats.PARQUET);
  }

  private String fileNames() {
    List<String> names = new ArrayList<>();
    forms.forEach(form -> names.add(form.file()));
    return CellText.words(names);
  }

  private String name() {
    return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("/");
  }
}
