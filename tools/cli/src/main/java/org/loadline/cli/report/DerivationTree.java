package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.data.ValueText;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.reference.Derivation;
import org.loadline.source.Span;

/**
 * A derivation as a tree of lines: what, its value, and what decided or where it is written, each
 * in a column of its own; the formula of a fact stands under it.
 *
 * <p>Shorter than the derivation itself: what only repeats the line above is folded into it.
 */
public final class DerivationTree {
  private static final int WIDEST = 52;

  private final Ink ink;
  private final Program program;
  private final Snapshot snapshot;
  private final List<Line> lines = new ArrayList<>();
  private boolean cut;

  public DerivationTree(Program program, Snapshot snapshot, Ink ink) {
    this.ink = ink;
    this.program = program;
    this.snapshot = snapshot;
  }

  private record Line(String lead, String label, String value, String note, boolean fault) {
    int width() {
      return Glyphs.width(lead + label);
    }
  }

  /** A derivation with what folds into it worked in. */
  private record Node(
      String label, Derivation of, String formula, List<String> notes, List<Derivation> parts) {}

  /** The lines of one derivation. */
  public List<String> lines(Derivation derivation) {
    lines.clear();
    Node root = node(derivation, Optional.empty());
    add(root, "", "", derivation.row());
    return aligned();
  }

  /** Whether a tree so far left out how a fact came to be, because of the limit. */
  public boolean isCut() {
    return cut;
  }

  private void add(Node node, String lead, String below, Optional<RowAt> row) {
    Derivation of = node.of();
    String note = node.notes().stream().filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
    String value = (of.isFault() ? "✗ " : "= ") + Glyphs.line(of.shown(), 300);
    lines.add(new Line(lead, Glyphs.line(node.label(), 120), value, note, of.isFault()));
    List<Node> parts =
        new LinkedHashSet<>(node.parts()).stream().map(part -> node(part, row)).toList();
    cut |= isCut(of);
    int more = isCut(of) ? 0 : of.omitted();
    boolean goesOn = !parts.isEmpty() || more > 0;
    if (!node.formula().isEmpty() && !node.formula().equals(node.label())) {
      String formula = below + (goesOn ? "│  " : "   ") + Glyphs.line(node.formula(), 300);
      lines.add(new Line(formula, "", "", "", false));
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1 && more == 0;
      Derivation part = parts.get(i).of();
      Optional<RowAt> rowOfPart =
          part.kind() == Derivation.Kind.LOOKUP
              ? row
              : part.row().or(() -> rowWithin(part)).or(() -> row);
      add(parts.get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), rowOfPart);
    }
    if (more > 0) {
      lines.add(new Line(below + "└─ … " + more + " more", "", "", "", false));
    }
  }

  /**
   * Whether how a fact came to be is left out altogether. One whose formula is an aggregate tells
   * of its rows itself, and leaves out no more than some of them.
   */
  private static boolean isCut(Derivation of) {
    boolean fact = of.kind() == Derivation.Kind.FACT || of.kind() == Derivation.Kind.CONTRIBUTION;
    return fact && of.omitted() > 0 && of.parts().isEmpty();
  }

  private static Optional<RowAt> rowWithin(Derivation part) {
    return part.kind() == Derivation.Kind.CONTRIBUTION
        ? part.parts().stream().flatMap(p -> p.row().stream()).findFirst()
        : Optional.empty();
  }

  private Node node(Derivation of, Optional<RowAt> enclosing) {
    return switch (of.kind()) {
      case CONTRIBUTION -> contribution(of);
      case LOOKUP -> plain(of, of.row().map(this::cells).orElse(of.note()));
      case FACT, FORMULA -> fact(of, enclosing);
      case INPUT,
          SYSTEM,
          PARAM,
          VARIABLE,
          KEYED_ROW,
          DECISION,
          ELSE,
          AGGREGATE,
          PICK,
          GIVEN,
          SEARCH,
          FOLD ->
          plain(of, of.note());
    };
  }

  private static Node plain(Derivation of, String note) {
    return new Node(of.label(), of, of.formula(), List.of(note), of.parts());
  }

  /** A fact whose formula is one decision or answer says what decided on its own line. */
  private Node fact(Derivation of, Optional<RowAt> enclosing) {
    String row = of.row().equals(enclosing) ? withoutRow(of) : of.note();
    if (of.parts().size() == 1 && of.parts().getFirst().label().equals(of.formula())) {
      Derivation only = of.parts().getFirst();
      List<String> notes = new ArrayList<>(List.of(row, place(of.place())));
      notes.addAll(node(only, enclosing).notes());
      return new Node(of.label(), of, of.formula(), notes, only.parts());
    }
    return new Node(of.label(), of, of.formula(), List.of(row, place(of.place())), of.parts());
  }

  private String withoutRow(Derivation of) {
    String row = of.row().map(this::name).orElse("");
    boolean named = !row.isEmpty() && of.note().startsWith(row);
    return named ? of.note().substring(row.length()).replaceFirst("^, ", "") : of.note();
  }

  /** What a row gives, with the fact that gives it where that is all. */
  private Node contribution(Derivation of) {
    Optional<RowAt> from = of.row().or(() -> rowWithin(of));
    String label =
        from.map(this::name).filter(n -> n.endsWith(" " + of.label())).orElse(of.label());
    boolean single = of.parts().size() == 1 && of.parts().getFirst().outcome().equals(of.outcome());
    if (!single) {
      return new Node(label, of, of.formula(), List.of(of.note()), of.parts());
    }
    Derivation only = of.parts().getFirst();
    cut |= isCut(only);
    Node inner = node(only, from);
    return new Node(label, of, inner.formula(), inner.notes(), inner.parts());
  }

  private String name(RowAt row) {
    return row.entity().name() + " " + snapshot.identity(row.entity(), row.row());
  }

  /** The row that a lookup found, with its cells. */
  private String cells(RowAt row) {
    Entity entity = program.entity(row.entity());
    List<Field> known = entity.identity();
    Stream<String> identity =
        known.isEmpty() || entity.allowsTwins()
            ? Stream.empty()
            : Stream.of(snapshot.identity(row.entity(), row.row()));
    Stream<String> cells =
        entity.fields().stream()
            .filter(field -> !known.contains(field) && field.family().isEmpty())
            .flatMap(field -> cell(field, row).stream());
    return "row: " + Stream.concat(identity, cells).collect(Collectors.joining(", "));
  }

  private Optional<String> cell(Field field, RowAt row) {
    Column column = snapshot.column(row.entity(), field.index(), 0);
    return column.marks().isAbsent(row.row())
        ? Optional.empty()
        : Optional.of(
            field.name()
                + " = "
                + ValueText.withUnit(field.type(), column.value(row.row()), program, snapshot));
  }

  /** A line of the policy by its number, of a library with its name. */
  private String place(Span span) {
    return span.source() == program.sources().getFirst()
        ? "line " + span.line()
        : Glyphs.line(span.source().name()) + ":" + span.line();
  }

  private List<String> aligned() {
    int left =
        lines.stream()
            .filter(line -> !line.value().isEmpty())
            .mapToInt(Line::width)
            .filter(width -> width <= WIDEST)
            .max()
            .orElse(0);
    int value =
        lines.stream()
            .filter(line -> !line.note().isEmpty())
            .mapToInt(line -> Glyphs.width(line.value()))
            .filter(width -> width <= WIDEST)
            .max()
            .orElse(0);
    return lines.stream().map(line -> text(line, left, value)).toList();
  }

  private String text(Line line, int left, int value) {
    if (line.value().isEmpty()) {
      return ink.faint(line.lead());
    }
    String blanks = " ".repeat(Math.max(0, left - line.width()));
    String shown = line.fault() ? ink.data(line.value()) : ink.strong(line.value());
    String start = ink.faint(line.lead()) + line.label() + blanks + "  " + shown;
    if (line.note().isEmpty()) {
      return start;
    }
    String gap = " ".repeat(Math.max(0, value - Glyphs.width(line.value())));
    return start + gap + "  " + ink.faint(line.note());
  }
}
