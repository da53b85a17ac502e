package org.loadline.snapshot;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.data.InputProblem;
import org.loadline.data.SnapshotProblem;
import org.loadline.model.Field;
import org.loadline.source.DiagnosticCode;

/** The rows of one form as a file gives them; reports what cannot be read. */
final class RowInput extends CellInput {
  private final Optional<TextIndex> keys;
  private final Problems problems;
  private final Locator here;
  private final String file;
  private final Set<Said> said = new HashSet<>();
  private final RowPlaces places = new RowPlaces();

  /** What has been reported here, so that the builder's word for it is not reported again. */
  private record Said(int row, String text) {}

  RowInput(
      Form form, Program program, KnownRows known, Problems problems, Locator here, String file) {
    super(form, form.rows(), program, known);
    this.keys = form.keys(known);
    this.problems = problems;
    this.here = here;
    this.file = file;
  }

  /** The file that the rows stand in. */
  String file() {
    return file;
  }

  RowPlaces places() {
    return places;
  }

  /** Adds a row that begins at a place; system inputs have their one row already. */
  int add(long line, int character) {
    places.add(line, character);
    return form().entity().isPresent() ? rows().add() : 0;
  }

  @Override
  void key(int row, Slice text) {
    keys.ifPresent(index -> index.add(text, row));
  }

  /** Reports a cell and marks it unreadable. */
  @Override
  void wrong(
      int row,
      Field field,
      int member,
      String name,
      String value,
      DiagnosticCode code,
      Map<String, String> named) {
    String shown = DataProblem.shown(value);
    Map<String, String> all = new LinkedHashMap<>(named);
    all.put("field", name);
    all.put("value", shown);
    String message = DataProblem.filled(code.message(), all);
    String hint = DataProblem.filled(code.hint(), all);
    rows().putUnreadable(row, field.index(), member, shown, code, all);
    boolean stops = form().isIdentity(field);
    problems.add(new DataProblem(code.code(), stops, here.at(name), shown, message, hint));
    said.add(new Said(row, message));
    said.add(new Said(row, field.name()));
  }

  /** Reports something about the shape of the file, at the place of a column. */
  void problem(FileProblem code, String column, Map<String, String> named, String hint) {
    problems.add(code, here.at(column), "", named, hint);
  }

  /** Whether the builder's problem is about a cell that was reported when it was read. */
  boolean isSaid(InputProblem problem) {
    return said.contains(new Said(problem.inputRow(), problem.what().message()))
        || (problem.what().code() == SnapshotProblem.MISSING_IDENTITY
            && said.contains(new Said(problem.inputRow(), problem.field())));
  }
}
