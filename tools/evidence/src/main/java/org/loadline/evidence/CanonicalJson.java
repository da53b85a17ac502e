package org.loadline.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * JSON in one way of writing, so that a hash or a signature of it is one of what it says: names in
 * the order of their letters, no blanks, UTF-8.
 */
public final class CanonicalJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CanonicalJson() {}

  /** The bytes of a document. */
  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The same as text. */
  public static String text(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      String before = "{";
      for (String name : names) {
        text.append(before).append(quoted(name)).append(':');
        write(node.get(name), text);
        before = ",";
      }
      text.append(names.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      String before = "[";
      for (JsonNode element : node) {
        text.append(before);
        write(element, text);
        before = ",";
      }
      text.append(node.isEmpty() ? "[]" : "]");
    } else {
      text.append(node.isTextual() ? quoted(node.textValue()) : node.toString());
    }
  }

  private static String quoted(String text) {
    try {
      return MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException aTextCanBeWritten) {
      throw new IllegalStateException(aTextCanBeWritten);
    }
  }
}
