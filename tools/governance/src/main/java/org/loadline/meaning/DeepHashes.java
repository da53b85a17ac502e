package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Hashes of definitions with everything that they read, at any distance.
 *
 * <p>Definitions that read one another in a circle, as facts of earlier rows may, are hashed
 * together: first the set, from their own hashes and the deep hashes of what it reads beyond
 * itself; then each by the hash of the set and its name.
 */
final class DeepHashes {
  private static final String DEEP = "loadline deep 1\n";
  private static final String CIRCLE = "loadline circle 1\n";
  private static final String MEMBER = "loadline member 1\n";

  private final Map<Subject, Hash> own;
  private final Map<Subject, NavigableSet<Subject>> reads;
  private final NavigableMap<Subject, Hash> deep = new TreeMap<>();

  private DeepHashes(Map<Subject, Hash> own, Map<Subject, NavigableSet<Subject>> reads) {
    this.own = own;
    this.reads = reads;
  }

  static NavigableMap<Subject, Hash> of(
      Map<Subject, Hash> own, Map<Subject, NavigableSet<Subject>> reads) {
    DeepHashes hashes = new DeepHashes(own, reads);
    for (SortedSet<Subject> circle : Circles.of(reads)) {
      hashes.add(circle);
    }
    return hashes.deep;
  }

  private void add(SortedSet<Subject> circle) {
    Subject first = circle.first();
    if (circle.size() == 1 && !get(reads, first).contains(first)) {
      deep.put(first, Hash.of(DEEP + get(own, first) + "\n" + lines(get(reads, first))));
      return;
    }
    List<String> members = new ArrayList<>();
    SortedSet<Subject> beyond = new TreeSet<>();
    for (Subject member : circle) {
      members.add(get(own, member) + " " + member + "\n");
      get(reads, member).stream().filter(r -> !circle.contains(r)).forEach(beyond::add);
    }
    Hash set = Hash.of(CIRCLE + String.join("", members) + lines(beyond));
    circle.forEach(m -> deep.put(m, Hash.of(MEMBER + set + "\n" + m + "\n")));
  }

  private String lines(SortedSet<Subject> subjects) {
    StringBuilder lines = new StringBuilder();
    subjects.forEach(s -> lines.append(get(deep, s)).append(' ').append(s).append('\n'));
    return lines.toString();
  }

  private static <V> V get(Map<Subject, V> map, Subject subject) {
    V value = map.get(subject);
    if (value == null) {
      throw new IllegalStateException("nothing defines " + subject);
    }
    return value;
  }
}
