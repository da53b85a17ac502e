package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.core.Program;

/** Definitions as a tree of lines: name, type, and where or what it is; formulas stand under. */
public final class DefinitionTree {
  private static final int WIDEST = 52;

  private final Program program;
  private final Ink ink;
  private final List<Line> lines = new ArrayList<>();
  private boolean cut;

  private record Line(String lead, String name, String type, String note) {}

  public DefinitionTree(Program program, Ink ink) {
    this.program = program;
    this.ink = ink;
  }

  /** The lines of one definition. */
  public List<String> lines(Definition definition) {
    lines.clear();
    add(definition, "", "");
    int name = widest(lines.stream().map(line -> line.lead() + line.name()));
    int type = widest(lines.stream().map(Line::type));
    return lines.stream().map(line -> text(line, name, type)).toList();
  }

  /** Whether a tree so far left out what a fact reads, because of the limit. */
  public boolean isCut() {
    return cut;
  }

  private void add(Definition at, String lead, String below) {
    cut |= at.omitted() > 0;
    String place =
        at.kind() != Definition.Kind.FACT
            ? ""
            : at.place().source() == program.sources().getFirst()
                ? "line " + at.place().line()
                : Glyphs.line(at.place().source().name()) + ":" + at.place().line();
    String note =
        Stream.of(place, at.note(), at.repeated() ? "told above" : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    lines.add(new Line(lead, at.name(), at.type(), note));
    if (!at.formula().isEmpty()) {
      String formula = below + (at.parts().isEmpty() ? "   " : "│  ");
      lines.add(new Line(formula + Glyphs.line(at.formula(), 300), "", "", ""));
    }
    for (int i = 0; i < at.parts().size(); i++) {
      boolean last = i == at.parts().size() - 1;
      add(at.parts().get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  private static int widest(Stream<String> texts) {
    return texts.mapToInt(Glyphs::width).filter(width -> width <= WIDEST).max().orElse(0);
  }

  private String text(Line line, int name, int type) {
    if (line.name().isEmpty()) {
      return ink.faint(line.lead());
    }
    String start = ink.faint(line.lead()) + ink.strong(line.name());
    String gap = " ".repeat(Math.max(0, name - Glyphs.width(line.lead() + line.name())));
    String rest = " ".repeat(Math.max(0, type - Glyphs.width(line.type())));
    return (start + gap + "  " + line.type() + rest + "  " + ink.faint(line.note()))
        .stripTrailing();
  }
}
