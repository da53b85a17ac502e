package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the formulas that a formula is made of. */
public final class ExprWalk {
  private ExprWalk() {}

  /** The formulas directly inside one, those of its changes, steps and collections included. */
  public static List<Expr> parts(Expr formula) {
    List<Expr> parts = new ArrayList<>();
    ExprParts.map(
        formula,
        part -> {
          parts.add(part);
          return part;
        });
    return parts;
  }

  /** Each change with its formulas, as if it were a formula of its own. */
  public static List<Expr> parts(Change change) {
    List<Expr> parts = new ArrayList<>();
    switch (change) {
      case Change.OfField c -> {
        parts.addAll(c.family());
        c.where().ifPresent(parts::add);
        parts.add(c.value());
      }
      case Change.OfSystem c -> parts.add(c.value());
      case Change.OfParam c -> parts.add(c.value());
      case Change.OfRow c -> c.settings().forEach(s -> parts.add(s.value()));
    }
    return parts;
  }

  /** The first formula inside one, or itself, that is of a kind. */
  public static <E extends Expr> Optional<E> first(Expr formula, Class<E> kind) {
    if (kind.isInstance(formula)) {
      return Optional.of(kind.cast(formula));
    }
    return parts(formula).stream().flatMap(p -> first(p, kind).stream()).findFirst();
  }
}
