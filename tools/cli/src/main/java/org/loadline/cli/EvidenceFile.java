package org.loadline.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.loadline.evidence.CanonicalJson;
import org.loadline.evidence.Receipt;

/** Documents that were written as evidence, in files. */
final class EvidenceFile {
  private EvidenceFile() {}

  /** A document that says of what kind it is. */
  static ObjectNode read(Path file) {
    try {
      JsonNode node =
          new ObjectMapper()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(TextFile.read(file));
      if (node instanceof ObjectNode object && object.path("kind").isTextual()) {
        return object;
      }
      throw none(file, "it does not say of what `kind` it is");
    } catch (JsonProcessingException damaged) {
      throw none(file, "it is no JSON");
    }
  }

  /** Writes a document as it is hashed and signed. */
  static void write(Path file, ObjectNode document) {
    WholeFile.write(file, CanonicalJson.text(document) + "\n");
  }

  static Receipt receipt(Path file) {
    return Receipt.of(read(file)).orElseThrow(() -> none(file, "it is no receipt"));
  }

  static Refusal none(Path file, String problem) {
    return Refusal.misuse(VerifyProblem.NO_DOCUMENT, "path", file.toString(), "problem", problem);
  }
}
