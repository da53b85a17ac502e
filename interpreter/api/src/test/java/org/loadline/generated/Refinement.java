package org.loadline.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loadline.generated.MadePolicy.Definition;

/**
 * A policy that refines another, and the same policy written out: what is replaced stands in its
 * place.
 */
record Refinement(String text, MadePolicy flat) {

  /** Replaces some of a policy's facts, params and rows, and adds a fact. */
  static Refinement of(
      String name, String base, MadePolicy policy, List<Definition> others, Draw draw) {
    List<String> declarations = new ArrayList<>(policy.declarations());
    List<Definition> definitions = new ArrayList<>(policy.definitions());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < declarations.size(); i++) {
      String declaration = declarations.get(i);
      if (declaration.startsWith("param ") && draw.chance(40)) {
        String other = declaration.replaceFirst("= (.*)$", "= $1 * " + draw.of("2", "0", "-3"));
        declarations.set(i, other);
        texts.add("replace " + other);
      } else if (declaration.startsWith("table ") && declaration.contains("|") && draw.chance(50)) {
        int at = i;
        List<String> lines = new ArrayList<>(List.of(declaration.split("\n")));
        if (lines.size() > 4) {
          int row = draw.between(2, lines.size() - 2);
          String other = cells(lines.get(row), lines.get(draw.between(2, lines.size() - 2)));
          lines.set(row, other);
          declarations.set(at, String.join("\n", lines));
          String table = declaration.split("[ {]")[1];
          texts.add("replace rows of " + table + " {\n" + lines.get(1) + "\n" + other + "\n}");
        }
      }
    }
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    for (Definition other : others) {
      int at = place(definitions, other);
      if (at >= 0 && draw.chance(30)) {
        definitions.set(at, other);
        blocks
            .computeIfAbsent(other.owner(), o -> new ArrayList<>())
            .add("replace " + other.text());
        if (draw.chance(30)) {
          Definition more =
              new Definition(other.owner(), "more_" + name + i(blocks) + " = " + named(other));
          definitions.add(more);
          blocks.get(other.owner()).add(more.text());
        }
      }
    }
    blocks.forEach(
        (owner, facts) ->
            texts.add(
                owner.isEmpty()
                    ? String.join("\n\n", facts)
                    : "for each " + owner + " {\n    " + String.join("\n    ", facts) + "\n}"));
    String text =
        "policy " + name + " refines " + base + "\n\n" + String.join("\n\n", texts) + "\n";
    return new Refinement(text, new MadePolicy(declarations, definitions, policy.report()));
  }

  private static int i(Map<String, List<String>> blocks) {
    return blocks.values().stream().mapToInt(List::size).sum();
  }

  private static String named(Definition definition) {
    return definition.text().substring(0, definition.text().indexOf(' '));
  }

  private static int place(List<Definition> definitions, Definition other) {
    for (int i = 0; i < definitions.size(); i++) {
      Definition definition = definitions.get(i);
      if (definition.owner().equals(other.owner())
          && definition.text().startsWith(named(other) + " = ")) {
        return i;
      }
    }
    return -1;
  }

  /** A row with the first cell of one line and the rest of another. */
  private static String cells(String first, String rest) {
    int start = first.indexOf('|', first.indexOf('|') + 1);
    int from = rest.indexOf('|', rest.indexOf('|') + 1);
    return first.substring(0, start) + rest.substring(from);
  }
}
