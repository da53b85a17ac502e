package org.loadline.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;

/** Finds out how each search of a program can be run, from its text alone. */
public final class SearchWays {
  private final Program program;
  private final KnownSigns signs;

  public SearchWays(Program program) {
    this.program = program;
    this.signs = new KnownSigns(program);
  }

  /** Those of all facts, in order. */
  public List<SearchWay> all() {
    List<SearchWay> all = new ArrayList<>();
    program.facts().forEach(fact -> add(fact.body(), all));
    return all;
  }

  private void add(Expr formula, List<SearchWay> all) {
    if (formula instanceof Expr.Search search) {
      all.add(of(search));
    }
    ExprWalk.parts(formula).forEach(part -> add(part, all));
  }

  public SearchWay of(Expr.Search search) {
    CourseWalk walk = new CourseWalk(program, signs);
    walk.condition(search);
    return new SearchWay(search, points(search), walk.obstacle(), walk.undirected());
  }

  /** How many points there are, if the text says. */
  private static Optional<BigInteger> points(Expr.Search search) {
    if (search.from() instanceof Expr.Constant a
        && search.to() instanceof Expr.Constant b
        && search.step() instanceof Expr.Constant s
        && a.value() instanceof Exact from
        && b.value() instanceof Exact to
        && s.value() instanceof Exact step
        && to.compareTo(from) >= 0) {
      Exact steps = to.minus(from).dividedBy(step);
      return Optional.of(steps.numerator().divide(steps.denominator()).add(BigInteger.ONE));
    }
    return Optional.empty();
  }
}
