package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Output;
import org.loadline.diff.Change;
import org.loadline.diff.Direction;
import org.loadline.diff.Edit;
import org.loadline.diff.Effect;
import org.loadline.diff.LineChanges;
import org.loadline.diff.Move;
import org.loadline.diff.MoveText;
import org.loadline.diff.Reach;
import org.loadline.diff.Section;
import org.loadline.diff.Wording;
import org.loadline.meaning.Subject.Kind;

/** A difference for people: a section for each kind, a few lines for each change. */
public final class DiffText {
  private static final String DEEP = "      ";
  private static final int MOST_LINES = 24;
  private static final int MOST_NAMES = 6;

  private final Ink ink;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  public DiffText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  /** All changes, under the titles of their sections. */
  public List<String> of(List<Change> changes) {
    Map<Section, List<Change>> sections =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    c -> Section.of(c.subject()), LinkedHashMap::new, Collectors.toList()));
    int idWidth = changes.stream().mapToInt(c -> c.id().length()).max().orElse(0);
    sections.forEach(
        (section, all) -> {
          lines.add("");
          lines.add(ink.strong(section.title()));
          all.forEach(change -> change(change, idWidth));
        });
    return lines;
  }

  /** How many changes there are, and which way they go. */
  public static String summary(List<Change> changes) {
    if (changes.isEmpty()) {
      return "no difference in meaning";
    }
    List<String> parts = new ArrayList<>();
    parts.add(changes.size() == 1 ? "1 change" : changes.size() + " changes");
    count(changes, Direction.TIGHTENS, "tightens", "tighten").ifPresent(parts::add);
    count(changes, Direction.LOOSENS, "loosens", "loosen").ifPresent(parts::add);
    count(changes, Direction.UNKNOWN, "may go either way", "may go either way")
        .ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** A line for each section: how many changes it has, and of what. */
  public static List<String> counts(List<Change> changes) {
    Map<Section, List<Change>> sections =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    c -> Section.of(c.subject()), TreeMap::new, Collectors.toList()));
    return sections.entrySet().stream()
        .map(
            e ->
                "  "
                    + String.format(Locale.ROOT, "%3d  ", e.getValue().size())
                    + e.getKey().title()
                    + ": "
                    + few(e.getValue().stream().map(DiffText::name).distinct().toList()))
        .toList();
  }

  private static String few(List<String> names) {
    String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more;
  }

  private static Optional<String> count(
      List<Change> changes, Direction direction, String one, String many) {
    long count = changes.stream().filter(c -> c.direction() == direction).count();
    return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : many));
  }

  private void change(Change change, int idWidth) {
    String id = change.id() + " ".repeat(idWidth - change.id().length());
    String head = "  " + ink.faint(id) + "  " + ink.strong(name(change));
    String said = EditText.of(change);
    lines.add(said.isEmpty() ? head : head + "  " + said);
    move(change).ifPresent(this::limits);
    text(change);
    effects(change);
    reach(change);
  }

  private static String name(Change change) {
    if (change.edit() instanceof Edit.Order) {
      return "order of " + change.subject().kind().words() + "s";
    }
    return switch (change.subject().kind()) {
      case TEST, PROPERTY -> "\"" + change.subject().name() + "\"";
      case WATERFALL, ACTION, CHOICE, GROUP, EXAMPLES, CASES, ASSUMPTION, REPORT ->
          change.subject().toString();
      case UNIT, ENTITY, SYSTEM_INPUT, PARAM, TABLE, FACT, FUNCTION, STATE, ENVELOPE ->
          change.subject().name();
    };
  }

  // ---- Limits

  private static Optional<MoveText> move(Change change) {
    Optional<Move> move =
        switch (change.edit()) {
          case Edit.ParamValue e -> Optional.of(e.move());
          case Edit.Cell e -> e.move();
          case Edit other -> Optional.empty();
        };
    return move.map(m -> MoveText.of(m, change.after()));
  }

  private void limits(MoveText text) {
    List<String> limits = new ArrayList<>();
    text.bounds()
        .ifPresent(b -> text.move().inOldBounds().ifPresent(in -> limits.add(b + tick(in))));
    text.rule().ifPresent(r -> text.move().withinRule().ifPresent(in -> limits.add(r + tick(in))));
    if (!limits.isEmpty()) {
      wrapped(String.join(" · ", limits));
    }
  }

  private String tick(boolean kept) {
    return " " + (kept ? ink.good("✓") : ink.error("✗"));
  }

  // ---- Text

  private void text(Change change) {
    if (!EditText.showsText(change)) {
      return;
    }
    List<LineChanges.Line> all =
        LineChanges.between(
            change.before().map(Wording::lines).orElse(List.of()),
            change.after().map(Wording::lines).orElse(List.of()));
    if (all.stream().allMatch(l -> l.kind() == LineChanges.Line.Kind.LEFT_OUT)) {
      wrapped("by what stands around it");
      return;
    }
    int most = all.size() > MOST_LINES + 1 ? MOST_LINES : all.size();
    for (LineChanges.Line line : all.subList(0, most)) {
      for (String shown : folded(line)) {
        lines.add(
            switch (line.kind()) {
              case GONE -> ink.error(shown);
              case NEW -> ink.good(shown);
              case SAME, LEFT_OUT -> shown.stripTrailing();
            });
      }
    }
    if (most < all.size()) {
      lines.add(DEEP + "  … " + (all.size() - most) + " more lines");
    }
  }

  /** A line as wide as the page, at most; what goes on stands two further to the right. */
  private List<String> folded(LineChanges.Line line) {
    List<String> folded = new ArrayList<>();
    String rest = Glyphs.line(line.text(), Integer.MAX_VALUE);
    String margin = DEEP + line.kind().mark() + " ";
    int blanks = rest.length() - rest.stripLeading().length();
    while (margin.length() + Glyphs.width(rest) > width) {
      int cut = rest.lastIndexOf(' ', width - margin.length());
      if (cut <= blanks) {
        break;
      }
      folded.add(margin + rest.substring(0, cut));
      rest = " ".repeat(blanks + 2) + rest.substring(cut + 1).stripLeading();
    }
    folded.add(margin + rest);
    return folded;
  }

  // ---- What it does

  private void effects(Change change) {
    for (Effect effect : change.effects()) {
      String name = effect.output().name();
      switch (effect.direction()) {
        case TIGHTENS -> wrapped(ink.warning("tightens") + " " + name + ": " + effect.reason());
        case LOOSENS -> wrapped(ink.good("loosens") + " " + name + ": " + effect.reason());
        case UNKNOWN -> wrapped(name + " may go either way: " + effect.reason());
        case NEUTRAL -> {}
      }
    }
  }

  private void reach(Change change) {
    Reach reach = change.reach();
    List<String> names = new ArrayList<>(reach.outputs().stream().map(Output::name).toList());
    reach.waterfalls().stream()
        .filter(w -> !w.name().equals(change.subject().name()))
        .forEach(w -> names.add("waterfall " + w.name()));
    if (names.isEmpty() || change.subject().kind() == Kind.REPORT) {
      return;
    }
    wrapped("reaches " + few(names));
  }

  private void wrapped(String text) {
    lines.addAll(Wrapped.inked(text, DEEP.length(), width));
  }
}
