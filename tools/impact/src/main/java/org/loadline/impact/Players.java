package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.loadline.core.Program;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.mandate.Guards;
import org.loadline.mandate.Verdict;
import org.loadline.model.Param;
import org.loadline.values.Exact;

/**
 * The changes that take part in an attribution, each with what a mixture takes to have it.
 *
 * <p>Changes that do not compile apart are one player. What means the same in both policies but is
 * written otherwise, such as the readers of what is renamed, is taken from the start if it can be.
 */
final class Players {
  private final Difference difference;
  private final Mixing mixing;
  private final Set<Taken> start = new LinkedHashSet<>();
  private final List<Group> groups = new ArrayList<>();

  /** Everything that a mixture could need beside a player: the other changes, what is neutral. */
  private final List<Set<Taken>> others = new ArrayList<>();

  /** A player: its changes, and what it takes. */
  private record Group(List<Change> changes, Set<Taken> taken) {}

  /**
   * @param reaches whether a change can reach a number that is attributed
   * @param newBook whether the new policy is run on another book
   */
  Players(Guards guards, Predicate<Change> reaches, boolean newBook) {
    this.difference = guards.difference();
    this.mixing = new Mixing(guards);
    List<Group> alone = new ArrayList<>();
    Set<String> touched = new LinkedHashSet<>();
    for (Change change : difference.changes()) {
      Set<Taken> taken = taken(change);
      taken.forEach(t -> touched.add(t.key()));
      if (taken.isEmpty() || isRefused(change, guards)) {
        continue;
      }
      if (reaches.test(change) && !(change.edit() instanceof Edit.Renamed)) {
        alone.add(new Group(List.of(change), taken));
      } else {
        others.add(taken);
      }
    }
    neutral(touched);
    alone.forEach(this::add);
    if (newBook) {
      groups.add(new Group(List.of(), Set.of(Taken.NewBook.ONLY)));
    }
    settle(alone);
  }

  private static boolean isRefused(Change change, Guards guards) {
    return guards.of(change).filter(g -> g.verdict() == Verdict.REFUSED).isPresent();
  }

  private void neutral(Set<String> touched) {
    Set<Taken> neutral = new LinkedHashSet<>();
    mixing.differing().stream()
        .filter(key -> !touched.contains(key))
        .map(Taken.Whole::new)
        .forEach(neutral::add);
    others.forEach(neutral::addAll);
    if (mixing.program(neutral).isPresent()) {
      start.addAll(neutral);
    } else {
      mixing.differing().stream()
          .filter(key -> !touched.contains(key))
          .forEach(key -> others.add(Set.of(new Taken.Whole(key))));
    }
  }

  /** What a mixture takes to have a change; nothing if it decides no value. */
  private Set<Taken> taken(Change change) {
    Set<Taken> taken = new LinkedHashSet<>();
    for (String key : mixing.keys(change)) {
      List<Change> all = mixing.changes(key);
      if (key.startsWith("table ") && all.stream().allMatch(Players::isInTable)) {
        taken.add(new Taken.InTable(key, change));
      } else if (change.edit() instanceof Edit.ParamValue(Param old, Param now)
          && all.size() == 1
          && mayBe(old, now)) {
        taken.add(new Taken.ParamValue(key, now.ref().name()));
      } else {
        taken.add(new Taken.Whole(key));
      }
    }
    return taken;
  }

  private static boolean isInTable(Change change) {
    return switch (change.edit()) {
      case Edit.Cell _, Edit.RowAdded _, Edit.RowRemoved _, Edit.RowMoved _ -> true;
      default -> false;
    };
  }

  /** Whether the old policy could run with the new value. */
  private static boolean mayBe(Param old, Param now) {
    return old.within().isEmpty()
        || (now.value() instanceof Exact value && old.within().get().holds(value));
  }

  /** Puts changes together that share a piece. */
  private void add(Group group) {
    List<Group> sharing =
        groups.stream().filter(g -> g.taken().stream().anyMatch(group.taken()::contains)).toList();
    merge(sharing, group);
  }

  private Group merge(List<Group> some, Group with) {
    List<Change> changes = new ArrayList<>(with.changes());
    Set<Taken> taken = new LinkedHashSet<>(with.taken());
    some.forEach(
        g -> {
          changes.addAll(g.changes());
          taken.addAll(g.taken());
        });
    List<Change> ordered = difference.changes().stream().filter(changes::contains).toList();
    Group merged = new Group(ordered, taken);
    groups.removeAll(some);
    groups.remove(with);
    groups.add(merged);
    return merged;
  }

  /** Puts together what does not compile apart, until every player compiles by itself. */
  private void settle(List<Group> alone) {
    Set<Group> hopeless = new LinkedHashSet<>();
    for (Optional<Group> next = broken(hopeless); next.isPresent(); next = broken(hopeless)) {
      Group group = next.get();
      Set<Taken> needed = needed(group, alone);
      List<Group> with =
          groups.stream()
              .filter(g -> g != group && g.taken().stream().anyMatch(needed::contains))
              .toList();
      groups.remove(group);
      Set<Taken> all = new LinkedHashSet<>(group.taken());
      all.addAll(needed);
      Group merged = merge(with, new Group(group.changes(), all));
      if (!compiles(merged)) {
        hopeless.add(merged);
      }
    }
    sort();
  }

  private Optional<Group> broken(Set<Group> hopeless) {
    return groups.stream().filter(g -> !hopeless.contains(g) && !compiles(g)).findFirst();
  }

  private boolean compiles(Group group) {
    return mixing.program(with(group.taken())).isPresent();
  }

  private void sort() {
    groups.sort(Comparator.comparingInt(this::place));
  }

  /** The new book comes last. */
  private int place(Group group) {
    return group.changes().isEmpty()
        ? Integer.MAX_VALUE
        : difference.changes().indexOf(group.changes().getFirst());
  }

  private Set<Taken> with(Set<Taken> taken) {
    Set<Taken> all = new LinkedHashSet<>(start);
    all.addAll(taken);
    return all;
  }

  /** The least that must be taken with a group so that it compiles, found by leaving out. */
  private Set<Taken> needed(Group group, List<Group> alone) {
    List<Set<Taken>> candidates = new ArrayList<>(others);
    alone.forEach(g -> candidates.add(g.taken()));
    List<Set<Taken>> kept = new ArrayList<>(candidates);
    for (Set<Taken> candidate : candidates) {
      List<Set<Taken>> without = new ArrayList<>(kept);
      without.remove(candidate);
      Set<Taken> all = with(group.taken());
      without.forEach(all::addAll);
      if (mixing.program(all).isPresent()) {
        kept = without;
      }
    }
    Set<Taken> needed = new LinkedHashSet<>();
    kept.forEach(needed::addAll);
    return needed;
  }

  /** How many there are. */
  int size() {
    return groups.size();
  }

  /** As reports name them. */
  List<Attribution.Player> named() {
    return groups.stream().map(g -> new Attribution.Player(id(g), g.changes())).toList();
  }

  private static String id(Group group) {
    List<String> ids = new ArrayList<>(group.changes().stream().map(Change::id).toList());
    if (group.taken().contains(Taken.NewBook.ONLY)) {
      ids.add(Taken.NewBook.ONLY.key());
    }
    return String.join("+", ids);
  }

  /** The players that can reach what {@code reaches} says of changes; the new book always can. */
  BitSet reaching(Predicate<Change> reaches) {
    BitSet reaching = new BitSet();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      boolean book = group.taken().contains(Taken.NewBook.ONLY);
      reaching.set(i, book || group.changes().stream().anyMatch(reaches));
    }
    return reaching;
  }

  /** What a mixture takes that has these players. */
  Set<Taken> taken(BitSet players) {
    Set<Taken> taken = new LinkedHashSet<>(start);
    players.stream().forEach(p -> taken.addAll(groups.get(p).taken()));
    return taken;
  }

  /** The mixture with these players; empty if it does not compile. */
  Optional<Program> program(BitSet players) {
    return mixing.program(taken(players));
  }

  /** Makes one player of some, or of all, since they do not do without one another after all. */
  void join(BitSet players) {
    List<Group> some =
        players.cardinality() > 1
            ? players.stream().mapToObj(groups::get).toList()
            : List.copyOf(groups);
    groups.removeAll(some);
    merge(some.subList(1, some.size()), some.getFirst());
    sort();
  }
}
