package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.CaseBinding;
import org.loadline.core.CasePath;

/**
 * A node of a document, and the element of a list or object that it belongs to.
 *
 * <p>{@code pointer} is where it stands, as a JSON Pointer; with {@code #} after it, it is the name
 * or the place of what stands there.
 *
 * <p>At the start of a path the names {@code inputs}, {@code parent}, {@code key}, {@code place}
 * and {@code value} mean the whole, the element outside, the name of the entry, the place in the
 * list counted from 1, and the element itself; a member with such a name goes before.
 */
record Place(JsonNode node, Element element, List<String> suffixes, String name, String pointer) {
  /** One of many, with what it is among them; {@code number} is 0 for the whole. */
  record Element(JsonNode node, String key, int number, Optional<Element> outer, String pointer) {}

  static Place top(JsonNode inputs, CaseBinding binding) {
    List<String> suffixes = binding.suffixes().keySet().stream().sorted().toList();
    return new Place(inputs, new Element(inputs, "", 0, Optional.empty(), ""), suffixes, "", "");
  }

  /** Whether a case, or an element, is one of those meant. */
  boolean passes(List<CaseBinding.Test> tests) {
    return tests.stream().allMatch(this::passes);
  }

  private boolean passes(CaseBinding.Test test) {
    Optional<JsonNode> node = at(test.path()).filter(n -> !n.isNull());
    return switch (test.sort()) {
      case PRESENT -> node.isPresent();
      case ABSENT -> node.isEmpty();
      case EQUALS -> node.filter(n -> n.asText().equals(test.text())).isPresent();
      case DIFFERS -> node.filter(n -> n.asText().equals(test.text())).isEmpty();
    };
  }

  /** What stands at a path to one node; empty if nothing does. */
  Optional<JsonNode> at(CasePath path) {
    return one(path).map(Place::node);
  }

  /** The first that a path leads to. */
  Optional<Place> one(CasePath path) {
    return all(path).stream().findFirst();
  }

  /** Every node that a path leads to. */
  List<Place> all(CasePath path) {
    List<Place> at = List.of(this);
    boolean start = true;
    for (CasePath.Step step : path.steps()) {
      List<Place> next = new ArrayList<>();
      for (Place place : at) {
        (start ? place.begin(step) : place.member(step.name())).ifPresent(next::add);
      }
      start = start && step.name().equals("parent") && !step.quoted() && member("parent").isEmpty();
      at = next;
      for (CasePath.Index index : step.indices()) {
        at = at.stream().flatMap(place -> place.parts(index).stream()).toList();
      }
    }
    return at;
  }

  private Optional<Place> begin(CasePath.Step step) {
    return step.quoted() ? member(step.name()) : begin(step.name());
  }

  /** What a path begins at that begins with a name. */
  Optional<Place> begin(String first) {
    Optional<Place> member = member(first);
    if (member.isPresent()) {
      return member;
    }
    boolean among = element.number > 0;
    return switch (first) {
      case "inputs" -> Optional.of(whole());
      case "parent" -> element.outer.map(this::of);
      case "key" -> among ? Optional.of(with(TextNode.valueOf(element.key))) : Optional.empty();
      case "place" -> among ? Optional.of(with(IntNode.valueOf(element.number))) : Optional.empty();
      case "value" -> among ? Optional.of(this) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Place whole() {
    Element at = element;
    while (at.outer.isPresent()) {
      at = at.outer.get();
    }
    return of(at);
  }

  private Place of(Element other) {
    return new Place(other.node, other, suffixes, "", other.pointer);
  }

  private Place with(JsonNode other) {
    return new Place(other, element, suffixes, name, element.pointer + "#");
  }

  /** A member by its name, or by its name and the one suffix that there is. */
  private Optional<Place> member(String member) {
    return actual(member)
        .map(
            found -> new Place(node.get(found), element, suffixes, found, pointer(pointer, found)));
  }

  /** What a member is called in full: a name may leave out how its number is written. */
  private Optional<String> actual(String plain) {
    if (node.has(plain)) {
      return Optional.of(plain);
    }
    List<String> there =
        suffixes.stream().map(suffix -> plain + "_" + suffix).filter(node::has).toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  private List<Place> parts(CasePath.Index index) {
    List<Place> parts = new ArrayList<>();
    switch (index) {
      case CasePath.Index.Element(var place) -> {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
          if (place.isEmpty() || place.getAsInt() == i + 1) {
            parts.add(part(node.get(i), "", i + 1, String.valueOf(i)));
          }
        }
      }
      case CasePath.Index.Entry entry -> {
        int number = 0;
        for (var field : node.properties()) {
          parts.add(part(field.getValue(), field.getKey(), ++number, field.getKey()));
        }
      }
      case CasePath.Index.Placed placed -> throw new IllegalStateException("a fact in inputs");
      case CasePath.Index.Keyed keyed -> throw new IllegalStateException("a fact in inputs");
      case CasePath.Index.Matched matched -> throw new IllegalStateException("a fact in inputs");
    }
    return parts;
  }

  private Place part(JsonNode one, String key, int number, String token) {
    String at = pointer(pointer, token);
    Element part = new Element(one, key, number, Optional.of(element), at);
    return new Place(one, part, suffixes, name, at);
  }

  /** A JSON Pointer with one more token. */
  static String pointer(String outer, String token) {
    return outer + "/" + token.replace("~", "~0").replace("/", "~1");
  }
}
