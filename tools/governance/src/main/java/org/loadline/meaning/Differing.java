package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which definitions that count mean something else in another program; in order of subjects. */
public record Differing(List<Of> all) {
  public Differing {
    all = List.copyOf(all);
  }

  /** A definition with what it was and what it is; it is the same text, reading other things. */
  public record Of(Subject subject, Sort sort, Optional<Meaning> before, Optional<Meaning> after) {}

  /** How a definition differs. */
  public enum Sort {
    ADDED,
    REMOVED,
    /** Its own form is another. */
    CHANGED,
    /** Its own form is the same, and something that it reads means something else. */
    REACHED
  }

  public static Differing of(Meanings before, Meanings after) {
    TreeSet<Subject> subjects = new TreeSet<>(before.reached());
    subjects.addAll(after.reached());
    List<Of> all = new ArrayList<>();
    for (Subject subject : subjects) {
      Optional<Meaning> old = before.of(subject).filter(m -> before.reached().contains(subject));
      Optional<Meaning> now = after.of(subject).filter(m -> after.reached().contains(subject));
      sort(old, now).ifPresent(sort -> all.add(new Of(subject, sort, old, now)));
    }
    return new Differing(all);
  }

  private static Optional<Sort> sort(Optional<Meaning> before, Optional<Meaning> after) {
    if (before.isEmpty()) {
      return Optional.of(Sort.ADDED);
    }
    if (after.isEmpty()) {
      return Optional.of(Sort.REMOVED);
    }
    if (!before.get().own().equals(after.get().own())) {
      return Optional.of(Sort.CHANGED);
    }
    return before.get().deep().equals(after.get().deep())
        ? Optional.empty()
        : Optional.of(Sort.REACHED);
  }
}
