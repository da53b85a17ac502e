package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.SameRows;
import org.loadline.data.Snapshot;

/**
 * The book of each policy, read again only for a policy that asks for other inputs.
 *
 * <p>{@code forNew} is another one than {@code forOld} if the new policy has a book of its own.
 */
final class Books {
  private final Book forOld;
  private final Book forNew;
  private final List<Read> read = new ArrayList<>();

  private record Read(Book book, Snapshot snapshot) {}

  Books(Book forOld, Book forNew) {
    this.forOld = forOld;
    this.forNew = forNew;
  }

  boolean areTwo() {
    return forOld != forNew;
  }

  Optional<Snapshot> old(Program program) {
    return on(forOld, program);
  }

  /** On the book for the new policy. */
  Optional<Snapshot> now(Program program) {
    return on(forNew, program);
  }

  private Optional<Snapshot> on(Book book, Program program) {
    for (Read before : read) {
      if (before.book() == book) {
        Optional<Snapshot> same = SameRows.of(before.snapshot(), program);
        if (same.isPresent()) {
          return same;
        }
      }
    }
    Optional<Snapshot> snapshot = book.on(program);
    snapshot.ifPresent(s -> read.add(new Read(book, s)));
    return snapshot;
  }

  /** Whether rows of two snapshots stand in the same places: they come from one reading. */
  static boolean areSameRows(Snapshot one, Snapshot other) {
    return SameRows.of(one, other.program()).isPresent();
  }
}
