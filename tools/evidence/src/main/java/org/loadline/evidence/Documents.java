package org.loadline.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.loadline.values.Exact;

/** Members of documents that are read; what is not there, or is no such thing, is refused. */
final class Documents {
  private Documents() {}

  /**
   * What a document says, without its signature; empty if it is none that could have been written:
   * it then says something else when it is written again.
   */
  static <T> Optional<T> read(
      ObjectNode document, Function<ObjectNode, T> reading, Function<T, ObjectNode> writing) {
    ObjectNode bare = document.deepCopy();
    bare.remove("signature");
    try {
      T read = reading.apply(bare);
      return Optional.of(read)
          .filter(r -> CanonicalJson.text(writing.apply(r)).equals(CanonicalJson.text(bare)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node, String name) {
    return text(node.path(name));
  }

  static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text");
    }
    return value.textValue();
  }

  static int count(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isInt() || value.intValue() < 0) {
      throw new IllegalArgumentException(name);
    }
    return value.intValue();
  }

  static Exact number(JsonNode node, String name) {
    return ExactCell.read(text(node, name)).orElseThrow(() -> new IllegalArgumentException(name));
  }

  static String hash(JsonNode node, String name) {
    return hash(node.path(name));
  }

  static String hash(JsonNode value) {
    String text = text(value);
    if (Digest.read(text).isEmpty()) {
      throw new IllegalArgumentException("no hash");
    }
    return text;
  }
}
