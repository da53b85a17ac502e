package org.loadline.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.core.Output;
import org.loadline.core.WaterfallRef;
import org.loadline.diff.Change;
import org.loadline.diff.Direction;
import org.loadline.diff.Effect;
import org.loadline.diff.LineChanges;
import org.loadline.diff.Wording;
import org.loadline.mandate.Guards;
import org.loadline.meaning.Subject;
import org.loadline.page.kit.Block;
import org.loadline.page.kit.Block.Text.Fate;
import org.loadline.page.kit.Block.Text.Line;
import org.loadline.page.kit.Phrase;

/** One change: what was done, which way it goes, and its text and its readers to unfold. */
final class ChangeEntry {
  private static final int NAMES = 12;

  private final Change change;

  private ChangeEntry(Change change) {
    this.change = change;
  }

  /** {@code directed}: whether a policy says which way its numbers are tighter. */
  static Block of(Change change, Guards guards, boolean directed) {
    ChangeEntry entry = new ChangeEntry(change);
    List<Phrase> said = new ArrayList<>();
    if (directed) {
      said.addAll(entry.effects());
    }
    Limits.of(guards, change).forEach(finding -> said.add(finding.phrase()));
    List<Block> blocks = List.of(new Block.Items(said), entry.folded());
    return new Block.Entry(change.id(), EditWords.of(change), blocks);
  }

  private List<Phrase> effects() {
    boolean reaches = change.reach().outputs().stream().anyMatch(o -> o.role().isPresent());
    if (!reaches) {
      return List.of(
          Directed.of(Direction.NEUTRAL).plain(": it reaches no requirement and no allowance"));
    }
    Map<String, List<Effect>> alike =
        change.effects().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.direction() + e.reason(), LinkedHashMap::new, Collectors.toList()));
    return alike.values().stream().map(ChangeEntry::effect).toList();
  }

  /** What goes one way for one reason. */
  private static Phrase effect(List<Effect> effects) {
    Effect first = effects.getFirst();
    List<String> names = effects.stream().map(e -> e.output().name()).toList();
    String link = first.direction() == Direction.UNKNOWN ? " for " : " ";
    Phrase what =
        Directed.of(first.direction()).plain(link).then(Phrase.names(names, names.size()));
    return first.reason().isEmpty() ? what : what.plain(": ").then(Phrase.quoting(first.reason()));
  }

  private Block folded() {
    List<Block> blocks = new ArrayList<>();
    boolean whole = EditWords.isWhole(change);
    if (!whole) {
      blocks.add(new Block.Text(text()));
    }
    written().ifPresent(blocks::add);
    names("Read by ", change.reach().readers().stream().map(Subject::toString))
        .ifPresent(blocks::add);
    names("Reported numbers that depend on it: ", outputs()).ifPresent(blocks::add);
    names(
            "Waterfalls that depend on it: ",
            change.reach().waterfalls().stream().map(WaterfallRef::name))
        .ifPresent(blocks::add);
    return new Block.Folded(whole ? "What reads it" : "The text, and what reads it", blocks);
  }

  private Stream<String> outputs() {
    return change.reach().outputs().stream().map(Output::name);
  }

  private Optional<Block> written() {
    List<Phrase> places =
        Stream.of(change.before(), change.after())
            .flatMap(Optional::stream)
            .map(Wording::place)
            .distinct()
            .map(Phrase::ofCode)
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Remark(Phrase.of("Written in ").then(Phrase.listed(places, 2))));
  }

  private static Optional<Block> names(String before, Stream<String> names) {
    List<String> all = names.toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Remark(Phrase.of(before).then(Phrase.names(all, NAMES))));
  }

  private List<Line> text() {
    return LineChanges.between(lines(change.before()), lines(change.after())).stream()
        .map(line -> new Line(fate(line.kind()), line.text()))
        .toList();
  }

  private static Fate fate(LineChanges.Line.Kind kind) {
    return switch (kind) {
      case GONE -> Fate.GOES;
      case NEW -> Fate.COMES;
      case SAME, LEFT_OUT -> Fate.STAYS;
    };
  }

  private static List<String> lines(Optional<Wording> wording) {
    return wording.map(Wording::lines).orElse(List.of());
  }
}
