package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loadline.bound.BuiltinUnit;
import org.loadline.cli.Said;
import org.loadline.cli.examples.Document.Block;
import org.loadline.core.Builtin;
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
    for (WrittenFile example : examples()) {
      missing.removeAll(GrammarForms.in(example.tree()));
    }
    assertEquals(
        Set.of(), missing, "forms of RiskParser.g4 that no example of docs/language shows");
  }

  @Test
  void everyFunctionOfNumbersAndEveryUnitThatAllKnowStandInAnExample() throws IOException {
    Set<String> missing = new TreeSet<>();
    Stream.of(Builtin.values()).map(Builtin::word).forEach(missing::add);
    missing.addAll(BuiltinUnit.words());
    for (WrittenFile example : examples()) {
      example.tokens().forEach(token -> missing.remove(token.getText()));
    }
    assertEquals(Set.of(), missing, "words that no example of docs/language shows");
  }

  private static List<WrittenFile> examples() throws IOException {
    List<WrittenFile> examples = new ArrayList<>();
    for (Document page : Document.all()) {
      String name = Said.ROOT.relativize(page.file()).toString();
      if (name.equals("README.md") || name.startsWith("docs/language/")) {
        for (Block block : page.blocks("risk")) {
          if (!DocumentsTest.showsAnError(block)) {
            examples.add(read(page.place(block), block.text()));
          }
        }
      }
    }
    return examples;
  }

  private static WrittenFile read(String place, String text) {
    return Parsing.written(Source.of(place, text), new DiagnosticSink())
        .orElseThrow(() -> new AssertionError(place + " cannot be read"));
  }
}
