package org.loadline.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.diff.Change;
import org.loadline.impact.Attribution.Part;
import org.loadline.impact.Attribution.Parts;
import org.loadline.impact.Attribution.Player;
import org.loadline.impact.Crossing;
import org.loadline.impact.Impact;
import org.loadline.impact.Outcomes;
import org.loadline.impact.RowCount;
import org.loadline.impact.Total;
import org.loadline.model.Entity;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;
import org.loadline.values.Exact;

/** What a plan comes to, in sentences. */
final class PlanStory {
  private static final int SHORT = 80;

  private final Impact impact;

  PlanStory(Impact impact) {
    this.impact = impact;
  }

  /** The sentence that stands for all: lines crossed, else outcomes, else amounts, else rows. */
  String verdict() {
    return crossed()
        .or(this::moved)
        .or(this::risen)
        .or(this::touched)
        .orElse(
            impact.difference().isEmpty()
                ? "The two policies mean the same"
                : "Nothing comes out otherwise on this book");
  }

  private Optional<String> crossed() {
    return mostCrossed().map(this::crossed);
  }

  private Optional<Crossing> mostCrossed() {
    return impact.crossings().stream()
        .filter(c -> c.newly().count() + c.noLonger().count() > 0)
        .max(Comparator.comparingInt(c -> c.newly().count() + c.noLonger().count()));
  }

  private String crossed(Crossing crossing) {
    int newly = crossing.newly().count();
    int less = crossing.noLonger().count();
    String come = rows(newly > 0 ? newly : less, crossing.entity());
    String line = " over the line of " + crossing.waterfall();
    if (newly == 0) {
      return come + (less == 1 ? " is no longer" : " are no longer") + line;
    }
    String first = come + (newly == 1 ? " comes" : " come") + line;
    return less == 0
        ? first
        : first + ", " + Figure.count(less) + (less == 1 ? " no longer is" : " no longer are");
  }

  private Optional<String> moved() {
    return impact.outcomes().stream()
        .filter(o -> o.moved() > 0)
        .max(Comparator.comparingInt(Outcomes::moved))
        .map(
            o -> {
              String rows = rows(o.moved(), o.entity());
              return rows + (o.moved() == 1 ? " comes" : " come") + " to another " + last(o.name());
            });
  }

  private Optional<String> risen() {
    return impact.totals().stream()
        .filter(t -> t.shift().filter(s -> s.isChanged()).isPresent())
        .findFirst()
        .map(
            total -> {
              var shift = total.shift().orElseThrow();
              String way = shift.change().signum() > 0 ? " rises by " : " falls by ";
              String by =
                  shift
                      .relative()
                      .map(r -> Figure.percent(r.abs(), false))
                      .orElse(Figure.of(shift.change().abs(), total.unit()).brief());
              return kind(total) + total.name() + way + by;
            });
  }

  private static String kind(Total total) {
    return switch (total.kind()) {
      case SUM -> "The sum of ";
      case MEAN -> "The mean of ";
      case VALUE -> "";
    };
  }

  private Optional<String> touched() {
    return impact.rows().stream()
        .filter(r -> r.changed() > 0)
        .max(Comparator.comparingInt(RowCount::changed))
        .map(
            r ->
                rows(r.changed(), r.entity())
                    + (r.changed() == 1 ? " comes" : " come")
                    + " out otherwise");
  }

  /** {@code 12 of 1,000 accounts}. */
  private String rows(int some, String entity) {
    Optional<RowCount> all =
        impact.rows().stream().filter(r -> r.entity().equals(entity)).findFirst();
    return Figure.count(some)
        + all.map(r -> " of " + Figure.count(r.rows())).orElse("")
        + " "
        + (some == 1 && all.isEmpty() ? entity : plural(entity));
  }

  /** What several rows of an entity are called. */
  String plural(String entity) {
    return Stream.of(impact.difference().after(), impact.difference().before())
        .flatMap(program -> program.entities().stream())
        .filter(e -> e.name().equals(entity))
        .map(Entity::plural)
        .findFirst()
        .orElse(entity);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The last part of a path. */
  static String book(String path) {
    String name = path.replace('\\', '/').replaceAll("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** How many rows are touched at all, and how many not. */
  Phrase touch() {
    List<Phrase> all =
        impact.rows().stream()
            .filter(r -> r.rows() > 0)
            .map(r -> Phrase.of(rows(r.changed(), r.entity())))
            .toList();
    return all.isEmpty()
        ? Phrase.NOTHING
        : Phrase.listed(all, all.size()).plain(" change in something that is reported.");
  }

  /** The parts of what the verdict speaks of, or else of the first number that changes. */
  Optional<Parts> attributed() {
    List<Parts> changed =
        impact.attribution().stream()
            .flatMap(a -> a.parts().stream())
            .filter(p -> p.amount().isChanged())
            .toList();
    return mostCrossed()
        .flatMap(
            c -> changed.stream().filter(p -> p.name().endsWith(" " + c.waterfall())).findFirst())
        .or(() -> changed.stream().findFirst());
  }

  /** Which change most of it comes from. */
  Phrase cause() {
    return attributed().map(this::cause).orElse(Phrase.NOTHING);
  }

  private Phrase cause(Parts parts) {
    Part most =
        parts.parts().stream()
            .max(Comparator.comparing((Part p) -> p.amount().abs()))
            .orElseThrow();
    Exact change = parts.amount().change();
    Exact share = most.amount().dividedBy(change);
    Phrase by = shortly(player(most.player()));
    if (share.signum() < 0 || share.compareTo(Exact.ONE) > 0) {
      return Phrase.of("The changes work against each other; most of it comes from ")
          .then(by)
          .plain(".");
    }
    String all = Figure.percent(share, false);
    return Phrase.of(share.equals(Exact.ONE) ? "All of it comes from " : all + " of it comes from ")
        .then(by)
        .plain(".");
  }

  private Player player(String id) {
    return impact.attribution().orElseThrow().players().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The entries of a player's changes. */
  static Phrase links(Player player) {
    return Phrase.listed(player.changes().stream().map(c -> Phrase.link(c.id())).toList(), 9);
  }

  /** With what was done, if that is short. */
  private static Phrase shortly(Player player) {
    Phrase what = what(player);
    Phrase said =
        what.text().length() <= SHORT
            ? what
            : Phrase.listed(
                player.changes().stream()
                    .map(c -> Phrase.of(c.subject().kind().words() + " ").code(c.subject().name()))
                    .distinct()
                    .toList(),
                2);
    return links(player).plain(", ").then(said);
  }

  /** What the changes of a player are. */
  static Phrase what(Player player) {
    List<Change> changes = player.changes();
    return Phrase.listed(changes.stream().map(EditWords::of).toList(), 2);
  }
}
