package org.loadline.page.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.page.kit.Sheet.Cell;
import org.loadline.page.kit.Sheet.Column;

/** What others wrote stays text, in HTML and in Markdown. */
class EscapingTest {
  @Test
  void textOfHtmlIsText() {
    Element element = Element.of("p", "a < b & \"c\" > 'd'").with("title", "\"><script>");
    assertEquals(
        "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;</p>",
        Markup.of(element));
  }

  @Test
  void everyCharacterShows() {
    assertEquals("<p>a\ufffdb␀c\ufffd</p>", Markup.of(Element.of("p", "a\u202eb\u0000c\ud800")));
  }

  @Test
  void elementsThatRunOrLeaveAreNone() {
    assertThrows(IllegalArgumentException.class, () -> Element.of("script"));
    assertThrows(IllegalArgumentException.class, () -> Element.of("p><p"));
    Element link = Element.of("a");
    assertThrows(IllegalArgumentException.class, () -> link.with("onclick", ""));
    assertThrows(IllegalArgumentException.class, () -> link.with("href", "javascript:1"));
    assertThrows(IllegalArgumentException.class, () -> link.with("style", ""));
    assertEquals("#c1", link.with("href", "#c1").attributes().get("href"));
  }

  @Test
  void textOfMarkdownIsText() {
    assertEquals("a \\*b\\* \\_c\\_ \\<d\\> \\[e\\](f) \\`g\\`", said("a *b* _c_ <d> [e](f) `g`"));
    assertEquals("@\u2060all see https\\://x and www\\.y", said("@all see https://x and www.y"));
    assertEquals("\\# no heading", said("# no heading"));
    assertEquals("\\- no item", said("- no item"));
    assertEquals("1\\. no item", said("1. no item"));
    assertEquals("on one line", said("on\none\r\n line"));
  }

  @Test
  void codeOfMarkdownIsWholeWhateverItHolds() {
    assertEquals("`a|b`", code("a|b"));
    assertEquals("``a`b``", code("a`b"));
    assertEquals("`` `a` ``", code("`a`"));
    assertEquals("` `", code(""));
  }

  @Test
  void aBarDoesNotEndACell() {
    Sheet sheet =
        Sheet.of(Phrase.of("t"), Column.words("a|b"), Column.numbers("n"))
            .row(Cell.of(Phrase.ofCode("x|y")), Cell.of("1"))
            .row(Cell.of("p\\|q"), Cell.of("2"));
    assertEquals(
        """
        t:

        | a\\|b | n |
        | :--- | ---: |
        | `x\\|y` | 1 |
        | p\\\\ \\|q | 2 |
        """,
        page(new Block.Table(sheet)));
  }

  @Test
  void linesOfAPolicyEndWhereTheyEnd() {
    Block text =
        new Block.Text(
            List.of(
                new Block.Text.Line(Block.Text.Fate.GOES, "```"),
                new Block.Text.Line(Block.Text.Fate.COMES, "    </details>")));
    assertEquals("````diff\n- ```\n+     </details>\n````\n", page(text));
  }

  @Test
  void aSummaryIsHtmlEvenInMarkdown() {
    String text = page(new Block.Folded("a <b>", List.of(new Block.Said(Phrase.of("c")))));
    assertTrue(text.startsWith("<details><summary>a &lt;b&gt;</summary>\n\nc\n"), text);
  }

  @Test
  void backticksOfAMessageAreCode() {
    assertEquals(
        "say `a_b` twice", page(new Block.Said(Phrase.quoting("say `a_b` twice"))).strip());
    assertEquals("a \\` b", page(new Block.Said(Phrase.quoting("a ` b"))).strip());
  }

  private static String said(String text) {
    return page(new Block.Said(Phrase.of(text))).strip();
  }

  private static String code(String text) {
    return page(new Block.Said(Phrase.ofCode(text))).stripTrailing();
  }

  private static String page(Block block) {
    return new Page("t", List.of(block)).markdown();
  }
}
