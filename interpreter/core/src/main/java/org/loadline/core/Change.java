package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.ParamRef;
import org.loadline.source.Span;

/**
 * One difference between a supposed world and the one in which it is supposed. All formulas in it
 * are worked out in the latter.
 */
public sealed interface Change {
  Span span();

  /**
   * An input of the rows of an entity: {@code slot} holds the row while {@code where} and {@code
   * value} are worked out. {@code family} holds a member for each choice of a column family.
   */
  record OfField(
      EntityRef entity,
      int field,
      List<Expr> family,
      int slot,
      String name,
      Optional<Expr> where,
      Expr value,
      Span span)
      implements Change {
    public OfField {
      family = List.copyOf(family);
    }
  }

  /** A system input. */
  record OfSystem(InputRef input, Expr value, Span span) implements Change {}

  /** A param. */
  record OfParam(ParamRef param, Expr value, Span span) implements Change {}

  /** One row more; a field that is not set is absent. */
  record OfRow(EntityRef entity, List<Setting> settings, Span span) implements Change {
    public OfRow {
      settings = List.copyOf(settings);
    }
  }

  /** A field of an added row; {@code member} is the place in a column family, 0 otherwise. */
  record Setting(int field, int member, Expr value, Span span) {}
}
