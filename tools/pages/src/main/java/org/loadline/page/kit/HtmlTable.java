package org.loadline.page.kit;

import java.util.ArrayList;
import java.util.List;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** Tables as HTML. */
final class HtmlTable {
  private HtmlTable() {}

  /** In a box that scrolls sideways where there is no room, also with the keyboard. */
  static Element of(Sheet sheet) {
    Element heads = Element.of("tr").add(sheet.columns().stream().map(HtmlTable::head).toList());
    Element body =
        Element.of("tbody").add(sheet.rows().stream().map(r -> row(sheet.columns(), r)).toList());
    Element table =
        Element.of(
            "table",
            Element.of("caption", sheet.caption().node("span")),
            Element.of("thead", heads),
            body);
    boolean charted = sheet.columns().stream().anyMatch(c -> c.kind() == Column.Kind.DRAWINGS);
    return Element.of("div", charted ? table.as("charted") : table)
        .as("wide")
        .with("role", "region")
        .with("aria-label", sheet.caption().text())
        .with("tabindex", "0");
  }

  private static Element head(Column column) {
    Element head = Element.of("th", column.head()).with("scope", "col");
    return column.kind() == Column.Kind.NUMBERS ? head.as("number") : head;
  }

  private static Element row(List<Column> columns, List<Cell> cells) {
    List<Element> row = new ArrayList<>();
    for (int at = 0; at < cells.size(); at++) {
      row.add(cell(columns.get(at), cells.get(at), at == 0));
    }
    return Element.of("tr").add(row);
  }

  private static Element cell(Column column, Cell cell, boolean first) {
    Element empty = first ? Element.of("th").with("scope", "row") : Element.of("td");
    return switch (cell) {
      case Cell.Drawn(Element drawing) -> empty.as("drawn").add(drawing);
      case Cell.Said(Phrase words, String style) -> {
        String number = column.kind() == Column.Kind.NUMBERS ? "number" : "";
        String styles = (number + " " + style).strip();
        yield (styles.isEmpty() ? empty : empty.as(styles)).add(HtmlPhrase.of(words));
      }
    };
  }
}
