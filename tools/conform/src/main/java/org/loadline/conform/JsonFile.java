package org.loadline.conform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of JSON, or why it is none.
 *
 * <p>Numbers keep the digits they are written with. A name that an object has twice is an error.
 */
public record JsonFile(Optional<JsonNode> document, Optional<CaseProblem> problem) {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(1 << 16)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .build();

  /** Reads a file. */
  public static JsonFile read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      return new JsonFile(Optional.of(JSON.readTree(text)), Optional.empty());
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      String place =
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
      return not(
          "This is no JSON document" + place + ": " + malformed.getOriginalMessage() + ".",
          "Mend it there.");
    } catch (java.nio.charset.CharacterCodingException notText) {
      return not("This file is not text in UTF-8.", "Save it as such.");
    }
  }

  private static JsonFile not(String message, String hint) {
    CaseProblem problem = CaseProblem.of(CaseProblem.Code.NOT_A_DOCUMENT, message, hint);
    return new JsonFile(Optional.empty(), Optional.of(problem));
  }
}
