package org.loadline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final PlanStory story;

  PlanCauses(Attribution attribution, PlanStory story) {
    this.attribution = attribution;
    this.story = story;
  }

  /** The parts of the number that the verdict speaks of, or else of the first that changes. */
  List<Block> first() {
    return parts().stream().limit(1).flatMap(p -> table(p).stream()).toList();
  }

  /** The other numbers that change, and how the parts were worked out. */
  List<Block> others() {
    List<Parts> parts = parts();
    List<Block> blocks = new ArrayList<>();
    parts.stream().skip(1).forEach(p -> blocks.addAll(table(p)));
    if (!parts.isEmpty()) {
      blocks.add(new Block.Remark(Phrase.of(method())));
    }
    return blocks;
  }

  /** One change needs no parts. */
  private List<Parts> parts() {
    if (attribution.players().size() < 2) {
      return List.of();
    }
    Optional<Parts> first = story.attributed();
    Stream<Parts> others =
        attribution.parts().stream()
            .filter(p -> p.amount().isChanged())
            .filter(p -> first.filter(p::equals).isEmpty());
    return Stream.concat(first.stream(), others).toList();
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

  private List<Block> table(Parts parts) {
    List<Part> some = parts.parts().stream().filter(p -> p.amount().signum() != 0).toList();
    List<Exact> amounts = some.stream().map(Part::amount).toList();
    Exact change = parts.amount().change();
    List<Exact> all = new ArrayList<>(amounts);
    all.add(change);
    List<Figure> figures = Figure.alike(all, "");
    Steps steps = new Steps(amounts);
    Sheet sheet =
        Sheet.of(
            Phrase.of("What each change adds to ").code(parts.name()).plain(unit(parts.unit())),
            Column.words("change"),
            Column.drawings("adds"),
            Column.numbers("amount"),
            Column.numbers("share"));
    Exact sum = Exact.ZERO;
    for (int at = 0; at < some.size(); at++) {
      Part part = some.get(at);
      Exact share = part.amount().dividedBy(change);
      sheet =
          sheet.row(
              Cell.of(words(part)),
              Cell.of(steps.from(sum, part.amount())),
              Cell.of(amount(part, figures.get(at))),
              Cell.of(Figure.percent(share, false)));
      sum = sum.plus(part.amount());
    }
    sheet =
        sheet.row(
            Cell.of(Phrase.NOTHING.strong("all changes")),
            Cell.of(steps.whole(change)),
            Cell.of(signed(change, figures.getLast())),
            Cell.of(Figure.percent(Exact.ONE, false)));
    return Stream.concat(Stream.of(new Block.Table(sheet)), none(parts).stream()).toList();
  }

  private Optional<Block> none(Parts parts) {
    List<Phrase> none =
        parts.parts().stream()
            .filter(p -> p.amount().signum() == 0)
            .map(p -> PlanStory.links(player(p)))
            .toList();
    return none.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Remark(
                Phrase.listed(none, none.size())
                    .plain(none.size() == 1 ? " adds nothing." : " add nothing.")));
  }

  private static Phrase amount(Part part, Figure figure) {
    Phrase amount = signed(part.amount(), figure);
    return part.error()
        .map(error -> amount.plain(" ± ").number(Figure.of(error, "")))
        .orElse(amount);
  }

  private static Phrase signed(Exact amount, Figure figure) {
    return amount.signum() > 0 ? Phrase.of("+").number(figure) : Phrase.of(figure);
  }

  private Phrase words(Part part) {
    Player player = player(part);
    return PlanStory.links(player).plain(" ").then(PlanStory.what(player));
  }

  private Player player(Part part) {
    return attribution.players().stream()
        .filter(p -> p.id().equals(part.player()))
        .findFirst()
        .orElseThrow();
  }

  static String unit(String unit) {
    return unit.isEmpty() ? "" : ", in " + unit;
  }
}
