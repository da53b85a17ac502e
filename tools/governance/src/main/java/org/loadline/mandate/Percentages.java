package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.core.ExprParts;
import org.loadline.core.Program;
import org.loadline.source.Span;

/** Whether formulas are made of what a policy writes as percentages. */
record Percentages(Program program) {
  /** Whether they read something, and all of it is written so. */
  boolean all(List<Expr> formulas) {
    List<Boolean> read = new ArrayList<>();
    formulas.forEach(f -> look(f, read));
    return !read.isEmpty() && !read.contains(false);
  }

  private Expr look(Expr expr, List<Boolean> read) {
    switch (expr) {
      case Expr.ParamValue e -> read.add(follows(program.param(e.param()).span(), "\n"));
      case Expr.FieldOf e ->
          read.add(follows(program.entity(e.entity()).fields().get(e.field()).span(), "}"));
      case Expr.FactOf e -> look(program.fact(e.fact()).body(), read);
      default -> ExprParts.map(expr, part -> look(part, read));
    }
    return expr;
  }

  private static boolean follows(Span name, String until) {
    String rest = name.source().text().substring(name.end());
    int end = rest.indexOf(until);
    return (end < 0 ? rest : rest.substring(0, end)).contains("%");
  }
}
