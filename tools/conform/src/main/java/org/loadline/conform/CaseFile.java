package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of published cases: an object with {@code cases}, or an array of cases.
 *
 * <p>Numbers keep the digits they are written with. What is no case is a problem; the others stay.
 */
public record CaseFile(
    Path file, String system, List<PublishedCase> cases, List<CaseProblem> problems) {
  public CaseFile {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /** Reads a document; one that cannot be read has a problem and no cases. */
  public static CaseFile read(Path file) throws IOException {
    List<PublishedCase> cases = new ArrayList<>();
    List<CaseProblem> problems = new ArrayList<>();
    JsonFile read = JsonFile.read(file);
    if (read.document().isEmpty()) {
      read.problem().ifPresent(problems::add);
      return new CaseFile(file, stem(file), cases, problems);
    }
    JsonNode document = read.document().get();
    JsonNode list = document.isArray() ? document : document.path("cases");
    if (!list.isArray()) {
      problems.add(
          CaseProblem.of(
              CaseProblem.Code.NOT_CASES,
              "This document has no list of `cases`.",
              "It is an object with `cases`, each with `id`, `rule`, `inputs` and `expected`."));
    }
    String system = document.path("system").asText(stem(file));
    int place = 0;
    for (JsonNode item : list) {
      place++;
      String id = item.path("id").asText(system + "#" + place);
      boolean whole =
          item.path("rule").isTextual()
              && item.path("inputs").isObject()
              && item.path("expected").isObject();
      if (!whole) {
        problems.add(
            CaseProblem.of(
                CaseProblem.Code.NOT_A_CASE,
                "`" + id + "` (number " + place + ") is no case.",
                "A case has `rule`, and the objects `inputs` and `expected`."));
        continue;
      }
      JsonNode tolerance = item.path("tolerance");
      cases.add(
          new PublishedCase(
              id,
              item.path("system").asText(system),
              item.path("rule").asText(),
              item.path("inputs"),
              item.path("expected"),
              tolerance instanceof MissingNode ? TextNode.valueOf("exact") : tolerance,
              item.path("description").asText("")));
    }
    return new CaseFile(file, system, cases, problems);
  }

  /** The name of a file without its ending. */
  public static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
  }
}
