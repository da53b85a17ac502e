package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;
import org.loadline.parameters.ParameterChanges;
import org.loadline.parameters.ParameterChanges.FieldChange;
import org.loadline.parameters.ParameterChanges.RowChange;
import org.loadline.parameters.ParameterRow;
import org.loadline.parameters.ParameterRow.Text;
import org.loadline.parameters.ParameterSnapshot;

/** Parameters as people read them: a paragraph for each row, a line for each field. */
public final class ParametersText {
  private static final int WIDEST = 2_000;

  private final Ink ink;
  private final PrintStream out;

  public ParametersText(Ink ink, PrintStream out) {
    this.ink = ink;
    this.out = out;
  }

  /** What differs between two snapshots. */
  public void print(ParameterChanges changes) {
    for (RowChange row : changes.rows()) {
      head(row.entity(), row.title(), sort(row.sort()));
      int width = width(row.fields().stream().map(FieldChange::called).toList());
      for (FieldChange field : row.fields()) {
        String raw = raw(field);
        line(
            field.called(),
            width,
            shown(field.before())
                + " → "
                + shown(field.after())
                + (raw.isEmpty() ? "" : "  " + raw));
      }
      out.println();
    }
    out.println(
        changes.rows().isEmpty()
            ? "nothing differs"
            : counted(changes.count(ParameterChanges.Sort.ALTERED), "row", "rows")
                + " altered, "
                + changes.count(ParameterChanges.Sort.ADDED)
                + " added, "
                + changes.count(ParameterChanges.Sort.REMOVED)
                + " removed: "
                + counted(changes.count(), "parameter differs", "parameters differ"));
  }

  /** What a snapshot says. */
  public void print(ParameterSnapshot snapshot) {
    for (ParameterRow row : snapshot.rows()) {
      head(row.entity(), row.title(), "");
      int width = width(row.settings().stream().map(ParameterRow.Setting::called).toList());
      for (ParameterRow.Setting setting : row.settings()) {
        line(setting.called(), width, shown(setting.text()));
      }
      out.println();
    }
    out.println(counted(snapshot.rows().size(), "row", "rows"));
  }

  private void head(String entity, String title, String sort) {
    String name = title.isEmpty() ? entity : entity + " " + title;
    out.println(ink.strong(line(name)) + (sort.isEmpty() ? "" : "  " + sort));
  }

  private void line(String name, int width, String text) {
    String padded = line(name) + " ".repeat(Math.max(0, width - Glyphs.width(line(name))));
    out.println("  " + padded + "  " + line(text));
  }

  private String sort(ParameterChanges.Sort sort) {
    return switch (sort) {
      case ADDED -> ink.good("added");
      case REMOVED -> ink.error("removed");
      case ALTERED -> "";
    };
  }

  /** What stands in the documents, unless the texts already say it. */
  private static String raw(FieldChange field) {
    boolean said = said(field.before()) && said(field.after());
    return said
        ? ""
        : "("
            + field.before().map(Text::raw).orElse("-")
            + " → "
            + field.after().map(Text::raw).orElse("-")
            + ")";
  }

  private static boolean said(Optional<Text> text) {
    return text.filter(t -> !t.shown().equals(t.raw()) && !t.shown().endsWith("[" + t.raw() + "]"))
        .isEmpty();
  }

  private static String shown(Optional<Text> text) {
    return text.map(Text::shown).orElse("-");
  }

  private static String line(String text) {
    return Glyphs.line(text, WIDEST);
  }

  private static int width(List<String> names) {
    return names.stream().mapToInt(name -> Glyphs.width(line(name))).max().orElse(0);
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
