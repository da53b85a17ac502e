package org.loadline.cli.report;

import java.util.List;
import org.loadline.source.Span;

/**
 * A name of a policy as the text defines it: its type, its formula, and the names that it reads.
 *
 * <p>{@code formula} is empty for what a host supplies; {@code note} says what else is known of it.
 * {@code repeated}: its parts are told where it stood first. {@code omitted}: how many parts a
 * limit left out.
 */
public record Definition(
    Kind kind,
    String name,
    String type,
    String formula,
    String note,
    String doc,
    Span place,
    List<Definition> parts,
    boolean repeated,
    int omitted) {
  /** What a name stands for. */
  public enum Kind {
    FACT,
    INPUT,
    SYSTEM,
    PARAM,
    TABLE
  }

  public Definition {
    parts = List.copyOf(parts);
  }
}
