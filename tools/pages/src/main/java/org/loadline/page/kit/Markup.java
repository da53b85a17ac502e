package org.loadline.page.kit;

import java.util.Set;
import org.loadline.source.Visible;

/**
 * Writes elements so that a browser reads them as HTML and a parser as XML.
 *
 * <p>Whitespace is added only before blocks, where it means nothing.
 */
final class Markup {
  private static final Set<String> VOID =
      Set.of("br", "hr", "meta", "circle", "line", "path", "polyline", "rect");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "br", "code", "del", "em", "i", "ins", "small", "span", "strong", "sub",
          "sup", "tspan");

  private final StringBuilder out = new StringBuilder();

  private Markup() {}

  static String of(Node node) {
    Markup markup = new Markup();
    markup.write(node);
    return markup.out.toString();
  }

  private void write(Node node) {
    switch (node) {
      case Words(String text) -> escape(text);
      case Element element -> write(element);
    }
  }

  private void write(Element element) {
    if (!INLINE.contains(element.name()) && !out.isEmpty()) {
      out.append('\n');
    }
    out.append('<').append(element.name());
    element
        .attributes()
        .forEach(
            (name, value) -> {
              out.append(' ').append(name).append("=\"");
              escape(value);
              out.append('"');
            });
    if (VOID.contains(element.name())) {
      out.append("/>");
      return;
    }
    out.append('>');
    element.content().forEach(this::write);
    out.append("</").append(element.name()).append('>');
  }

  private void escape(String text) {
    String shown = Visible.lines(text);
    for (int at = 0; at < shown.length(); at++) {
      char c = shown.charAt(at);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
