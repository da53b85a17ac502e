package org.loadline.mandate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.diff.Move;
import org.loadline.diff.Wording;
import org.loadline.meaning.Subject;
import org.loadline.model.Permission;

/** Holds every change between two policies against what an envelope lets change. */
final class PermittedChanges {
  private final Mandated after;
  private final Difference difference;
  private final History history;
  private final Map<String, Permission> permitted = new LinkedHashMap<>();

  PermittedChanges(Mandated after, Difference difference, History history) {
    this.after = after;
    this.difference = difference;
    this.history = history;
    after.envelope().permitted().forEach(p -> permitted.put(p.name(), p));
  }

  List<Clause> clauses() {
    List<Governed> governed = new ArrayList<>();
    List<Clause> unnamed = new ArrayList<>();
    for (Change change : difference.changes()) {
      Optional<Governed> one =
          Governed.of(change, difference.before()).filter(g -> permitted.containsKey(g.rule()));
      one.ifPresent(governed::add);
      if (one.isEmpty() && !isFree(change)) {
        unnamed.add(unnamed(change));
      }
    }
    List<Clause> clauses = new ArrayList<>(permissions(governed));
    clauses.addAll(limits(governed));
    clauses.addAll(
        unnamed.isEmpty()
            ? List.of(
                new Clause(
                    Clause.Kind.UNNAMED,
                    "nothing else may change",
                    Clause.Finding.INSIDE,
                    "nothing else does"))
            : unnamed);
    return clauses;
  }

  /** Tests, examples and published cases say what a policy does, and change nothing of it. */
  private static boolean isFree(Change change) {
    return switch (change.subject().kind()) {
      case TEST, EXAMPLES, CASES -> true;
      default -> false;
    };
  }

  private static Clause unnamed(Change change) {
    String before = change.before().map(Wording::line).orElse("");
    String now = change.after().map(Wording::line).orElse("");
    String says =
        before.isEmpty()
            ? "added: " + now
            : now.isEmpty() ? "removed: " + before : before + " → " + now;
    return new Clause(
        Clause.Kind.UNNAMED,
        "`" + part(change) + "` is not named, so it may not change",
        Clause.Finding.OUTSIDE,
        says);
  }

  private static String part(Change change) {
    Subject subject = change.subject();
    return switch (change.edit()) {
      case Edit.Cell cell -> subject.name() + "." + cell.column() + "[" + cell.row().name() + "]";
      case Edit.ParamValue edit -> subject.name();
      case Edit.ParamLimits edit -> "the limits of " + subject;
      case Edit.ColumnLimits edit -> "the limits of " + subject.name() + "." + edit.column();
      default -> subject.toString();
    };
  }

  // ---- What is permitted

  private List<Clause> permissions(List<Governed> governed) {
    List<Guarded> alone = governed.stream().map(this::guarded).toList();
    List<Governed.Linked> links = new ArrayList<>();
    permitted
        .values()
        .forEach(
            p -> p.change().together().forEach(o -> links.add(new Governed.Linked(p.name(), o))));
    List<Guarded> held = new Groups(links, governed, alone).held();
    List<Clause> clauses = new ArrayList<>();
    for (Permission permission : permitted.values()) {
      String text = Lines.of(permission.span());
      List<Clause> own = new ArrayList<>();
      for (int i = 0; i < governed.size(); i++) {
        if (governed.get(i).rule().equals(permission.name())) {
          own.add(clause(Clause.Kind.PERMISSION, text, held.get(i)));
        }
      }
      clauses.addAll(
          own.isEmpty()
              ? List.of(
                  new Clause(
                      Clause.Kind.PERMISSION, text, Clause.Finding.INSIDE, "it does not change"))
              : own);
    }
    return clauses;
  }

  private Guarded guarded(Governed one) {
    Permission permission = java.util.Objects.requireNonNull(permitted.get(one.rule()));
    return Guards.alone(
        new Governed(
            one.change(),
            one.rule(),
            one.row(),
            one.move()
                .map(
                    m ->
                        new Move(
                            m.type(),
                            m.from(),
                            m.to(),
                            permission.within(),
                            m.withinAfter(),
                            permission.change()))),
        history);
  }

  /** What the policy itself allows, which an envelope does not lift. */
  private List<Clause> limits(List<Governed> governed) {
    List<Clause> clauses = new ArrayList<>();
    for (Guarded one : Guards.of(difference, history).changes()) {
      boolean named = governed.stream().anyMatch(g -> g.change().id().equals(one.change().id()));
      if (named && one.isLimited()) {
        String limits = String.join(", ", one.reasons().stream().map(Reason::limit).toList());
        clauses.add(
            clause(
                Clause.Kind.LIMIT,
                "the policy's own limits of " + one.name() + ": " + limits,
                one));
      }
    }
    return clauses;
  }

  private static Clause clause(Clause.Kind kind, String text, Guarded one) {
    Clause.Finding finding =
        one.verdict() != Verdict.ALLOWED
            ? Clause.Finding.OUTSIDE
            : one.isChecked() ? Clause.Finding.INSIDE : Clause.Finding.UNCHECKED;
    String why =
        one.reasons().stream()
            .filter(r -> r.finding() != Reason.Finding.KEPT)
            .map(Reason::toString)
            .reduce((a, b) -> a + "; " + b)
            .map(s -> ": " + s)
            .orElse("");
    return new Clause(
        kind,
        text,
        finding,
        "`" + one.name() + "` " + one.wasText() + " → " + one.askedText() + why);
  }
}
