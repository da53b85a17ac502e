package org.loadline.impact;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Wording;
import org.loadline.meaning.Subject;
import org.loadline.reference.Derivation;
import org.loadline.source.Span;

/** Finds the change that makes a value another where it is made. */
final class Culprits {
  /** Where a note says that a row stands: {@code , limits.risk:35:7}. */
  private static final Pattern PLACE = Pattern.compile("(?:, )?(\\S+):(\\d+):\\d+");

  private final Difference difference;

  Culprits(Difference difference) {
    this.difference = difference;
  }

  /** A change and the line where it stands. */
  record Culprit(String change, String place) {}

  /** A note without the places in it, which differ between two texts anyway. */
  static String withoutPlaces(String note) {
    return PLACE.matcher(note).replaceAll("");
  }

  /**
   * The change of what is told here; none where other values make it another.
   *
   * @param leaf whether nothing that it reads is another
   */
  Optional<Culprit> of(Optional<Derivation> old, Optional<Derivation> now, boolean leaf) {
    boolean both = old.isPresent() && now.isPresent();
    if (both && !old.get().formula().equals(now.get().formula())) {
      return first(c -> covers(c, now.get().place()) || covers(c, old.get().place()));
    }
    if (!leaf) {
      return Optional.empty();
    }
    Derivation told = now.or(() -> old).orElseThrow();
    if (told.kind() == Derivation.Kind.PARAM) {
      return first(c -> c.subject().equals(new Subject(Subject.Kind.PARAM, told.label())));
    }
    String field = told.label().substring(told.label().lastIndexOf('.') + 1);
    List<Change> here =
        difference.changes().stream().filter(c -> isAtRowOf(c, old) || isAtRowOf(c, now)).toList();
    return here.stream()
        .filter(c -> c.edit() instanceof Edit.Cell cell && cell.column().equals(field))
        .findFirst()
        .or(() -> here.stream().findFirst())
        .map(Culprits::culprit);
  }

  private Optional<Culprit> first(Predicate<Change> is) {
    return difference.changes().stream().filter(is).findFirst().map(Culprits::culprit);
  }

  private static Culprit culprit(Change change) {
    return new Culprit(
        change.id(), change.after().or(change::before).map(Wording::place).orElse(""));
  }

  private static boolean covers(Change change, Span span) {
    return Stream.of(change.before(), change.after())
        .flatMap(Optional::stream)
        .map(Wording::span)
        .anyMatch(
            s -> s.source() == span.source() && s.start() <= span.end() && span.start() <= s.end());
  }

  /** Whether a change is in a row of a table that a derivation, or what it reads, was found in. */
  private static boolean isAtRowOf(Change change, Optional<Derivation> derivation) {
    List<Edit.Row> rows =
        switch (change.edit()) {
          case Edit.Cell edit -> List.of(edit.row());
          case Edit.RowAdded edit -> List.of(edit.row());
          case Edit.RowRemoved edit -> List.of(edit.row());
          case Edit.RowMoved edit -> List.of(edit.from(), edit.to());
          default -> List.of();
        };
    List<String> told =
        derivation.stream()
            .flatMap(d -> Stream.concat(Stream.of(d), d.parts().stream()))
            .flatMap(d -> Stream.of(withoutPlaces(d.note()).split(", ")))
            .toList();
    String table = change.subject().name();
    return rows.stream()
        .anyMatch(
            row ->
                told.contains(table + " #" + row.place())
                    || told.contains(table + " " + row.name()));
  }
}
