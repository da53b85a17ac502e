package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;

/** Shorter texts that may mean something in place of a definition. */
final class Shorter {
  private Shorter() {}

  /** The definition with a part left out or replaced, the greatest changes first. */
  static List<String> of(String definition) {
    List<String> shorter = new ArrayList<>();
    int body = definition.indexOf('=') + 1;
    if (definition.startsWith("function ")) {
      return shorter;
    }
    for (int open = body; open < definition.length(); open++) {
      if (definition.charAt(open) != '(') {
        continue;
      }
      int close = closing(definition, open);
      int start = open;
      while (start > body && isWord(definition.charAt(start - 1))) {
        start--;
      }
      String inside = definition.substring(open + 1, close);
      shorter.add(definition.substring(0, body) + " " + inside);
      shorter.add(definition.substring(0, start) + "1" + definition.substring(close + 1));
      shorter.add(definition.substring(0, start) + "true" + definition.substring(close + 1));
      for (String part : inside.split(" when | otherwise| \\| |, | else | where | for ")) {
        shorter.add(
            definition.substring(0, start) + "(" + part + ")" + definition.substring(close + 1));
        shorter.add(definition.substring(0, start) + part + definition.substring(close + 1));
      }
    }
    String tail = definition.substring(body);
    for (String cut :
        List.of(
            " + ",
            " - ",
            " * ",
            " / ",
            " less ",
            " and ",
            " or ",
            " else ",
            " when ",
            " | ",
            " where ",
            " < ",
            " <= ",
            " > ",
            " >= ",
            "\n    with ",
            "\n    needs ")) {
      for (int at = tail.indexOf(cut); at >= 0; at = tail.indexOf(cut, at + 1)) {
        shorter.add(definition.substring(0, body) + tail.substring(0, at));
        shorter.add(definition.substring(0, body) + " " + tail.substring(at + cut.length()));
      }
    }
    shorter.removeIf(s -> s.length() >= definition.length() || s.length() == body);
    return shorter;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length() - 1;
  }
}
