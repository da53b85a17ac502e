package org.loadline.page.kit;

import java.util.List;

/** The file around what a page says. */
final class HtmlPage {
  /** Nothing may be fetched and no script may run, whatever a reader's browser would allow. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private HtmlPage() {}

  static String of(String title, List<Node> blocks) {
    Element head =
        Element.of(
            "head",
            Element.of("meta").with("charset", "utf-8"),
            Element.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            Element.of("title", title),
            Element.of("style", Style.sheet()));
    Element main = Element.of("main").add(blocks);
    Element html = Element.of("html", head, Element.of("body", main)).with("lang", "en");
    return "<!DOCTYPE html>\n" + Markup.of(html) + "\n";
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").with("name", name).with("content", content);
  }
}
