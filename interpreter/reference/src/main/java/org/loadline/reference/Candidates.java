package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Judgements of rows that are kept until something that they read changes. */
final class Candidates {
  private final TreeMap<Integer, Judgement> notWithin = new TreeMap<>();
  private final Set<Integer> changed = new HashSet<>();
  private boolean all = true;

  /** A row, or all rows, must be judged again. */
  void drop(Optional<Integer> row) {
    if (row.isPresent()) {
      changed.add(row.get());
    } else {
      all = true;
    }
  }

  /** The judgements of the wanted rows that are not within the line. */
  List<Judgement> judge(
      Line line, Frame carried, IntPredicate wanted, int rows, Evaluation evaluation) {
    if (all) {
      notWithin.clear();
      for (int row = 0; row < rows; row++) {
        put(Judgement.of(line, carried, row, evaluation));
      }
    } else {
      changed.forEach(row -> put(Judgement.of(line, carried, row, evaluation)));
    }
    all = false;
    changed.clear();
    List<Judgement> judged = new ArrayList<>();
    notWithin.forEach(
        (row, judgement) -> {
          if (wanted.test(row)) {
            judged.add(judgement);
          }
        });
    return judged;
  }

  private void put(Judgement judgement) {
    switch (judgement) {
      case Judgement.Within(int row) -> notWithin.remove(row);
      case Judgement.Over over -> notWithin.put(over.row(), over);
      case Judgement.Faulted faulted -> notWithin.put(faulted.row(), faulted);
    }
  }
}
