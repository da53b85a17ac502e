package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.diff.Change;
import org.loadline.impact.Attribution;
import org.loadline.values.Exact;

/** Which change of a policy causes how much of each number, the greatest part first. */
final class AttributionText {
  private static final int MOST_NUMBERS = 4;
  private static final int MOST_PARTS = 6;

  private final Ink ink;
  private final int width;

  AttributionText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  List<String> of(Attribution attribution) {
    Map<String, Attribution.Player> players =
        attribution.players().stream()
            .collect(Collectors.toMap(Attribution.Player::id, Function.identity()));
    List<Attribution.Parts> changed =
        attribution.parts().stream().filter(p -> p.amount().isChanged()).toList();
    List<String> lines = new ArrayList<>();
    for (Attribution.Parts parts : changed.stream().limit(MOST_NUMBERS).toList()) {
      lines.add("");
      lines.add(ink.strong(sentence(parts)));
      lines.addAll(parts(parts, players));
    }
    if (changed.size() > MOST_NUMBERS) {
      lines.add("  … " + (changed.size() - MOST_NUMBERS) + " more numbers");
    }
    if (!changed.isEmpty()) {
      lines.add("  " + ink.faint(method(attribution)));
    }
    return lines;
  }

  private static String sentence(Attribution.Parts parts) {
    Exact change = parts.amount().change();
    String amount = ImpactText.number(change.abs());
    if (parts.unit().equals(Attribution.ROWS)) {
      return "what brings "
          + (change.equals(Exact.ONE) ? "1 row" : amount + " rows")
          + " "
          + parts.name();
    }
    return "what makes "
        + parts.name()
        + (change.signum() > 0 ? " rise by " : " fall by ")
        + amount
        + (parts.unit().isEmpty() ? "" : " " + parts.unit());
  }

  private List<String> parts(Attribution.Parts parts, Map<String, Attribution.Player> players) {
    Exact whole = parts.amount().change();
    List<Attribution.Part> shown =
        parts.parts().stream()
            .filter(p -> p.amount().signum() != 0)
            .sorted(Comparator.comparing((Attribution.Part p) -> p.amount().abs()).reversed())
            .toList();
    List<Attribution.Part> first = shown.stream().limit(MOST_PARTS).toList();
    TextTable table = new TextTable();
    table.add("", true, first.stream().map(p -> "  " + amount(p)).toList());
    table.add("", true, first.stream().map(p -> Bar.percent(p.amount(), whole)).toList());
    table.add(
        "",
        false,
        first.stream().map(p -> what(Objects.requireNonNull(players.get(p.player())))).toList());
    List<String> lines = new ArrayList<>(table.lines(ink));
    lines.removeFirst();
    if (shown.size() > first.size()) {
      lines.add("  … " + (shown.size() - first.size()) + " more");
    }
    return lines;
  }

  private static String amount(Attribution.Part part) {
    String amount = (part.amount().signum() > 0 ? "+" : "") + ImpactText.number(part.amount());
    return part.error().map(e -> amount + " ± " + ImpactText.number(e)).orElse(amount);
  }

  private String what(Attribution.Player player) {
    String changes =
        player.changes().stream().map(AttributionText::words).collect(Collectors.joining("; "));
    String words = changes.isEmpty() ? "the book for the new policy" : changes;
    return player.id() + "  " + Glyphs.line(words, Math.max(24, width - 28));
  }

  private static String words(Change change) {
    return (change.subject().name() + " " + EditText.of(change)).strip().replaceAll("\\s+", " ");
  }

  private static String method(Attribution attribution) {
    int players = attribution.players().size();
    String changes = players == 1 ? "1 change" : players + " changes";
    return switch (attribution.method()) {
      case Attribution.Method.EveryOrder(int policies) ->
          "over every order of " + changes + ", with " + policies + " mixtures of both policies";
      case Attribution.Method.DrawnOrders(int orders, long seed, int policies) ->
          "over "
              + orders
              + " drawn orders of "
              + changes
              + " (seed "
              + seed
              + "), with "
              + policies
              + " mixtures; ± is a standard error";
    };
  }
}
