package org.loadline.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy as the parts of its text, so that parts can be left out. */
record MadePolicy(List<String> declarations, List<Definition> definitions, List<String> report) {
  MadePolicy {
    declarations = List.copyOf(declarations);
    definitions = List.copyOf(definitions);
    report = List.copyOf(report);
  }

  /** A fact or a function; {@code owner} is an entity, or empty for the whole. */
  record Definition(String owner, String text) {}

  String text() {
    StringBuilder text = new StringBuilder("policy generated\n");
    declarations.forEach(d -> text.append("\n").append(d).append("\n"));
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    for (Definition definition : definitions) {
      blocks.computeIfAbsent(definition.owner(), o -> new ArrayList<>()).add(definition.text());
    }
    blocks.forEach(
        (owner, facts) -> {
          if (owner.isEmpty()) {
            facts.forEach(f -> text.append("\n").append(f).append("\n"));
          } else {
            text.append("\nfor each ").append(owner).append(" {\n");
            facts.forEach(f -> text.append("    ").append(indented(f)).append("\n"));
            text.append("}\n");
          }
        });
    if (!report.isEmpty()) {
      text.append("\nreport ").append(String.join(",\n    ", report)).append("\n");
    }
    return text.toString();
  }

  private static String indented(String fact) {
    return fact.replace("\n", "\n    ");
  }

  MadePolicy withoutDefinition(int index) {
    List<Definition> rest = new ArrayList<>(definitions);
    rest.remove(index);
    return new MadePolicy(declarations, rest, report);
  }

  MadePolicy withDefinition(int index, String text) {
    List<Definition> all = new ArrayList<>(definitions);
    all.set(index, new Definition(all.get(index).owner(), text));
    return new MadePolicy(declarations, all, report);
  }

  MadePolicy withDeclaration(int index, String text) {
    List<String> all = new ArrayList<>(declarations);
    all.set(index, text);
    return new MadePolicy(all, definitions, report);
  }

  MadePolicy withoutDeclaration(int index) {
    List<String> rest = new ArrayList<>(declarations);
    rest.remove(index);
    return new MadePolicy(rest, definitions, report);
  }

  MadePolicy reporting(List<String> outputs) {
    return new MadePolicy(declarations, definitions, outputs);
  }
}
