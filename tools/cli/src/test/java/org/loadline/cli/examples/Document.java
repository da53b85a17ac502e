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
      Pattern.compile(
          "^```(\\w*)(?: +(\\S+))?\\n(.*?)^```$\\n?", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern NAME =
      Pattern.compile("^(?:policy|library) +(?:\\w+\\.)*(\\w+)", Pattern.MULTILINE);

  /**
   * A fenced block and, where nothing but empty lines is between, the one after it.
   *
   * <p>As a file it is called as the word after its language says, or as the policy that it is.
   */
  record Block(String language, String called, String text, int line, Optional<Block> next) {
    Optional<String> file() {
      Matcher policy = NAME.matcher(text);
      return !called.isEmpty()
          ? Optional.of(called)
          : language.equals("risk") && policy.find()
              ? Optional.of(policy.group(1) + ".risk")
              : Optional.empty();
    }
  }

  /** The blocks of a language. */
  List<Block> blocks(String language) throws IOException {
    return blocks().stream().filter(block -> block.language().equals(language)).toList();
  }

  /** Puts the files that stand above a line into a folder: what follows may speak of them. */
  Path filesAbove(int line, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Block block : blocks()) {
      if (block.line() < line && block.file().isPresent()) {
        Files.writeString(folder.resolve(block.file().get()), block.text());
      }
    }
    return folder;
  }

  private List<Block> blocks() throws IOException {
    String text = Files.readString(file);
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      blocks.add(block(text, fence, next(text, fence.end())));
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
    String called = Optional.ofNullable(fence.group(2)).orElse("");
    return new Block(fence.group(1), called, fence.group(3), line, next);
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
