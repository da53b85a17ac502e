package org.loadline.meaning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.loadline.parser.Parsing;
import org.loadline.parser.WrittenWords;
import org.loadline.parser.WrittenWords.Word;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.SyntaxFile;

/** A text written in another way: what differs must be no difference. */
final class RewrittenText {
  /** Names that are words of the language elsewhere. */
  private static final Set<String> WORDS = Set.of("at", "half");

  private final Source source;
  private final SyntaxFile file;
  private final List<Word> words;

  /** The new names of words, by their offsets. */
  private final TreeMap<Integer, String> renamed = new TreeMap<>();

  RewrittenText(String text) {
    this.source = Source.of("rewritten.risk", text);
    this.file = Parsing.parse(source, new DiagnosticSink());
    this.words = WrittenWords.of(source);
  }

  /**
   * With other names for locals, the definitions in another order, without documentation, and with
   * a comment on every line.
   */
  String text() {
    file.declarations().forEach(this::rename);
    List<Declaration> imports =
        file.declarations().stream().filter(Declaration.Import.class::isInstance).toList();
    List<Declaration> inOrder = file.declarations().stream().filter(this::isOrdered).toList();
    List<Declaration> others = new ArrayList<>(file.declarations());
    others.removeAll(imports);
    others.removeAll(inOrder);
    Collections.shuffle(others, new Random(7));
    StringBuilder text = new StringBuilder();
    file.header().ifPresent(h -> add(text, h.span()));
    Stream.of(imports, others, inOrder).flatMap(List::stream).forEach(d -> add(text, d.span()));
    return text.toString();
  }

  int renames() {
    return new HashSet<>(renamed.values()).size();
  }

  /** What stands in an order that counts: what runs one after another, and what is reported. */
  private boolean isOrdered(Declaration declaration) {
    return declaration instanceof Declaration.Waterfall
        || declaration instanceof Declaration.Report;
  }

  private void add(StringBuilder text, Span span) {
    String said = source.text().substring(span.start(), span.end());
    int shift = 0;
    for (var rename : renamed.subMap(span.start(), span.end()).entrySet()) {
      int at = rename.getKey() - span.start() + shift;
      String old = word(rename.getKey());
      said = said.substring(0, at) + rename.getValue() + said.substring(at + old.length());
      shift += rename.getValue().length() - old.length();
    }
    String indent = " ".repeat(source.column(span.start()) - 1);
    (indent + said).lines().forEach(l -> text.append(l).append(" // said\n"));
    text.append('\n');
  }

  private String word(int start) {
    return words.stream().filter(w -> w.start() == start).findFirst().orElseThrow().text();
  }

  // ---- Locals

  private void rename(Declaration declaration) {
    switch (declaration) {
      case Declaration.ForEach block -> block.facts().forEach(this::rename);
      case Declaration.SystemFact(var definition) -> rename(definition);
      case Declaration.Function function -> function.facts().forEach(this::rename);
      default -> {}
    }
  }

  private void rename(Definition definition) {
    for (Definition.Local local : definition.locals()) {
      String name = local.name().text();
      if (isOnly(name) && !WORDS.contains(name)) {
        occurrences(name).forEach(at -> renamed.put(at, name + "_renamed"));
      }
    }
  }

  /** Whether the text uses a name for one local alone: never after a dot, defined once. */
  private boolean isOnly(String name) {
    int defined = 0;
    Set<Integer> at = new HashSet<>(occurrences(name));
    for (int i = 0; i < words.size(); i++) {
      if (at.contains(words.get(i).start())) {
        boolean member = i > 0 && words.get(i - 1).text().equals(".");
        String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
        if (member || next.equals(":")) {
          return false;
        }
        defined += next.equals("=") || next.equals("(") ? 1 : 0;
      }
    }
    return defined == 1;
  }

  private List<Integer> occurrences(String name) {
    return words.stream().filter(w -> w.text().equals(name)).map(Word::start).toList();
  }
}
