package org.loadline.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;
import org.loadline.cli.render.Ink;

/** What differs between two texts, line by line: a unified diff. */
final class TextDiff {
  private static final int CONTEXT = 3;

  private final Ink ink;

  TextDiff(Ink ink) {
    this.ink = ink;
  }

  /** With a line for every line of a hunk, and a break after the last. */
  String of(String name, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
            name, name, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT)
        .stream()
        .map(line -> paint(line) + "\n")
        .collect(Collectors.joining());
  }

  private String paint(String line) {
    if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      return ink.strong(line);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '-' -> ink.error(line);
      case '+' -> ink.good(line);
      case '@' -> ink.hint(line);
      default -> line;
    };
  }
}
