package org.loadline.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of all files. Of each file some are kept, those that stop everything before others,
 * then by line; the rest is counted.
 */
final class Problems {
  /** Beyond this many, a file is not read on. */
  static final int MOST = 100_000;

  private static final int SHOWN = 20;

  private static final Comparator<DataProblem> ORDER =
      Comparator.comparing((DataProblem p) -> !p.stops())
          .thenComparingLong(p -> p.place().line())
          .thenComparingInt(p -> p.place().character());

  private final Map<String, OfFile> files = new LinkedHashMap<>();
  private boolean stops;

  private static final class OfFile {
    private final List<DataProblem> some = new ArrayList<>();
    private int count;
  }

  /** Gives a file its place in the order of problems. */
  void expect(String file) {
    files.computeIfAbsent(file, name -> new OfFile());
  }

  void add(FileProblem code, Place place, String value, Map<String, String> named) {
    add(code, place, value, named, code.hint());
  }

  /** With a better hint than the code's own. */
  void add(FileProblem code, Place place, String value, Map<String, String> named, String hint) {
    add(
        new DataProblem(
            code.code(),
            true,
            place,
            DataProblem.shown(value),
            DataProblem.filled(code.message(), named),
            DataProblem.filled(hint, named)));
  }

  void add(DataProblem problem) {
    stops |= problem.stops();
    OfFile file = files.computeIfAbsent(problem.place().file(), name -> new OfFile());
    file.count++;
    file.some.add(problem);
    if (file.some.size() > 20 * SHOWN) {
      trim(file);
    }
  }

  /** Whether there is no snapshot. */
  boolean stops() {
    return stops;
  }

  boolean isTooMany(String file) {
    OfFile found = files.get(file);
    return found != null && found.count >= MOST;
  }

  List<DataProblem> list() {
    List<DataProblem> all = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          trim(file);
          all.addAll(file.some);
          int rest = file.count - file.some.size();
          if (rest > 0) {
            all.add(rest(name, rest));
          }
        });
    return all;
  }

  private static DataProblem rest(String file, int count) {
    Map<String, String> named = Map.of("file", file, "count", Integer.toString(count));
    String message = DataProblem.filled(FileProblem.MORE.message(), named);
    return new DataProblem(
        FileProblem.MORE.code(), false, Place.file(file), "", message, FileProblem.MORE.hint());
  }

  private static void trim(OfFile file) {
    file.some.sort(ORDER);
    if (file.some.size() > SHOWN) {
      file.some.subList(SHOWN, file.some.size()).clear();
    }
  }
}
