package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.Wording;
import org.loadline.model.ChangeRule;
import org.loadline.page.Finding.State;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.NumberText;

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
    move.ifPresent(
        moved -> {
          moved.inOldBounds().ifPresent(in -> findings.add(finding(change, in, bounds(moved))));
          moved.withinRule().ifPresent(in -> findings.add(finding(change, in, rule(moved.rule()))));
        });
    return findings;
  }

  private static Finding finding(Change change, boolean inside, String limit) {
    Phrase name = Phrase.ofCode(change.subject().name());
    Phrase where =
        change.edit() instanceof Edit.Cell(var row, var column, var move)
            ? name.plain(" ").code(column).plain(" of ").code(row.name())
            : name;
    return new Finding(inside ? State.INSIDE : State.OUTSIDE, where.plain(", " + limit));
  }

  private static String bounds(Move move) {
    return move.withinBefore().map(b -> "within " + new Wording(b.span()).line()).orElse("");
  }

  private static String rule(ChangeRule rule) {
    String most =
        rule.most()
            .map(
                m ->
                    rule.ofItsValue()
                        ? Figure.percent(m, false) + " of its value"
                        : NumberText.format(m))
            .orElse("");
    return "by at most " + most + " at once";
  }
}
