package org.loadline.syntax;

import java.util.List;
import java.util.Optional;
import org.loadline.source.Span;

/**
 * A type as written: units multiplied and divided, or one name of a kind, choice or entity.
 *
 * <p>{@code USD/base}, {@code token of borrowed}, {@code ratio}, {@code 1/year}.
 */
public record TypeExpression(List<Factor> factors, Span span) {
  public TypeExpression {
    factors = List.copyOf(factors);
  }

  /**
   * One factor; {@code owner} is the path after {@code of}, empty if none is written. {@code 1} has
   * no name.
   */
  public record Factor(Optional<Name> name, List<Name> owner, boolean divides, Span span) {
    public Factor {
      owner = List.copyOf(owner);
    }
  }
}
