package org.loadline.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loadline.meaning.Form;
import org.loadline.meaning.Meanings;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subject.Kind;

/**
 * Definitions that stand under another name: what is only in the old program and what is only in
 * the new, of one form, read in the same places.
 */
final class Renames {
  private static final Set<Kind> NAMED =
      Set.of(
          Kind.PARAM,
          Kind.TABLE,
          Kind.FACT,
          Kind.FUNCTION,
          Kind.STATE,
          Kind.ACTION,
          Kind.PROPERTY,
          Kind.TEST);

  /** The words before a name that make it the name of such a thing; of tables whatever is none. */
  private static final Map<Kind, Set<String>> HEADS =
      Map.of(
          Kind.PARAM, Set.of("param", "set-param", "together"),
          Kind.FACT, Set.of("fact", "report", "expected", "facts", "order"),
          Kind.FUNCTION, Set.of("fact", "function"),
          Kind.STATE, Set.of("fact", "state", "report", "expected", "facts", "order"),
          Kind.ACTION, Set.of("do", "action"),
          Kind.PROPERTY, Set.of("property"),
          Kind.TEST, Set.of("test"));

  private static final Set<String> NO_TABLE = Set.of("text", "members", "choice", "fact", "param");

  /** Lists of forms in the order of their texts, which names decide. */
  private static final Set<String> UNORDERED =
      Set.of(
          "together", "limits", "assume", "row", "system", "params", "fields", "cells", "example");

  private final Map<Subject, Subject> newNames = new TreeMap<>();
  private final Meanings before;
  private final Meanings after;
  private final Set<Subject> gone;
  private final Set<Subject> added;

  private Renames(Meanings before, Meanings after, Set<Subject> gone, Set<Subject> added) {
    this.before = before;
    this.after = after;
    this.gone = gone;
    this.added = added;
  }

  /** From old subjects to new ones. */
  static Renames between(Meanings before, Meanings after, Set<Subject> gone, Set<Subject> added) {
    Renames renames = new Renames(before, after, gone, added);
    while (renames.findMore()) {}
    return renames;
  }

  /** What an old definition is called now. */
  Subject now(Subject old) {
    Subject renamed = newNames.get(old);
    if (renamed != null) {
      return renamed;
    }
    return old.kind() == Kind.REPORT
        ? newNames.entrySet().stream()
            .filter(e -> e.getKey().name().equals(old.name()) && isReported(e.getKey()))
            .map(e -> new Subject(Kind.REPORT, e.getValue().name()))
            .findFirst()
            .orElse(old)
        : old;
  }

  Map<Subject, Subject> all() {
    return newNames;
  }

  private static boolean isReported(Subject subject) {
    return subject.kind() == Kind.FACT || subject.kind() == Kind.STATE;
  }

  private boolean findMore() {
    Map<Subject, List<Subject>> candidates = new TreeMap<>();
    for (Subject old : gone) {
      if (NAMED.contains(old.kind()) && !newNames.containsKey(old)) {
        candidates.put(old, candidates(old));
      }
    }
    boolean found = false;
    for (Map.Entry<Subject, List<Subject>> entry : candidates.entrySet()) {
      List<Subject> rivals =
          entry.getValue().stream().filter(s -> !newNames.containsValue(s)).toList();
      boolean wanted =
          rivals.size() == 1
              && candidates.values().stream().filter(c -> c.contains(rivals.getFirst())).count()
                  == 1;
      if (wanted) {
        newNames.put(entry.getKey(), rivals.getFirst());
        found = true;
      }
    }
    return found;
  }

  private List<Subject> candidates(Subject old) {
    List<Subject> candidates = new ArrayList<>();
    for (Subject now : added) {
      if (now.kind() == old.kind()
          && owner(now).equals(owner(old))
          && isRead(old, now)
          && renamed(old, now).equals(arranged(form(after, now)))) {
        candidates.add(now);
      }
    }
    return candidates;
  }

  /** The entity of a fact: facts of two entities are not one fact. Of a function it is free. */
  private static String owner(Subject subject) {
    int dot = subject.name().indexOf('.');
    boolean owned = subject.kind() == Kind.FACT || subject.kind() == Kind.STATE;
    return dot < 0 || !owned ? "" : subject.name().substring(0, dot);
  }

  /**
   * Whether some reader of the old reads the new instead, or may be renamed itself, or neither has
   * any.
   */
  private boolean isRead(Subject old, Subject now) {
    Set<Subject> was =
        readers(before, old).stream()
            .map(r -> r.equals(report(old)) ? report(now) : now(r))
            .collect(Collectors.toSet());
    Set<Subject> is = readers(after, now);
    return (was.isEmpty() && is.isEmpty())
        || was.stream().anyMatch(is::contains)
        || was.stream()
            .filter(gone::contains)
            .anyMatch(r -> is.stream().anyMatch(s -> added.contains(s) && s.kind() == r.kind()));
  }

  private static Subject report(Subject of) {
    return new Subject(Kind.REPORT, of.name());
  }

  private static Set<Subject> readers(Meanings meanings, Subject read) {
    return meanings.all().values().stream()
        .filter(m -> m.reads().contains(read) && !m.subject().equals(read))
        .map(m -> m.subject())
        .collect(Collectors.toSet());
  }

  private static Form form(Meanings meanings, Subject subject) {
    return meanings.of(subject).orElseThrow().form();
  }

  private Form renamed(Subject old, Subject now) {
    Map<Subject, Subject> names = new HashMap<>(newNames);
    names.put(old, now);
    return arranged(renamed(form(before, old), names));
  }

  /** The old form of a definition in new names. */
  Form renamed(Form form) {
    return newNames.isEmpty() ? form : arranged(renamed(form, newNames));
  }

  /** The new form, to be compared with {@link #renamed(Form)}. */
  Form asIs(Form form) {
    return newNames.isEmpty() ? form : arranged(form);
  }

  private static Form renamed(Form form, Map<Subject, Subject> names) {
    return switch (form) {
      case Form.Word w -> w;
      case Form.Quoted q -> q;
      case Form.Node(List<Form> parts) -> {
        String head = parts.getFirst() instanceof Form.Word(String word) ? word : "";
        yield new Form.Node(
            parts.stream()
                .map(
                    p ->
                        p instanceof Form.Quoted(String text)
                            ? Form.quoted(name(text, head, names))
                            : renamed(p, names))
                .toList());
      }
    };
  }

  private static String name(String text, String head, Map<Subject, Subject> names) {
    for (Map.Entry<Subject, Subject> entry : names.entrySet()) {
      Subject old = entry.getKey();
      Optional<Set<String>> heads = Optional.ofNullable(HEADS.get(old.kind()));
      boolean meant = heads.map(h -> h.contains(head)).orElse(!NO_TABLE.contains(head));
      if (meant && text.equals(old.name())) {
        return entry.getValue().name();
      }
      if (meant && old.kind() == Kind.TABLE && text.startsWith(old.name() + ".")) {
        return entry.getValue().name() + text.substring(old.name().length());
      }
    }
    return text;
  }

  private static Form arranged(Form form) {
    if (!(form instanceof Form.Node(List<Form> parts))) {
      return form;
    }
    List<Form> arranged = new ArrayList<>(parts.stream().map(Renames::arranged).toList());
    boolean unordered =
        arranged.getFirst() instanceof Form.Word(String word) && UNORDERED.contains(word);
    if (unordered) {
      arranged.subList(1, arranged.size()).sort(Comparator.comparing(Form::text));
    }
    return new Form.Node(arranged);
  }
}
