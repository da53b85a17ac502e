package org.loadline.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.core.Program;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotBuilder;
import org.loadline.data.ValueText;
import org.loadline.model.Type;
import org.loadline.values.Value;

/** Lists and values inside sentences. */
final class Words {
  private static final int MOST = 12;

  private Words() {}

  /** {@code `a`, `b` and `c`}; of many, the first ones. */
  static String listed(List<String> names) {
    List<String> quoted = names.stream().limit(MOST).map(n -> "`" + n + "`").toList();
    if (names.size() > MOST) {
      return String.join(", ", quoted) + ", and " + (names.size() - MOST) + " more";
    }
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    return quoted.stream().limit(quoted.size() - 1).collect(Collectors.joining(", "))
        + " and "
        + quoted.getLast();
  }

  /** {@code `a`, `b`, …}: the first names of many. */
  static String few(List<String> names) {
    String first =
        names.stream().limit(5).map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return names.size() > 5 ? first + ", …" : first;
  }

  /** A value that is no row, with its unit. */
  static String value(Type type, Value value, Program program) {
    return ValueText.withUnit(type, value, program, noRows(program));
  }

  /** A snapshot in which nothing is given. */
  static Snapshot noRows(Program program) {
    return new SnapshotBuilder(program).build().snapshot().orElseThrow();
  }
}
