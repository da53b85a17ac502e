package org.loadline.meaning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The largest sets of definitions that all read one another, each after those that it reads:
 * Tarjan's algorithm, without recursion, as chains of definitions may be long.
 */
final class Circles {
  private final Map<Subject, NavigableSet<Subject>> reads;
  private final Map<Subject, Integer> numbers = new HashMap<>();
  private final Map<Subject, Integer> lowest = new HashMap<>();
  private final Deque<Subject> open = new ArrayDeque<>();
  private final TreeSet<Subject> isOpen = new TreeSet<>();
  private final List<SortedSet<Subject>> found = new ArrayList<>();

  private record Visit(Subject subject, Iterator<Subject> rest) {}

  private Circles(Map<Subject, NavigableSet<Subject>> reads) {
    this.reads = reads;
  }

  static List<SortedSet<Subject>> of(Map<Subject, NavigableSet<Subject>> reads) {
    Circles circles = new Circles(reads);
    for (Subject subject : new TreeSet<>(reads.keySet())) {
      if (!circles.numbers.containsKey(subject)) {
        circles.visit(subject);
      }
    }
    return circles.found;
  }

  private void visit(Subject from) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(from));
    while (!path.isEmpty()) {
      Visit at = path.getFirst();
      if (at.rest().hasNext()) {
        Subject next = at.rest().next();
        if (!numbers.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          lower(at.subject(), numbers.getOrDefault(next, 0));
        }
      } else {
        path.pop();
        leave(at.subject());
        if (!path.isEmpty()) {
          lower(path.getFirst().subject(), lowest.getOrDefault(at.subject(), 0));
        }
      }
    }
  }

  private Visit enter(Subject subject) {
    numbers.put(subject, numbers.size());
    lowest.put(subject, numbers.size() - 1);
    open.push(subject);
    isOpen.add(subject);
    NavigableSet<Subject> read = reads.get(subject);
    if (read == null) {
      throw new IllegalStateException("nothing defines " + subject);
    }
    return new Visit(subject, read.iterator());
  }

  private void lower(Subject subject, int number) {
    lowest.merge(subject, number, Math::min);
  }

  private void leave(Subject subject) {
    if (lowest.getOrDefault(subject, 0).equals(numbers.getOrDefault(subject, 0))) {
      SortedSet<Subject> circle = new TreeSet<>();
      Subject member;
      do {
        member = open.pop();
        isOpen.remove(member);
        circle.add(member);
      } while (!member.equals(subject));
      found.add(circle);
    }
  }
}
