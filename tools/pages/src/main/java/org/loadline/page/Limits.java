package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.MoveText;
import org.loadline.page.Finding.State;
import org.loadline.page.kit.Phrase;

/** Whether values stay inside the limits that the old policy sets for them. */
final class Limits {
  private Limits() {}

  static List<Finding> of(Difference difference) {
    return difference.changes().stream().flatMap(change -> of(change).stream()).toList();
  }

  static List<Finding> of(Change change) {
    List<Finding> findings = new ArrayList<>();
    Optional<Move> move =
        switch (change.edit()) {
          case Edit.ParamValue e -> Optional.of(e.move());
          case Edit.Cell cell -> cell.move();
          case Edit other -> Optional.empty();
        };
    move.map(m -> MoveText.of(m, change.after())).ifPresent(text -> add(change, text, findings));
    return findings;
  }

  private static void add(Change change, MoveText text, List<Finding> to) {
    Optional<Boolean> within = text.move().inOldBounds();
    text.bounds().ifPresent(b -> within.ifPresent(in -> to.add(finding(change, in, b))));
    Optional<Boolean> most = text.move().withinRule();
    text.rule().ifPresent(r -> most.ifPresent(in -> to.add(finding(change, in, r))));
  }

  private static Finding finding(Change change, boolean inside, String limit) {
    Phrase name = Phrase.ofCode(change.subject().name());
    Phrase where =
        change.edit() instanceof Edit.Cell(var row, var column, var move)
            ? name.plain(" ").code(column).plain(" of ").code(row.name())
            : name;
    return new Finding(inside ? State.INSIDE : State.OUTSIDE, where.plain(", " + limit));
  }
}
