package org.loadline.page.kit;

import java.util.List;

/** What is said on one page; the same page gives the same bytes. */
public record Page(String title, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** One file of HTML, in UTF-8, that needs nothing else. */
  public String html() {
    return HtmlPage.of(title, new HtmlBlocks().of(blocks));
  }

  /** Markdown for a forum. */
  public String markdown() {
    return new MarkdownBlocks().of(blocks);
  }
}
