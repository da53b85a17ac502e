package org.loadline.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subject.Kind;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;

/** Finds what differs: which definitions, and of each of them which part. */
final class Comparison {
  private final Side before;
  private final Side after;
  private final List<Draft> drafts = new ArrayList<>();

  private Comparison(Program before, Program after) {
    this.before = Side.of(before);
    this.after = Side.of(after);
  }

  static Difference of(Program before, Program after, Directions directions) {
    Comparison comparison = new Comparison(before, after);
    comparison.compare();
    comparison.units();
    return comparison.difference(directions);
  }

  private void compare() {
    Set<Subject> old = before.meanings().reached();
    Set<Subject> now = after.meanings().reached();
    Set<Subject> gone = new TreeSet<>(old);
    gone.removeIf(s -> after.meanings().of(s).isPresent());
    Set<Subject> added = new TreeSet<>(now);
    added.removeIf(s -> before.meanings().of(s).isPresent());
    Renames renames = Renames.between(before.meanings(), after.meanings(), gone, added);
    for (Subject subject : old) {
      Subject named = renames.now(subject);
      if (after.meanings().of(named).isEmpty()) {
        drafts.add(
            new Draft(subject, new Edit.Removed(), before.wording(subject), Optional.empty()));
      } else if (subject.equals(named)) {
        pair(subject, renames, now);
      }
    }
    renames
        .all()
        .forEach(
            (from, to) ->
                drafts.add(
                    new Draft(
                        to, new Edit.Renamed(from), before.wording(from), after.wording(to))));
    Set<Subject> renamed = new TreeSet<>(renames.all().values());
    old.stream().map(renames::now).forEach(renamed::add);
    for (Subject subject : now) {
      if (before.meanings().of(subject).isEmpty() && !renamed.contains(subject)) {
        drafts.add(new Draft(subject, new Edit.Added(), Optional.empty(), after.wording(subject)));
      } else if (!old.contains(subject) && !renamed.contains(subject)) {
        pair(subject, renames, now);
      }
    }
  }

  /** What a unit belongs to is part of every type that it is in, and no meaning of its own. */
  private void units() {
    List<Draft> units = new ArrayList<>();
    for (Declaration.Unit unit : after.text().units()) {
      before
          .text()
          .unit(unit.name().text())
          .filter(u -> !owner(u).equals(owner(unit)))
          .ifPresent(
              u ->
                  units.add(
                      new Draft(
                          new Subject(Kind.UNIT, unit.name().text()),
                          new Edit.UnitOwner(owner(u), owner(unit)),
                          Optional.of(new Wording(u.span())),
                          Optional.of(new Wording(unit.span())))));
    }
    boolean counts = drafts.stream().anyMatch(Comparison::isAsWritten);
    if (counts && !units.isEmpty()) {
      drafts.removeIf(Comparison::isAsWritten);
      drafts.addAll(units);
    }
  }

  private static Optional<String> owner(Declaration.Unit unit) {
    return unit.owner().map(o -> o.text());
  }

  /** A definition that is in both. */
  private void pair(Subject subject, Renames renames, Set<Subject> now) {
    boolean same = renames.renamed(before.form(subject)).equals(renames.asIs(after.form(subject)));
    if (!same) {
      List<Draft> parts = parts(subject, renames);
      drafts.addAll(parts);
    }
  }

  private List<Draft> parts(Subject subject, Renames renames) {
    List<Draft> parts =
        switch (subject.kind()) {
          case PARAM -> ParamEdits.of(subject, before, after);
          case TABLE -> TableEdits.of(subject, before, after);
          case ENTITY -> EntityEdits.of(subject, before, after);
          case SYSTEM_INPUT -> input(subject);
          case CHOICE -> choice(subject);
          case ASSUMPTION -> EntityEdits.assumed(subject, "", before, after);
          case WATERFALL -> waterfall(subject, renames);
          case REPORT -> report(subject, renames);
          case UNIT,
              GROUP,
              FACT,
              FUNCTION,
              STATE,
              ACTION,
              PROPERTY,
              TEST,
              EXAMPLES,
              CASES,
              ENVELOPE ->
              List.of();
        };
    return parts.isEmpty() && !isAnOrder(subject)
        ? List.of(
            new Draft(
                subject, new Edit.Rewritten(), before.wording(subject), after.wording(subject)))
        : parts;
  }

  private List<Draft> input(Subject subject) {
    return List.of(
        new Draft(
            subject,
            new Edit.FieldChanged(before.input(subject.name()), after.input(subject.name())),
            before.wording(subject),
            after.wording(subject)));
  }

  private List<Draft> choice(Subject subject) {
    return List.of(
        new Draft(
            subject,
            new Edit.Members(members(before, subject), members(after, subject)),
            before.wording(subject),
            after.wording(subject)));
  }

  private static List<String> members(Side side, Subject choice) {
    return side.program().choices().stream()
        .filter(c -> c.ref().name().equals(choice.name()))
        .findFirst()
        .orElseThrow()
        .members();
  }

  // ---- What stands in an order

  private static boolean isAnOrder(Subject subject) {
    return subject.name().indexOf(' ') >= 0
        && (subject.kind() == Kind.WATERFALL || subject.kind() == Kind.REPORT);
  }

  private List<Draft> waterfall(Subject subject, Renames renames) {
    return isAnOrder(subject)
        ? order(
            subject,
            before.program().waterfalls().stream().map(w -> w.name()).toList(),
            after.program().waterfalls().stream().map(w -> w.name()).toList())
        : WaterfallEdits.of(subject, before, after);
  }

  private List<Draft> report(Subject subject, Renames renames) {
    if (isAnOrder(subject)) {
      return order(
          subject,
          before.program().outputs().stream()
              .map(o -> renames.now(new Subject(Kind.REPORT, o.name())).name())
              .toList(),
          after.program().outputs().stream().map(Output::name).toList());
    }
    Output old = output(before, subject);
    Output now = output(after, subject);
    List<Draft> drafts = new ArrayList<>();
    if (!old.role().equals(now.role())) {
      drafts.add(
          new Draft(
              subject,
              new Edit.Role(old.role(), now.role()),
              before.wording(subject),
              after.wording(subject)));
    }
    String was = TypeName.of(old.type());
    String is = TypeName.of(now.type());
    if (!was.equals(is)) {
      drafts.add(
          new Draft(
              subject,
              new Edit.ReportedAs(was, is),
              before.wording(subject),
              after.wording(subject)));
    }
    return drafts;
  }

  private static Output output(Side side, Subject report) {
    return side.program().outputs().stream()
        .filter(o -> o.name().equals(report.name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Draft> order(Subject subject, List<String> before, List<String> after) {
    List<String> was = before.stream().filter(after::contains).toList();
    List<String> is = after.stream().filter(before::contains).toList();
    return was.equals(is)
        ? List.of()
        : List.of(new Draft(subject, new Edit.Order(was, is), Optional.empty(), Optional.empty()));
  }

  // ---- In the order of reading

  private Difference difference(Directions directions) {
    Reaching was = new Reaching(before);
    Reaching is = new Reaching(after);
    List<Change> changes = new ArrayList<>();
    for (Draft draft : made().stream().sorted(reading()).toList()) {
      boolean gone = draft.edit() instanceof Edit.Removed || isGonePart(draft.edit());
      changes.add(
          new Change(
              "c" + (changes.size() + 1),
              draft.subject(),
              draft.edit(),
              draft.before(),
              draft.after(),
              (gone ? was : is).of(draft.subject(), draft.edit()),
              List.of()));
    }
    Difference bare = new Difference(before.program(), after.program(), changes);
    return new Difference(
        before.program(),
        after.program(),
        changes.stream().map(c -> c.with(effects(directions, bare, c))).toList());
  }

  /** A name moves no number. */
  private static List<Effect> effects(Directions directions, Difference bare, Change change) {
    if (!(change.edit() instanceof Edit.Renamed)) {
      return directions.of(bare, change);
    }
    return change.reach().outputs().stream()
        .filter(o -> o.role().isPresent())
        .map(o -> new Effect(o, Direction.NEUTRAL, "only the name is another"))
        .toList();
  }

  /**
   * Those that were made where they stand: what is written as it was means something else only
   * because of what it reads.
   */
  private List<Draft> made() {
    Set<Subject> changed = new TreeSet<>();
    drafts.stream().filter(d -> !isAsWritten(d)).forEach(d -> changed.add(d.subject()));
    return drafts.stream()
        .filter(d -> !isAsWritten(d) || reads(d.subject()).stream().noneMatch(changed::contains))
        .toList();
  }

  private Set<Subject> reads(Subject subject) {
    return after.meanings().of(subject).orElseThrow().reads();
  }

  private static boolean isAsWritten(Draft draft) {
    boolean whole =
        draft.edit() instanceof Edit.Rewritten || draft.edit() instanceof Edit.FieldChanged;
    return whole
        && draft.before().isPresent()
        && draft.after().isPresent()
        && Words.of(draft.before().get().span()).equals(Words.of(draft.after().get().span()));
  }

  private static boolean isGonePart(Edit edit) {
    return edit instanceof Edit.FieldRemoved || edit instanceof Edit.ColumnRemoved;
  }

  /** By section, then as the new text has it; what is gone stands last, as the old text has it. */
  private Comparator<Draft> reading() {
    return Comparator.comparing((Draft d) -> Section.of(d.subject()))
        .thenComparing(d -> isWhollyGone(d) ? 1 : 0)
        .thenComparingInt(d -> source(d))
        .thenComparingInt(d -> start(d));
  }

  private static boolean isWhollyGone(Draft draft) {
    return draft.edit() instanceof Edit.Removed;
  }

  private int source(Draft draft) {
    Side side = isWhollyGone(draft) ? before : after;
    List<Source> sources = side.program().sources();
    return side.wording(draft.subject())
        .map(w -> sources.indexOf(w.span().source()))
        .orElse(sources.size());
  }

  private int start(Draft draft) {
    Side side = isWhollyGone(draft) ? before : after;
    return side.wording(draft.subject()).map(w -> w.span().start()).orElse(0);
  }
}
