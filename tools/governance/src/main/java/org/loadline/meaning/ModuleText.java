package org.loadline.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loadline.parser.Parsing;
import org.loadline.parser.WrittenWords;
import org.loadline.parser.WrittenWords.Word;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Header;
import org.loadline.syntax.SyntaxFile;

/**
 * What a module says, whatever its layout, comments and the order of its declarations.
 *
 * <p>What a function means shows only where it is called, so a library by itself is known by its
 * words: here a local's name counts, and {@code 1%} is not {@code 0.01}.
 */
public record ModuleText(String name, List<Part> parts) {
  private static final String TEXT = "loadline text 1\n";
  private static final String MODULE = "loadline module 1\n";
  private static final String HEADER = "its header";

  /** Words of a declaration that are enough to name it, at most. */
  private static final int NAME = 5;

  public ModuleText {
    parts = List.copyOf(parts);
  }

  /** A declaration, by the words that it begins with. */
  public record Part(Hash hash, String name) {
    @Override
    public String toString() {
      return hash.brief() + " " + name;
    }
  }

  /** The module in a text; it is called {@code name}, or as it says itself if that is empty. */
  public static ModuleText of(Source source, String name) {
    SyntaxFile file = Parsing.parse(source, new DiagnosticSink());
    List<Word> words = WrittenWords.of(source);
    List<Part> parts = new ArrayList<>();
    TreeMap<Integer, List<Word>> open = new TreeMap<>();
    file.declarations().forEach(d -> open.put(d.span().start(), new ArrayList<>()));
    file.header().ifPresent(h -> open.put(-1, new ArrayList<>()));
    for (Word word : words) {
      var at = open.floorEntry(word.start());
      if (at != null) {
        at.getValue().add(word);
      }
    }
    open.forEach((start, part) -> parts.add(part(part, start < 0)));
    parts.sort(
        (a, b) ->
            a.name().equals(b.name())
                ? a.hash().compareTo(b.hash())
                : a.name().compareTo(b.name()));
    String called = name.isEmpty() ? file.header().map(Header::name).orElse("") : name;
    return new ModuleText(called, parts);
  }

  private static Part part(List<Word> words, boolean header) {
    List<String> said = new ArrayList<>(words.stream().map(Word::text).toList());
    while (!said.isEmpty() && said.getLast().equals("\n")) {
      said.removeLast();
    }
    Hash hash = Hash.of(TEXT + String.join(" ", said) + "\n");
    return new Part(hash, header ? HEADER : name(said));
  }

  /** {@code param fee}, {@code for each account}, {@code function quote}. */
  private static String name(List<String> words) {
    List<String> name = new ArrayList<>();
    for (String word : words) {
      boolean names = word.matches("[\\p{L}\\p{N}_]+|\\.|\".*\"");
      if (!names || name.size() == NAME) {
        break;
      }
      name.add(word);
    }
    return String.join(" ", name).replace(" . ", ".");
  }

  /** The hash of the whole: over the hashes and names of its declarations, in order of names. */
  public Hash hash() {
    return Hash.of(
        MODULE
            + parts.stream()
                .map(p -> p.hash() + " " + p.name() + "\n")
                .collect(Collectors.joining()));
  }
}
