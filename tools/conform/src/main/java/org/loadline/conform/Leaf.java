package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.core.CasePath;

/**
 * One value of what a case expects, with the way to it and its tolerance; an empty list or object
 * is one too.
 *
 * <p>A part of the way is the name of a member or the place in a list, from 0.
 */
record Leaf(List<Part> way, JsonNode node, JsonNode tolerance, Set<String> suffixes) {
  /** The name of a member, or the place in a list. */
  sealed interface Part {
    record Name(String name) implements Part {}

    record Item(int place, JsonNode element) implements Part {}
  }

  Leaf {
    way = List.copyOf(way);
  }

  /** Every leaf of a document, in its order. */
  static List<Leaf> all(JsonNode expected, JsonNode tolerance, Set<String> suffixes) {
    List<Leaf> leaves = new ArrayList<>();
    collect(expected, tolerance, List.of(), suffixes, leaves);
    return leaves;
  }

  private static void collect(
      JsonNode node, JsonNode tolerance, List<Part> way, Set<String> suffixes, List<Leaf> leaves) {
    if (!node.isContainerNode() || (node.isEmpty() && !way.isEmpty())) {
      leaves.add(new Leaf(way, node, tolerance, suffixes));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        JsonNode inside = Tolerance.inside(tolerance, String.valueOf(i));
        collect(node.get(i), inside, and(way, new Part.Item(i, node.get(i))), suffixes, leaves);
      }
    } else {
      node.properties()
          .forEach(
              field ->
                  collect(
                      field.getValue(),
                      Tolerance.inside(tolerance, field.getKey()),
                      and(way, new Part.Name(field.getKey())),
                      suffixes,
                      leaves));
    }
  }

  private static List<Part> and(List<Part> way, Part last) {
    List<Part> longer = new ArrayList<>(way);
    longer.add(last);
    return longer;
  }

  /** How people read the way: {@code depositors.alice.gain}, {@code order[2].closed}. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : way) {
      switch (part) {
        case Part.Name(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
        case Part.Item(int place, JsonNode element) ->
            text.append('[').append(place + 1).append(']');
      }
    }
    return text.toString();
  }

  /** What stands there, as a document writes it. */
  String written() {
    return node.isNull() ? "null" : node.asText();
  }

  /** The last name on the way: the one that says how numbers are written. */
  String name() {
    for (Part part : way.reversed()) {
      if (part instanceof Part.Name(String name)) {
        return name;
      }
    }
    return "";
  }

  /**
   * What stands on the way where a path has facts; empty if the path does not lead here. An empty
   * list is led to by a path to its elements.
   */
  Optional<List<String>> captures(CasePath path) {
    List<String> captures = new ArrayList<>();
    int at = 0;
    for (CasePath.Step step : path.steps()) {
      if (at >= way.size() || !(way.get(at) instanceof Part.Name(String name))) {
        return Optional.empty();
      }
      if (!isCalled(name, step.name())) {
        return Optional.empty();
      }
      at++;
      for (CasePath.Index index : step.indices()) {
        if (at == way.size() && node.isContainerNode()) {
          return Optional.of(captures);
        }
        if (at >= way.size() || !fits(index, way.get(at), captures)) {
          return Optional.empty();
        }
        at++;
      }
    }
    return at == way.size() ? Optional.of(captures) : Optional.empty();
  }

  /** Whether this is what tells elements apart on a path: `name` of `accounts[name: id].cash`. */
  boolean identifies(CasePath path) {
    List<CasePath.Step> steps = new ArrayList<>();
    for (CasePath.Step step : path.steps()) {
      List<CasePath.Index> indices = new ArrayList<>();
      for (CasePath.Index index : step.indices()) {
        if (index instanceof CasePath.Index.Matched(String member)) {
          List<CasePath.Index> each = new ArrayList<>(indices);
          each.add(new CasePath.Index.Element(OptionalInt.empty()));
          List<CasePath.Step> way = new ArrayList<>(steps);
          way.add(new CasePath.Step(step.name(), step.quoted(), each));
          way.add(new CasePath.Step(member, true, List.of()));
          if (captures(new CasePath(way, path.text())).isPresent()) {
            return true;
          }
        }
        indices.add(index);
      }
      steps.add(step);
    }
    return false;
  }

  /** Whether a path leads here or to something that this is in. */
  boolean isWithin(CasePath path) {
    for (int end = 1; end <= way.size(); end++) {
      Leaf outer = new Leaf(way.subList(0, end), node, tolerance, suffixes);
      if (outer.captures(path).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** A path may leave out how the number is written. */
  private boolean isCalled(String name, String said) {
    boolean longer = name.startsWith(said + "_");
    return name.equals(said) || (longer && suffixes.contains(name.substring(said.length() + 1)));
  }

  private static boolean fits(CasePath.Index index, Part part, List<String> captures) {
    return switch (part) {
      case Part.Name(String name) ->
          switch (index) {
            case CasePath.Index.Entry entry -> true;
            case CasePath.Index.Keyed keyed -> captures.add(name);
            case CasePath.Index.Element element -> false;
            case CasePath.Index.Placed placed -> false;
            case CasePath.Index.Matched matched -> false;
          };
      case Part.Item(int place, JsonNode element) ->
          switch (index) {
            case CasePath.Index.Element(var wanted) ->
                wanted.isEmpty() || wanted.getAsInt() == place + 1;
            case CasePath.Index.Placed placed -> captures.add(String.valueOf(place + 1));
            case CasePath.Index.Matched(String member) ->
                element.has(member) && captures.add(element.get(member).asText());
            case CasePath.Index.Entry entry -> false;
            case CasePath.Index.Keyed keyed -> false;
          };
    };
  }
}
