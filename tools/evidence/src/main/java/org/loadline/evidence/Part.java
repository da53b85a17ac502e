package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one entity as one hash: the root of a tree over them, in the order of identity.
 *
 * @param columns what is in a row besides its identity, in the order of their letters
 * @param faults how many of these have no value
 */
public record Part(String entity, List<String> columns, int rows, int faults, String root) {
  /** What the one row of what is of no row is called. */
  static final String SYSTEM = "system";

  public Part {
    columns = List.copyOf(columns);
  }

  ObjectNode node() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("entity", entity);
    ArrayNode names = node.putArray("columns");
    columns.forEach(names::add);
    return node.put("rows", rows).put("faults", faults).put("root", root);
  }

  static Part read(JsonNode node) {
    List<String> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(Documents.text(column)));
    return new Part(
        Documents.text(node, "entity"),
        columns,
        Documents.count(node, "rows"),
        Documents.count(node, "faults"),
        Documents.hash(node, "root"));
  }
}
