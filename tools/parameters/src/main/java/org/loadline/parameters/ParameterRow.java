package org.loadline.parameters;

import java.util.List;
import java.util.Optional;
import org.loadline.values.Value;

/**
 * A row of a snapshot: what it is a row of, what tells it apart, how people call it, where it
 * stands, and its settings.
 *
 * <p>{@code entity} is {@code system} or {@code param} for what belongs to no row.
 */
public record ParameterRow(
    String entity, List<Value> identity, String title, String pointer, List<Setting> settings) {
  public ParameterRow {
    identity = List.copyOf(identity);
    settings = List.copyOf(settings);
  }

  /**
   * One parameter: the field that it is in the policy, its name in the document, where it stands,
   * and what; {@code value} is empty if it could not be read.
   */
  public record Setting(
      String field, String called, String pointer, Optional<Text> text, Optional<Value> value) {}

  /** What stands in the document, and how it is shown to people. */
  public record Text(String raw, String shown) {}

  /** Its setting of a field. */
  public Optional<Setting> setting(String field) {
    return settings.stream().filter(s -> s.field().equals(field)).findFirst();
  }
}
