package org.loadline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Documents with one value changed. */
final class Damage {
  private Damage() {}

  /** Each place in a document where a value stands. */
  static List<List<String>> leaves(JsonNode node) {
    List<List<String>> all = new ArrayList<>();
    if (node.isValueNode()) {
      all.add(List.of());
    }
    node.fieldNames().forEachRemaining(name -> all.addAll(below(name, node.get(name))));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      all.addAll(below(String.valueOf(i), node.get(i)));
    }
    return all;
  }

  private static List<List<String>> below(String name, JsonNode node) {
    return leaves(node).stream()
        .map(
            path -> {
              List<String> longer = new ArrayList<>(List.of(name));
              longer.addAll(path);
              return List.copyOf(longer);
            })
        .toList();
  }

  private static JsonNode at(JsonNode node, String step) {
    return node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
  }

  /** Changes one value; a text in one letter that leaves it a text of its kind where it can. */
  static void at(ObjectNode document, List<String> path) {
    JsonNode parent = document;
    for (String step : path.subList(0, path.size() - 1)) {
      parent = at(parent, step);
    }
    JsonNode value = at(parent, path.getLast());
    String text = value.asText();
    JsonNode other =
        value.isTextual()
            ? new ObjectMapper().valueToTree(text.substring(0, text.length() - 1) + flipped(text))
            : value.isBoolean()
                ? new ObjectMapper().valueToTree(!value.booleanValue())
                : new ObjectMapper().valueToTree(value.asInt() + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(path.getLast()), other);
    } else {
      ((ObjectNode) parent).set(path.getLast(), other);
    }
  }

  private static char flipped(String text) {
    char last = text.charAt(text.length() - 1);
    return last == '1' ? '2' : '1';
  }
}
