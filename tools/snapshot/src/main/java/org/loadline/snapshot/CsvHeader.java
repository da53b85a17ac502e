package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Suggestions;

/** The columns of one CSV file, matched by name with those that the policy declares. */
final class CsvHeader {
  static final int MOST_COLUMNS = 10_000;

  private static final Map<String, String> OTHER_SEPARATORS =
      Map.of(";", "semicolons", "\t", "tabs", "|", "bars");

  private final Form form;
  private final String file;
  private final Problems problems;
  private final Place place;
  private final List<Slot> columns = new ArrayList<>();

  private CsvHeader(Form form, String file, Problems problems, Place place) {
    this.form = form;
    this.file = file;
    this.problems = problems;
    this.place = place;
  }

  /** What each column holds, unless the header is none at all; problems are reported. */
  static Optional<List<Slot>> match(
      Form form, String file, List<String> names, Problems problems, long line) {
    CsvHeader header = new CsvHeader(form, file, problems, Place.line(file, line));
    if (names.size() > MOST_COLUMNS) {
      problems.add(
          FileProblem.TOO_MANY_COLUMNS,
          header.place,
          "",
          Map.of("most", Integer.toString(MOST_COLUMNS)));
      return Optional.empty();
    }
    if (header.isOtherwiseSeparated(names)) {
      return Optional.empty();
    }
    header.match(names);
    header.findMissing(names);
    return Optional.of(header.columns);
  }

  private boolean isOtherwiseSeparated(List<String> names) {
    if (names.size() != 1) {
      return false;
    }
    Optional<String> separator =
        OTHER_SEPARATORS.keySet().stream().filter(s -> names.getFirst().contains(s)).findFirst();
    separator.ifPresent(
        s ->
            problems.add(
                FileProblem.OTHER_SEPARATOR,
                place,
                names.getFirst(),
                Map.of("file", file, "separator", OTHER_SEPARATORS.get(s))));
    return separator.isPresent();
  }

  private void match(List<String> names) {
    Map<String, Slot> byName = new HashMap<>();
    form.slots().forEach(slot -> byName.put(slot.name(), slot));
    List<String> missing =
        form.slots().stream().map(Slot::name).filter(name -> !names.contains(name)).toList();
    List<String> seen = new ArrayList<>();
    for (String name : names) {
      Slot slot = byName.get(name);
      if (name.isEmpty()) {
        problems.add(
            FileProblem.UNNAMED_COLUMN,
            place,
            "",
            Map.of("number", Integer.toString(columns.size() + 1)));
      } else if (seen.contains(name)) {
        problems.add(FileProblem.DUPLICATE_COLUMN, place, name, named(name));
      } else if (slot == null) {
        String hint =
            Suggestions.nearest(name, missing)
                .map(meant -> "Did you mean `" + meant + "`?")
                .orElse(FileProblem.UNKNOWN_COLUMN.hint());
        problems.add(FileProblem.UNKNOWN_COLUMN, place, name, named(name), hint);
      }
      boolean takes = slot != null && !seen.contains(name);
      columns.add(takes ? slot : new Slot.Ignored(name));
      seen.add(name);
    }
  }

  private void findMissing(List<String> names) {
    for (Slot slot : form.slots()) {
      if (!names.contains(slot.name()) && !isSpared(slot, names)) {
        problems.add(FileProblem.MISSING_COLUMN, place, "", named(slot.name()));
      }
    }
  }

  /** What a key is unique within need not be given where no two rows share the key. */
  private static boolean isSpared(Slot slot, List<String> names) {
    if (!(slot instanceof Slot.Part(ReferenceForm reference, int part))) {
      return false;
    }
    int key = reference.key();
    boolean onlyKey =
        reference.leaves().stream()
            .map(ReferenceForm.Leaf::name)
            .allMatch(name -> names.contains(name) == name.equals(reference.field().name()));
    return key >= 0 && part != key && onlyKey;
  }

  private Map<String, String> named(String column) {
    return Map.of(
        "column", DataProblem.shown(column),
        "file", file,
        "entity", form.name(),
        "header", form.header());
  }
}
