package org.loadline.cli.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.cli.Said;

/** A text of the project in Markdown, and the blocks in it. */
record Document(Path file) {
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$\\n?", Pattern.DOTALL | Pattern.MULTILINE);

  /** A fenced block and, where nothing but empty lines is between, the one after it. */
  record Block(String language, String text, int line, Optional<Block> next) {}

  /** The blocks of a language. */
  List<Block> blocks(String language) throws IOException {
    String text = Files.readString(file);
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      if (fence.group(1).equals(language)) {
        blocks.add(block(text, fence, next(text, fence.end())));
      }
    }
    return blocks;
  }

  private static Optional<Block> next(String text, int from) {
    Matcher fence = FENCE.matcher(text);
    return fence.find(from) && text.substring(from, fence.start()).isBlank()
        ? Optional.of(block(text, fence, Optional.empty()))
        : Optional.empty();
  }

  private static Block block(String text, Matcher fence, Optional<Block> next) {
    int line = 1 + (int) text.substring(0, fence.start()).chars().filter(c -> c == '\n').count();
    return new Block(fence.group(1), fence.group(2), line, next);
  }

  /** Puts a text in the place of another. */
  void replace(String old, String text) throws IOException {
    Files.writeString(file, Files.readString(file).replace(old, text));
  }

  String place(Block block) {
    return Said.ROOT.relativize(file) + ":" + block.line();
  }

  /** Every text of the project: its own, those in {@code docs}, and the README of each folder. */
  static List<Document> all() throws IOException {
    try (var files = Files.walk(Said.ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !Said.ROOT.relativize(file).toString().matches("(.*/)?(target|\\..*)/.*"))
          .sorted()
          .map(Document::new)
          .toList();
    }
  }
}
