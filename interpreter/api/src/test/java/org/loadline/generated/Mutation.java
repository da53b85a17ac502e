package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small changes after which a policy often still parses, and rarely means what it did. */
final class Mutation {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(\\.[0-9]+)?%?");
  private static final Pattern SIGN = Pattern.compile(" ([-+*/<>=]|<=|>=|!=|and|or|is|less) ");

  private Mutation() {}

  static String of(String text, Draw draw) {
    return switch (draw.below(6)) {
      case 0, 1 -> replaced(text, NAME, other(text, NAME, draw), draw);
      case 2 ->
          replaced(
              text,
              NUMBER,
              draw.of("0", "1", "-1", "1e9", "999999999999999999999999", "0.1", "100%", "x"),
              draw);
      case 3 ->
          replaced(
              text,
              SIGN,
              draw.of(" + ", " - ", " * ", " / ", " < ", " = ", " is ", " and ", " less "),
              draw);
      case 4 -> withoutLine(text, draw);
      default -> linesSwapped(text, draw);
    };
  }

  private static String other(String text, Pattern pattern, Draw draw) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    return found.isEmpty() ? "x" : draw.of(found).group();
  }

  private static String replaced(String text, Pattern pattern, String by, Draw draw) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult at = draw.of(found);
    return text.substring(0, at.start()) + by + text.substring(at.end());
  }

  private static String withoutLine(String text, Draw draw) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.remove(draw.below(lines.size()));
    return String.join("\n", lines);
  }

  private static String linesSwapped(String text, Draw draw) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int a = draw.below(lines.size());
    int b = draw.below(lines.size());
    String kept = lines.get(a);
    lines.set(a, lines.get(b));
    lines.set(b, kept);
    return String.join("\n", lines);
  }
}
