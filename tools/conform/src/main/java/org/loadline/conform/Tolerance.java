package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;

/**
 * By how much a result may differ from what is expected, in the units that the document counts in.
 *
 * <p>{@code absolute} is a number, {@code relative} a share of what is expected; within either is
 * enough. Exact has neither.
 */
record Tolerance(Optional<Exact> absolute, Optional<Exact> relative) {
  static final Tolerance EXACT = new Tolerance(Optional.empty(), Optional.empty());

  private static final List<String> ABSOLUTE = List.of("absolute", "abs");
  private static final List<String> RELATIVE = List.of("relative", "relative_float", "rel");

  /** What a document says; empty if it says something else. */
  static Optional<Tolerance> of(JsonNode written) {
    if (written.isMissingNode() || written.isNull() || written.asText().equals("exact")) {
      return Optional.of(EXACT);
    }
    if (!written.isObject()) {
      return Optional.empty();
    }
    Optional<Exact> absolute = number(written, ABSOLUTE);
    Optional<Exact> relative = number(written, RELATIVE);
    switch (written.path("kind").asText()) {
      case "exact" -> {
        return Optional.of(EXACT);
      }
      case "abs" -> absolute = number(written, List.of("value"));
      case "rel" -> relative = number(written, List.of("value"));
      default -> {}
    }
    return absolute.isEmpty() && relative.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tolerance(absolute, relative));
  }

  private static Optional<Exact> number(JsonNode written, List<String> names) {
    return names.stream()
        .filter(written::has)
        .findFirst()
        .flatMap(name -> ReadingValues.number(written.get(name).asText()));
  }

  /** What is said for a member of an object, or for an element of a list. */
  static JsonNode inside(JsonNode written, String member) {
    return written.has("per_field") ? written.get("per_field").path(member) : written;
  }

  boolean allows(Exact expected, Exact got) {
    Exact off = got.minus(expected).abs();
    return off.signum() == 0
        || absolute.filter(most -> off.compareTo(most) <= 0).isPresent()
        || relative.filter(share -> off.compareTo(expected.abs().times(share)) <= 0).isPresent();
  }
}
