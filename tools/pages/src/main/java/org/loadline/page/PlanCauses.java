package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.impact.Attribution;
import org.loadline.impact.Attribution.Method;
import org.loadline.impact.Attribution.Part;
import org.loadline.impact.Attribution.Parts;
import org.loadline.impact.Attribution.Player;
import org.loadline.page.chart.Steps;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.page.kit.Sheet;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;
import org.loadline.values.Exact;

/** Because of which change: the parts of each number, which add up to its change. */
final class PlanCauses {
  private final Attribution attribution;

  PlanCauses(Attribution attribution) {
    this.attribution = attribution;
  }

  /** The first number that changes. */
  Optional<Block> first() {
    return changed().stream().findFirst().map(this::table);
  }

  /** The other numbers that change, and how the parts were worked out. */
  List<Block> others() {
    List<Block> blocks = new ArrayList<>();
    changed().stream().skip(1).map(this::table).forEach(blocks::add);
    blocks.add(new Block.Remark(Phrase.of(method())));
    return blocks;
  }

  private List<Parts> changed() {
    return attribution.parts().stream().filter(p -> p.amount().isChanged()).toList();
  }

  private String method() {
    return "A change's part is what it adds when it is taken over, on average over "
        + switch (attribution.method()) {
          case Method.EveryOrder(int policies) ->
              "every order in which the changes can be taken over one by one ("
                  + Figure.count(policies, "policy", "policies")
                  + " worked out). The parts add up exactly.";
          case Method.DrawnOrders(int orders, long seed, int policies) ->
              Figure.count(orders)
                  + " orders of taking them over one by one, drawn with seed "
                  + seed
                  + " ("
                  + Figure.count(policies, "policy", "policies")
                  + " worked out); ± is one standard error.";
        };
  }

  private Block table(Parts parts) {
    List<Exact> amounts = parts.parts().stream().map(Part::amount).toList();
    Exact change = parts.amount().change();
    List<Figure> figures = Figure.alike(amounts, "");
    Steps steps = new Steps(amounts);
    Sheet sheet =
        Sheet.of(
            Phrase.of("What each change adds to ").code(parts.name()).plain(unit(parts.unit())),
            Column.words("change"),
            Column.drawings("adds"),
            Column.numbers("amount"),
            Column.numbers("share"));
    Exact sum = Exact.ZERO;
    for (int at = 0; at < amounts.size(); at++) {
      Part part = parts.parts().get(at);
      Exact share = part.amount().dividedBy(change);
      sheet =
          sheet.row(
              Cell.of(player(part.player())),
              Cell.of(steps.from(sum, part.amount())),
              Cell.of(signed(part, figures.get(at))),
              Cell.of(Figure.percent(share, false)));
      sum = sum.plus(part.amount());
    }
    sheet =
        sheet.row(
            Cell.of(Phrase.NOTHING.strong("all changes")),
            Cell.of(steps.whole(change)),
            Cell.of(Phrase.of(Figure.change(change, ""))),
            Cell.of(Figure.percent(Exact.ONE, false)));
    return new Block.Table(sheet);
  }

  private static Phrase signed(Part part, Figure figure) {
    Phrase amount = part.amount().signum() > 0 ? Phrase.of("+").number(figure) : Phrase.of(figure);
    return part.error()
        .map(error -> amount.plain(" ± ").number(Figure.of(error, "")))
        .orElse(amount);
  }

  private Phrase player(String id) {
    Player player =
        attribution.players().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    return PlanStory.links(player).plain(" ").then(PlanStory.what(player));
  }

  static String unit(String unit) {
    return unit.isEmpty() ? "" : ", in " + unit;
  }
}
