package org.loadline.impact;

import java.util.HashMap;
import java.util.Map;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.meaning.Subject;

/** What the definitions of the old policy are called in the new one. */
final class Names {
  private final Map<Subject, String> renamed = new HashMap<>();

  Names(Difference difference) {
    for (Change change : difference.changes()) {
      if (change.edit() instanceof Edit.Renamed(Subject from)) {
        renamed.put(from, change.subject().name());
      }
    }
  }

  /** The new name of a fact, {@code account.equity}, or of a fact of the whole. */
  String fact(String old) {
    String now = renamed.get(new Subject(Subject.Kind.FACT, old));
    if (now != null) {
      return now;
    }
    int dot = old.indexOf('.');
    return dot < 0 ? old : entity(old.substring(0, dot)) + old.substring(dot);
  }

  String entity(String old) {
    return renamed.getOrDefault(new Subject(Subject.Kind.ENTITY, old), old);
  }

  String waterfall(String old) {
    return renamed.getOrDefault(new Subject(Subject.Kind.WATERFALL, old), old);
  }
}
