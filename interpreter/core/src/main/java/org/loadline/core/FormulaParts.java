package org.loadline.core;

import java.util.ArrayList;
import java.util.List;

/** What a formula is made of, for those who read it without evaluating it. */
public final class FormulaParts {
  private FormulaParts() {}

  /** The formulas that stand directly in another, in the order written. */
  public static List<Expr> of(Expr formula) {
    List<Expr> parts = new ArrayList<>();
    ExprParts.map(
        formula,
        part -> {
          parts.add(part);
          return part;
        });
    return List.copyOf(parts);
  }
}
