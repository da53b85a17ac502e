package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;
import org.loadline.cli.Said;
import org.loadline.cli.examples.Document.Block;
import org.loadline.parser.Parsing;
import org.loadline.parser.WrittenFile;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;

/**
 * Whatever the grammar lets one write, the language reference shows in an example that runs.
 *
 * <p>That each example gives what stands below it is for {@link DocumentsTest}; one that is there
 * for its error shows nothing here.
 */
class EveryFormIsShownTest {
  @Test
  void everyFormAndEveryPartOfItStandsInAnExample() throws IOException {
    Set<String> missing = new TreeSet<>(GrammarForms.all());
    for (Document page : pages()) {
      for (Block block : page.blocks("risk")) {
        if (!DocumentsTest.showsAnError(block)) {
          missing.removeAll(GrammarForms.in(tree(page.place(block), block.text())));
        }
      }
    }
    assertEquals(
        Set.of(), missing, "forms of RiskParser.g4 that no example of docs/language shows");
  }

  private static ParseTree tree(String place, String text) {
    return Parsing.written(Source.of(place, text), new DiagnosticSink())
        .map(WrittenFile::tree)
        .orElseThrow(() -> new AssertionError(place + " is not read"));
  }

  private static List<Document> pages() throws IOException {
    return Document.all().stream()
        .filter(
            page ->
                Said.ROOT.relativize(page.file()).toString().matches("README.md|docs/language/.*"))
        .toList();
  }
}
