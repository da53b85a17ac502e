package org.loadline.meaning;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.loadline.core.Program;
import org.loadline.source.Source;

/**
 * What each definition of a program means, and the hash of the whole.
 *
 * <p>Comments, documentation, layout, the order of definitions where it does not count, and the
 * names of locals, parameters and variables are no part of a meaning. Two programs with one hash
 * give the same results on the same data.
 */
public final class Meanings {
  private static final String OWN = "loadline meaning 1\n";
  private static final String POLICY = "loadline policy 1\n";

  private final NavigableMap<Subject, Meaning> all;
  private final NavigableSet<Subject> reached;

  private Meanings(NavigableMap<Subject, Meaning> all, NavigableSet<Subject> reached) {
    this.all = Collections.unmodifiableNavigableMap(all);
    this.reached = Collections.unmodifiableNavigableSet(reached);
  }

  public static Meanings of(Program program) {
    Texts texts = Texts.of(program);
    NavigableMap<Subject, Written> written = Writing.of(program, texts.reports());
    Map<Subject, Hash> own = new HashMap<>();
    Map<Subject, NavigableSet<Subject>> reads = new HashMap<>();
    written.forEach(
        (subject, w) -> {
          own.put(subject, Hash.of(OWN + w.form().text() + "\n"));
          reads.put(subject, w.reads());
        });
    Map<Subject, Hash> deep = DeepHashes.of(own, reads);
    NavigableMap<Subject, Meaning> all = new TreeMap<>();
    written.forEach(
        (subject, w) ->
            all.put(
                subject,
                new Meaning(
                    subject,
                    w.form(),
                    Objects.requireNonNull(own.get(subject)),
                    Objects.requireNonNull(deep.get(subject)),
                    w.reads(),
                    w.place())));
    return new Meanings(all, reached(texts.policies(), all));
  }

  /** Every definition of the program, what nothing reads in its libraries included. */
  public NavigableMap<Subject, Meaning> all() {
    return all;
  }

  public Optional<Meaning> of(Subject subject) {
    return Optional.ofNullable(all.get(subject));
  }

  /** What the policy itself defines, and everything that this reads: what its hash is over. */
  public NavigableSet<Subject> reached() {
    return reached;
  }

  /** The hash of the policy: over the own hashes and the names of what it defines and reads. */
  public Hash hash() {
    return hash(reached);
  }

  private Hash hash(SortedSet<Subject> subjects) {
    StringBuilder lines = new StringBuilder(POLICY);
    subjects.forEach(
        s ->
            lines
                .append(Objects.requireNonNull(all.get(s)).own())
                .append(' ')
                .append(s)
                .append('\n'));
    return Hash.of(lines.toString());
  }

  // ---- What counts

  /**
   * The definitions of the policy and of the policies that it refines; of libraries those that are
   * read. Waterfalls run whoever defines them.
   */
  private static NavigableSet<Subject> reached(
      Set<Source> policies, NavigableMap<Subject, Meaning> all) {
    NavigableSet<Subject> reached = new TreeSet<>();
    Deque<Subject> open = new ArrayDeque<>();
    all.forEach(
        (subject, meaning) -> {
          boolean runs =
              subject.kind() == Subject.Kind.WATERFALL || subject.kind() == Subject.Kind.REPORT;
          if (runs || policies.contains(meaning.place().source())) {
            open.add(subject);
          }
        });
    while (!open.isEmpty()) {
      Subject next = open.remove();
      if (reached.add(next)) {
        open.addAll(Objects.requireNonNull(all.get(next)).reads());
      }
    }
    return reached;
  }
}
