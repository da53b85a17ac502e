package org.loadline.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.core.Output;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.meaning.Meaning;
import org.loadline.meaning.Subject;
import org.loadline.meaning.Subject.Kind;
import org.loadline.model.Field;

/** What the definitions of one program read, followed backwards. */
final class Reaching {
  private final Side side;
  private final Map<Subject, Set<Subject>> readers = new HashMap<>();

  Reaching(Side side) {
    this.side = side;
    for (Meaning meaning : side.meanings().all().values()) {
      if (isAnOrder(meaning.subject())) {
        continue;
      }
      for (Subject read : meaning.reads()) {
        readers.computeIfAbsent(read, r -> new TreeSet<>()).add(meaning.subject());
      }
    }
  }

  /** What stands in an order reads nothing of what stands beside it. */
  private static boolean isAnOrder(Subject subject) {
    return subject.name().indexOf(' ') >= 0
        && (subject.kind() == Kind.REPORT || subject.kind() == Kind.WATERFALL);
  }

  Reach of(Subject subject, Edit edit) {
    Set<Subject> direct = direct(subject, edit);
    Set<Subject> all = new TreeSet<>();
    Deque<Subject> open = new ArrayDeque<>(direct);
    if (!isPart(edit)) {
      open.add(subject);
    }
    while (!open.isEmpty()) {
      Subject next = open.remove();
      if (all.add(next)) {
        open.addAll(readers.getOrDefault(next, Set.of()));
      }
    }
    boolean runs = subject.kind() == Kind.WATERFALL;
    List<Output> outputs =
        side.program().outputs().stream().filter(o -> all.contains(side.subjects().of(o))).toList();
    // Each runs on what the one before left.
    List<WaterfallRef> waterfalls =
        side.program().waterfalls().stream()
            .map(Waterfall::ref)
            .dropWhile(
                w -> {
                  Subject named = side.subjects().of(w);
                  return !all.contains(named)
                      && !(runs && (isAnOrder(subject) || named.equals(subject)));
                })
            .toList();
    return new Reach(
        direct.stream().filter(r -> !r.equals(subject) && r.kind() != Kind.REPORT).toList(),
        outputs,
        waterfalls);
  }

  /** Whether only what mentions a part of the definition can be altered. */
  private static boolean isPart(Edit edit) {
    return edit instanceof Edit.FieldAdded
        || edit instanceof Edit.FieldRemoved
        || edit instanceof Edit.FieldChanged
        || edit instanceof Edit.ColumnAdded
        || edit instanceof Edit.ColumnRemoved
        || edit instanceof Edit.ColumnType
        || edit instanceof Edit.Cell
        || isSilent(edit);
  }

  /** What changes no result of any run. */
  private static boolean isSilent(Edit edit) {
    return edit instanceof Edit.ColumnLimits
        || edit instanceof Edit.ParamLimits
        || edit instanceof Edit.Role
        || edit instanceof Edit.Order;
  }

  private Set<Subject> direct(Subject subject, Edit edit) {
    Set<Subject> all = readers.getOrDefault(subject, Set.of());
    return switch (edit) {
      case Edit.FieldAdded e -> mentioning(all, subject, e.field());
      case Edit.FieldRemoved e -> mentioning(all, subject, e.field());
      case Edit.FieldChanged e ->
          subject.kind() == Kind.ENTITY ? mentioning(all, subject, e.after()) : all;
      case Edit.Cell e -> column(all, subject, e.column());
      case Edit.ColumnAdded e -> column(all, subject, e.column());
      case Edit.ColumnRemoved e -> column(all, subject, e.column());
      case Edit.ColumnType e -> column(all, subject, e.column());
      case Edit other -> isSilent(other) ? Set.of() : all;
    };
  }

  private Set<Subject> mentioning(Set<Subject> readers, Subject entity, Field field) {
    return mentioning(readers, entity.name() + "." + field.name());
  }

  private Set<Subject> mentioning(Set<Subject> readers, String name) {
    Set<Subject> mentioning = new TreeSet<>();
    for (Subject reader : readers) {
      if (FormParts.mentions(side.form(reader), name)) {
        mentioning.add(reader);
      }
    }
    return mentioning;
  }

  /** Those that read a column; all of them if rows are found by it, or if it is one of a grid. */
  private Set<Subject> column(Set<Subject> readers, Subject table, String column) {
    boolean value =
        Sheet.of(side, table.name())
            .flatMap(sheet -> sheet.column(column))
            .filter(c -> !c.key())
            .flatMap(c -> c.field().filter(f -> f.name().equals(c.name())))
            .isPresent();
    return value ? mentioning(readers, table.name() + "." + column) : readers;
  }
}
