package org.loadline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.page.kit.Page;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Whole pages, held against files that a browser opens.
 *
 * <p>{@code -Dpages.update=true} writes the files anew and fails, so that a change is seen before
 * it is kept.
 */
class PagesTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "pages");

  private static Page page(String name) throws Exception {
    return switch (name) {
      case "diff" -> DiffPage.of(Desk.difference());
      case "plan" -> Desk.plan();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "plan"})
  void aPageIsAsItWasRead(String name) throws Exception {
    Map<String, String> made = new TreeMap<>();
    made.put(name + ".html", page(name).html());
    made.put(name + ".md", page(name).markdown());
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, String> one : made.entrySet()) {
      Path file = EXPECTED.resolve(one.getKey());
      if (Boolean.getBoolean("pages.update")) {
        Files.writeString(file, one.getValue());
        others.add(one.getKey());
      } else {
        assertEquals(Files.readString(file), one.getValue(), one.getKey());
      }
    }
    if (!others.isEmpty()) {
      fail("Written anew, to be read: " + others);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "plan"})
  void theSameIsSaidInTheSameBytes(String name) throws Exception {
    assertEquals(page(name).html(), page(name).html());
    assertEquals(page(name).markdown(), page(name).markdown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "plan"})
  void aPageNeedsNothingElseAndRunsNothing(String name) throws Exception {
    for (Element element : elements(document(name))) {
      assertFalse(
          Set.of("script", "link", "img", "iframe", "object", "embed", "use", "form", "base")
              .contains(element.getTagName()),
          element.getTagName());
      for (String attribute : attributes(element)) {
        assertFalse(attribute.startsWith("on"), attribute);
        assertFalse(Set.of("src", "srcset", "style", "action").contains(attribute), attribute);
      }
      if (element.hasAttribute("href")) {
        assertTrue(element.getAttribute("href").startsWith("#"), element.getAttribute("href"));
      }
    }
    String style = document(name).getElementsByTagName("style").item(0).getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "plan"})
  void everyLinkLeadsToAnEntry(String name) throws Exception {
    List<Element> all = elements(document(name));
    List<String> ids = all.stream().map(e -> e.getAttribute("id")).toList();
    List<String> links =
        all.stream().map(e -> e.getAttribute("href")).filter(h -> !h.isEmpty()).toList();
    assertFalse(links.isEmpty());
    assertTrue(links.stream().allMatch(h -> ids.contains(h.substring(1))), links.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "plan"})
  void tablesAndDrawingsSayWhatTheyShow(String name) throws Exception {
    for (Element element : elements(document(name))) {
      switch (element.getTagName()) {
        case "table" -> {
          assertFalse(child(element, "caption").isBlank());
          int columns = count(element, "thead", "th");
          for (Element row : children(elements(element), "tr")) {
            List<Element> cells = new ArrayList<>(children(childElements(row), "th"));
            cells.addAll(children(childElements(row), "td"));
            assertEquals(columns, cells.size(), row.getTextContent());
          }
        }
        case "th" ->
            assertTrue(Set.of("row", "col").contains(element.getAttribute("scope")), "scope");
        case "svg" -> {
          if (!element.getAttribute("aria-hidden").equals("true")) {
            assertEquals("img", element.getAttribute("role"));
            assertFalse(child(element, "title").isBlank());
            assertFalse(child(element, "desc").isBlank());
          }
        }
        default -> {}
      }
    }
  }

  @Test
  void textOfPoliciesAndBooksIsNeverMarkup() throws Exception {
    for (String name : List.of("diff", "plan")) {
      Page page = page(name);
      assertFalse(page.html().contains("<script"), name);
      assertTrue(page.html().contains("&lt;script&gt;alert("), name);
      // Outside of code a reader of Markdown would run it.
      String prose =
          page.markdown().replaceAll("(?s)```.*?```", "").replaceAll("(`+)[^`].*?\\1(?!`)", "");
      assertFalse(prose.contains("<script"), prose);
      assertFalse(prose.contains("@everyone"), prose);
    }
  }

  @Test
  void aPolicyThatStaysAsItIsHasAPageThatSaysSo() {
    var same =
        org.loadline.diff.Difference.between(
            Desk.program("before.risk"), Desk.program("before.risk"));
    Page page = DiffPage.of(same);
    assertTrue(page.html().contains("The two policies mean the same"));
    assertTrue(page.markdown().startsWith("# The two policies mean the same\n"));
  }

  // ---- Reading pages

  private static Document document(String name) throws Exception {
    String html = page(name).html().replace("<!DOCTYPE html>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document document) {
    return elements(document.getDocumentElement());
  }

  private static List<Element> elements(Element root) {
    var all = root.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static List<String> attributes(Element element) {
    var all = element.getAttributes();
    return IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getNodeName()).toList();
  }

  private static List<Element> childElements(Element element) {
    var all = element.getChildNodes();
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  private static List<Element> children(List<Element> all, String name) {
    return all.stream().filter(e -> e.getTagName().equals(name)).toList();
  }

  private static String child(Element element, String name) {
    return children(childElements(element), name).getFirst().getTextContent();
  }

  private static int count(Element table, String part, String name) {
    Element head = children(childElements(table), part).getFirst();
    return children(elements(head), name).size();
  }
}
