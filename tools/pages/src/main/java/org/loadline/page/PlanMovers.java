package org.loadline.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.loadline.impact.Impact;
import org.loadline.impact.Mover;
import org.loadline.impact.Mover.Cause;
import org.loadline.impact.Shift;
import org.loadline.page.chart.Bars;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** Who moves most, and by which values on the way. */
final class PlanMovers {
  private final Impact impact;

  PlanMovers(Impact impact) {
    this.impact = impact;
  }

  List<Block> blocks() {
    Map<String, List<Mover>> byNumber =
        impact.movers().stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.output() + " " + m.unit(), LinkedHashMap::new, Collectors.toList()));
    List<Block> blocks = new ArrayList<>();
    for (List<Mover> movers : byNumber.values()) {
      blocks.add(table(movers));
      List<Block> why =
          movers.stream().filter(m -> !m.why().isEmpty()).map(PlanMovers::why).toList();
      if (!why.isEmpty()) {
        blocks.add(new Block.Folded("Why, row by row", why));
      }
    }
    return blocks;
  }

  private static Block table(List<Mover> movers) {
    Mover first = movers.getFirst();
    Bars bars = new Bars(movers.stream().map(m -> m.amount().change()).toList());
    Sheet sheet =
        Sheet.of(
            Phrase.ofCode(first.output())
                .plain(PlanCauses.unit(first.unit()) + ", of the rows that it moves most"),
            Column.words(first.entity()),
            Column.drawings("change"),
            Column.numbers(""),
            Column.numbers("of the old"),
            Column.numbers("old → new"));
    for (Mover mover : movers) {
      Shift amount = mover.amount();
      sheet =
          sheet.row(
              Cell.of(Phrase.ofCode(mover.row())),
              Cell.of(bars.of(amount.change())),
              Cell.of(Amounts.change(amount, "")),
              Cell.of(Amounts.relative(amount).orElse("")),
              Cell.of(Amounts.fromTo(amount, "")));
    }
    return new Block.Table(sheet);
  }

  private static Block why(Mover mover) {
    Sheet sheet =
        Sheet.of(
            Phrase.ofCode(mover.row())
                .plain(": the values on the way that differ, the nearest to ")
                .code(mover.output())
                .plain(" first"),
            Column.words("value"),
            Column.numbers("old"),
            Column.numbers("new"),
            Column.words("because"));
    for (Cause cause : mover.why()) {
      sheet =
          sheet.row(
              new Cell.Said(Phrase.ofCode(cause.label()), "depth-" + Math.min(cause.depth(), 4)),
              side(cause.before()),
              side(cause.after()),
              Cell.of(because(cause)));
    }
    return new Block.Table(sheet);
  }

  private static Cell side(String value) {
    return value.isEmpty() ? Cell.of("–") : Cell.of(Phrase.ofCode(value));
  }

  /** The change that makes it so by itself, what decided, and where that is written. */
  private static Phrase because(Cause cause) {
    List<Phrase> said = new ArrayList<>();
    cause.change().map(Phrase::link).ifPresent(said::add);
    if (!cause.note().isEmpty()) {
      said.add(Phrase.quoting(cause.note()));
    }
    if (!cause.place().isEmpty()) {
      said.add(Phrase.ofCode(cause.place()));
    }
    return said.stream().reduce((a, b) -> a.plain(" ").then(b)).orElse(Phrase.NOTHING);
  }
}
