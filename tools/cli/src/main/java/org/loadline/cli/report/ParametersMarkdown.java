package org.loadline.cli.report;

import java.io.PrintStream;
import java.util.Optional;
import org.loadline.parameters.ParameterChanges;
import org.loadline.parameters.ParameterChanges.FieldChange;
import org.loadline.parameters.ParameterChanges.RowChange;
import org.loadline.parameters.ParameterRow.Text;

/** What differs between two snapshots of parameters, as Markdown: a table for each row. */
public final class ParametersMarkdown {
  private ParametersMarkdown() {}

  /** Prints the tables, one after another. */
  public static void print(ParameterChanges changes, PrintStream out) {
    out.println("# Parameters");
    if (changes.rows().isEmpty()) {
      out.println();
      out.println("Nothing differs.");
    }
    for (RowChange row : changes.rows()) {
      String name = row.title().isEmpty() ? row.entity() : row.entity() + " " + row.title();
      String sort =
          switch (row.sort()) {
            case ADDED -> " (added)";
            case REMOVED -> " (removed)";
            case ALTERED -> "";
          };
      out.println();
      out.println("## " + escaped(name) + sort);
      out.println();
      out.println("| parameter | before | after | raw before | raw after |");
      out.println("|---|---|---|---|---|");
      for (FieldChange field : row.fields()) {
        out.println(
            "| "
                + String.join(
                    " | ",
                    escaped(field.called()),
                    shown(field.before()),
                    shown(field.after()),
                    raw(field.before()),
                    raw(field.after()))
                + " |");
      }
    }
  }

  private static String shown(Optional<Text> text) {
    return text.map(t -> escaped(t.shown())).orElse("-");
  }

  private static String raw(Optional<Text> text) {
    return text.map(t -> escaped(t.raw())).orElse("-");
  }

  /** Nothing of a document is markup: a name could pretend to be a link. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~&])", "\\\\$1");
  }
}
