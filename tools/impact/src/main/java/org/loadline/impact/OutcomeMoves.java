package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.model.Type;
import org.loadline.values.Member;

/** Counts how rows move between the members of a choice. */
final class OutcomeMoves {
  static final String NONE = "none";
  static final String FAULT = "fault";

  private OutcomeMoves() {}

  static Outcomes of(Pair pair, OneRun before, OneRun after, Rows rows) {
    OutputColumn was = pair.before().orElseThrow();
    OutputColumn is = pair.after().orElseThrow();
    List<String> old = members(before.program(), was);
    List<String> now = members(after.program(), is);
    Set<String> union = new LinkedHashSet<>(now);
    union.addAll(old);
    List<String> all = new ArrayList<>(union);
    all.add(NONE);
    all.add(FAULT);
    int[][] counts = new int[all.size()][all.size()];
    for (int row = 0; row < is.size(); row++) {
      OptionalInt at = rows.old(is.output().owner(), row);
      if (at.isPresent()) {
        String from = word(old, was.outcome(at.getAsInt()));
        String to = word(now, is.outcome(row));
        counts[all.indexOf(from)][all.indexOf(to)]++;
      }
    }
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < union.size() || isMet(counts, i)) {
        shown.add(i);
      }
    }
    return new Outcomes(
        pair.name(),
        is.output().owner().orElseThrow().name(),
        shown.stream().map(all::get).toList(),
        shown.stream().map(i -> shown.stream().map(j -> counts[i][j]).toList()).toList());
  }

  private static boolean isMet(int[][] counts, int member) {
    int all = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[member][i] + counts[i][member];
    }
    return all > 0;
  }

  /** The members of the choice that a column holds. */
  static List<String> members(Program program, OutputColumn column) {
    return column.output().type().present() instanceof Type.OfChoice(var choice)
        ? program.choice(choice).members()
        : List.of();
  }

  /** The rows that have a member. */
  static BitSet rows(Program program, OutputColumn column, String member) {
    List<String> members = members(program, column);
    BitSet rows = new BitSet(column.size());
    for (int row = 0; row < column.size(); row++) {
      if (word(members, column.outcome(row)).equals(member)) {
        rows.set(row);
      }
    }
    return rows;
  }

  /** What a row of a choice has come to. */
  static String word(List<String> members, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(Member(int ordinal)) -> members.get(ordinal);
      case Outcome.Known other -> NONE;
      case Outcome.Faulted faulted -> FAULT;
    };
  }
}
