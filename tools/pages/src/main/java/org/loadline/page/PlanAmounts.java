package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.impact.Impact;
import org.loadline.impact.Shift;
import org.loadline.impact.Total;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** By how much: what the reported numbers come to. */
final class PlanAmounts {
  private static final int CARDS = 4;

  private final Impact impact;

  PlanAmounts(Impact impact) {
    this.impact = impact;
  }

  /** The totals that changed, at most a few of them, each large. */
  List<Block> cards() {
    return impact.totals().stream()
        .filter(total -> total.shift().filter(Shift::isChanged).isPresent())
        .limit(CARDS)
        .map(PlanAmounts::card)
        .toList();
  }

  private static Block card(Total total) {
    Shift shift = total.shift().orElseThrow();
    Phrase change = Amounts.change(shift, total.unit());
    Optional<String> relative = Amounts.relative(shift);
    List<Phrase> more = new ArrayList<>();
    relative.ifPresent(r -> more.add(change));
    more.add(Amounts.fromTo(shift, total.unit()));
    Phrase direction = Amounts.direction(total.role(), shift);
    if (!direction.isEmpty()) {
      more.add(direction);
    }
    return new Block.Card(label(total), relative.map(Phrase::of).orElse(change), more);
  }

  private static Phrase label(Total total) {
    Phrase name = Phrase.ofCode(total.name());
    return total.kind() == Total.Kind.VALUE ? name : name.plain(", " + total.kind().word());
  }

  /** Every total. */
  Block table() {
    Sheet sheet =
        Sheet.of(
            Phrase.of(
                impact.declared()
                    ? "What the policy declares as requirement or allowance, over all rows"
                    : "Every reported number, over all rows; the policy declares no requirement"
                        + " and no allowance"),
            Column.words("reported number"),
            Column.words("counts as"),
            Column.numbers("old"),
            Column.numbers("new"),
            Column.numbers("change"),
            Column.numbers(""),
            Column.words(""));
    for (Total total : impact.totals()) {
      sheet = sheet.row(row(total));
    }
    return new Block.Table(sheet);
  }

  private static List<Cell> row(Total total) {
    Optional<Shift> shift = total.shift();
    List<Figure> both =
        shift.map(s -> Figure.alike(List.of(s.before(), s.after()), "")).orElse(List.of());
    return List.of(
        Cell.of(label(total)),
        Cell.of(total.role().map(r -> r.word()).orElse("")),
        side(total.before(), both, 0),
        side(total.after(), both, 1),
        Cell.of(shift.map(s -> Amounts.change(s, total.unit())).orElse(Phrase.of("–"))),
        Cell.of(shift.flatMap(Amounts::relative).orElse("")),
        Cell.of(shift.map(s -> Amounts.direction(total.role(), s)).orElse(Phrase.NOTHING)));
  }

  private static Cell side(Optional<Total.Side> side, List<Figure> both, int at) {
    return both.isEmpty()
        ? Cell.of(side.map(s -> Phrase.of(Figure.of(s.value(), ""))).orElse(Phrase.of("–")))
        : Cell.of(both.get(at));
  }

  /** Every total in full, and how many rows it is of. */
  Block exact() {
    Sheet sheet =
        Sheet.of(
            Phrase.of("Every digit; ~ marks a number that is known to 18 places"),
            Column.words("reported number"),
            Column.numbers("old"),
            Column.numbers("new"),
            Column.words("unit"),
            Column.numbers("rows"),
            Column.numbers("without a number"),
            Column.numbers("with a fault"));
    for (Total total : impact.totals()) {
      sheet =
          sheet.row(
              Cell.of(label(total)),
              Cell.of(total.before().map(PlanAmounts::full).orElse("–")),
              Cell.of(total.after().map(PlanAmounts::full).orElse("–")),
              Cell.of(total.unit()),
              counts(total, Total.Side::rows),
              counts(total, Total.Side::left),
              counts(total, Total.Side::faults));
    }
    return new Block.Folded("The same in full", List.of(new Block.Table(sheet)));
  }

  private static String full(Total.Side side) {
    String full = Figure.of(side.value(), "").full();
    return side.rounded() && !full.endsWith("~") ? full + "~" : full;
  }

  private static Cell counts(Total total, java.util.function.ToIntFunction<Total.Side> of) {
    int before = total.before().map(of::applyAsInt).orElse(0);
    int after = total.after().map(of::applyAsInt).orElse(0);
    String both = Figure.count(before);
    return Cell.of(before == after ? both : both + " → " + Figure.count(after));
  }
}
