package org.loadline.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Direction;
import org.loadline.diff.Effect;
import org.loadline.page.kit.Figure;
import org.loadline.page.kit.Phrase;

/** What a difference comes to, in sentences. */
final class DiffStory {
  private static final int NAMES = 4;

  private final Difference difference;

  DiffStory(Difference difference) {
    this.difference = difference;
  }

  /** The sentence that stands for all. */
  String verdict() {
    if (difference.isEmpty()) {
      return "The two policies mean the same";
    }
    String count = Figure.count(difference.changes().size(), "change", "changes");
    List<String> ways =
        Stream.of(Direction.TIGHTENS, Direction.LOOSENS, Direction.UNKNOWN)
            .map(this::way)
            .filter(w -> !w.isEmpty())
            .toList();
    return ways.isEmpty() ? count : count + ": " + String.join(", ", ways);
  }

  private String way(Direction direction) {
    long changes = difference.changes().stream().filter(c -> c.direction() == direction).count();
    boolean one = changes == 1;
    String does =
        switch (direction) {
          case TIGHTENS -> one ? "tightens" : "tighten";
          case LOOSENS -> one ? "loosens" : "loosen";
          case NEUTRAL -> one ? "does neither" : "do neither";
          case UNKNOWN -> "may go either way";
        };
    return changes == 0 ? "" : Figure.count(changes) + " " + does;
  }

  /** Whether either policy says which way its numbers are tighter. */
  boolean isDirected() {
    return isDirected(difference.before()) || isDirected(difference.after());
  }

  private static boolean isDirected(Program program) {
    return program.outputs().stream().anyMatch(output -> output.role().isPresent());
  }

  /** Which two policies these are. */
  Phrase policies() {
    String before = file(difference.before());
    String after = file(difference.after());
    Phrase name = Phrase.of("Policy ").code(difference.after().name());
    return before.equals(after)
        ? name
        : name.plain(", from ").code(before).plain(" to ").code(after);
  }

  private static String file(Program program) {
    return program.sources().getFirst().name();
  }

  /** What the changes can reach, and what they can't. */
  Phrase reach() {
    Set<String> outputs = names(c -> c.reach().outputs().stream().map(Output::name).toList());
    Set<String> waterfalls =
        names(c -> c.reach().waterfalls().stream().map(w -> w.name()).toList());
    if (outputs.isEmpty() && waterfalls.isEmpty()) {
      return Phrase.of("No reported number and no waterfall reads what is changed.");
    }
    List<Phrase> reached = new ArrayList<>();
    if (!outputs.isEmpty()) {
      reached.add(Phrase.names(outputs, NAMES));
    }
    if (!waterfalls.isEmpty()) {
      String word = waterfalls.size() == 1 ? "the waterfall " : "the waterfalls ";
      reached.add(Phrase.of(word).then(Phrase.names(waterfalls, NAMES)));
    }
    return Phrase.of("What is reported can come out otherwise for ")
        .then(Phrase.listed(reached, 2))
        .plain(".");
  }

  private Set<String> names(Function<Change, List<String>> of) {
    return difference.changes().stream()
        .flatMap(change -> of.apply(change).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A requirement or an allowance, and which changes move it which way. */
  record Moved(Output output, List<Effect> effects, List<String> changes) {
    /** The ids of the changes that move it so. */
    List<String> by(Direction direction) {
      List<String> ids = new ArrayList<>();
      for (int at = 0; at < effects.size(); at++) {
        if (effects.get(at).direction() == direction) {
          ids.add(changes.get(at));
        }
      }
      return ids;
    }
  }

  /** Each requirement and allowance that a change moves, in the order of the changes. */
  List<Moved> moved() {
    Set<String> outputs = names(c -> c.effects().stream().map(e -> e.output().name()).toList());
    return outputs.stream().map(this::moved).toList();
  }

  private Moved moved(String output) {
    List<Effect> effects = new ArrayList<>();
    List<String> changes = new ArrayList<>();
    for (Change change : difference.changes()) {
      for (Effect effect : change.effects()) {
        if (effect.output().name().equals(output)) {
          effects.add(effect);
          changes.add(change.id());
        }
      }
    }
    return new Moved(effects.getFirst().output(), effects, changes);
  }
}
