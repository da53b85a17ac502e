package org.loadline.conform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case of a rule, as its system published it.
 *
 * <p>{@code inputs} and {@code expected} are objects; {@code tolerance} is {@code "exact"} or says
 * by how much results may differ.
 */
public record PublishedCase(
    String id,
    String system,
    String rule,
    JsonNode inputs,
    JsonNode expected,
    JsonNode tolerance,
    String description) {}
