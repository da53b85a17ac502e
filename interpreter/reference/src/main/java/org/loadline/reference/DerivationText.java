package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A derivation as a tree of lines: what, its value, and what decided, each in its own column.
 *
 * <p>The formula of a fact stands under it. Lines are separated by a newline; the last ends with
 * one.
 */
public final class DerivationText {
  private static final int WIDEST = 56;

  private final List<Line> lines = new ArrayList<>();

  private record Line(String left, String value, String note) {}

  private DerivationText() {}

  public static String of(Derivation derivation) {
    DerivationText text = new DerivationText();
    text.add(derivation, "", "");
    return text.aligned();
  }

  private void add(Derivation at, String lead, String below) {
    String value = (at.isFault() ? "✗ " : "= ") + at.shown();
    boolean named =
        at.kind() == Derivation.Kind.FORMULA
            || (!at.formula().isEmpty() && at.row().isPresent())
            || at.kind() == Derivation.Kind.FACT;
    String place = named ? at.place().place() : "";
    String note =
        at.note().isEmpty() || place.isEmpty() ? at.note() + place : at.note() + ", " + place;
    lines.add(new Line(lead + at.label(), value, note));
    boolean more = !at.parts().isEmpty() || at.omitted() > 0;
    if (!at.formula().isEmpty() && !at.formula().equals(at.label())) {
      lines.add(new Line(below + (more ? "│  " : "   ") + at.formula(), "", ""));
    }
    for (int i = 0; i < at.parts().size(); i++) {
      boolean last = i == at.parts().size() - 1 && at.omitted() == 0;
      add(at.parts().get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
    if (at.omitted() > 0) {
      String what = at.parts().isEmpty() ? "not told" : at.omitted() + " more";
      lines.add(new Line(below + "└─ … " + what, "", ""));
    }
  }

  private String aligned() {
    int left =
        width(lines.stream().filter(line -> !line.value().isEmpty()).map(Line::left).toList());
    int value =
        width(lines.stream().filter(line -> !line.note().isEmpty()).map(Line::value).toList());
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      String start =
          line.value().isEmpty() ? line.left() : padded(line.left(), left) + "  " + line.value();
      if (!line.note().isEmpty()) {
        start = padded(line.left(), left) + "  " + padded(line.value(), value) + "  " + line.note();
      }
      text.append(start.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** The width of the longest text that is not too long to line up with. */
  private static int width(List<String> texts) {
    return texts.stream().mapToInt(DerivationText::length).filter(n -> n <= WIDEST).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
