package org.loadline.core;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Expr.Compare.Comparison;

/**
 * Which way a value goes when its formula is replaced, in every row of every book that both
 * formulas have a value for.
 *
 * <p>Where both do the same to parts that differ, it goes as those make it go; a part that differs
 * goes where its range does, or where what is put around it takes it.
 */
final class FormulaChange {
  private final Program before;
  private final Program after;
  private final KnownRanges ranges;
  private final InfluenceWalk old;
  private final InfluenceWalk now;
  private Optional<String> why = Optional.empty();

  FormulaChange(Program before, Program after) {
    this.before = before;
    this.after = after;
    this.ranges = KnownRanges.ofAllWorlds(after, before);
    this.old = new InfluenceWalk(before, KnownRanges.ofAllWorlds(before, after), Cause.NOTHING);
    this.now = new InfluenceWalk(after, ranges, Cause.NOTHING);
  }

  /** A formula, what its variables are called, and the fact that it stands in. */
  record At(Program program, Expr formula, Map<Integer, String> names, Fact fact) {
    At of(Expr other) {
      return new At(program, other, names, fact);
    }

    List<Object> shape() {
      return new Shape(program, names).of(formula);
    }

    String words() {
      return Influence.words(formula);
    }
  }

  /** What became of a fact. */
  record Became(Influence.Way way, Optional<String> why) {
    static final Became UNKNOWN = new Became(Influence.Way.UNKNOWN, Optional.empty());
  }

  Became of(Fact a, Fact b) {
    why = Optional.empty();
    Course course = of(top(before, a), top(after, b));
    Influence.Way way = Influence.Way.of(course.trend());
    return new Became(
        way, way == Influence.Way.UNKNOWN || way == Influence.Way.NONE ? Optional.empty() : why);
  }

  private static At top(Program program, Fact fact) {
    return new At(program, fact.body(), Shape.arguments(fact), fact);
  }

  /** The range is that of the new formula, and if it moves that of both. */
  Course of(At a, At b) {
    Course is = range(now, b);
    if (a.shape().equals(b.shape())) {
      return is;
    }
    Trend trend = trend(a, b, is);
    return range(old, a).or(is).moving(trend);
  }

  static Course range(InfluenceWalk walk, At at) {
    return walk.course(at.formula(), InfluencePlace.in(at.fact())).moving(Trend.SAME);
  }

  private Trend trend(At a, At b, Course is) {
    Optional<Trend> unfolded = unfolded(a, b);
    if (unfolded.isPresent()) {
      return unfolded.get();
    }
    Trend byRange = byRange(a, b, is);
    if (byRange != Trend.UNKNOWN) {
      return byRange;
    }
    Trend alike = alike(a, b);
    if (alike != Trend.UNKNOWN) {
      return alike;
    }
    Trend arms = new DecisionChange(this).of(a, b);
    if (arms != Trend.UNKNOWN) {
      return arms;
    }
    Trend wrapped = wrapped(a, b);
    return wrapped != Trend.UNKNOWN ? wrapped : wrapped(b, a).reversed();
  }

  /** Names that only a definition sees stand for their formulas. */
  private Optional<Trend> unfolded(At a, At b) {
    Optional<At> left = unfold(a);
    Optional<At> right = unfold(b);
    return left.isEmpty() && right.isEmpty()
        ? Optional.empty()
        : Optional.of(of(left.orElse(a), right.orElse(b)).trend());
  }

  private static Optional<At> unfold(At at) {
    if (!(at.formula() instanceof Expr.FactOf e)) {
      return Optional.empty();
    }
    Fact fact = at.program().fact(e.fact());
    boolean here = e.row().map(InfluenceRows::isRow).orElse(fact.owner().isEmpty());
    boolean plain = e.arguments().stream().allMatch(a -> a instanceof Expr.Local);
    if (fact.origin() != Fact.Origin.LOCAL || !here || !plain) {
      return Optional.empty();
    }
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      int argument = ((Expr.Local) e.arguments().get(i)).slot();
      names.put(
          fact.parameters().get(i).slot(),
          at.names().getOrDefault(argument, Integer.toString(argument)));
    }
    return Optional.of(new At(at.program(), fact.body(), names, fact));
  }

  private Trend byRange(At a, At b, Course is) {
    Course was = range(old, a);
    boolean up = InfluenceTruth.isAtLeast(is, was);
    boolean down = InfluenceTruth.isAtLeast(was, is);
    if (up == down) {
      return up ? Trend.SAME : Trend.UNKNOWN;
    }
    say(a.words() + " becomes " + b.words() + ", which is never " + (up ? "less" : "more"));
    return up ? Trend.RISES : Trend.FALLS;
  }

  /** Whether a formula is of the newer program. */
  boolean isNew(At at) {
    return at.program() == after;
  }

  private void say(String words) {
    if (why.isEmpty()) {
      why = Optional.of(words);
    }
  }

  // ---- The same operation on other parts

  private Trend alike(At a, At b) {
    Optional<Trend> edge = edge(a, b);
    if (edge.isPresent()) {
      return edge.get();
    }
    List<Expr> parts = ExprWalk.parts(a.formula());
    List<Expr> others = ExprWalk.parts(b.formula());
    if (a.formula().getClass() != b.formula().getClass()
        || parts.size() != others.size()
        || (a.formula() instanceof Expr.Given x
            && b.formula() instanceof Expr.Given y
            && !a.of(x.body()).shape().equals(b.of(y.body()).shape()))) {
      return Trend.UNKNOWN;
    }
    Map<Integer, String> left = bound(a);
    Map<Integer, String> right = bound(b);
    Map<Expr, Course> moved = new IdentityHashMap<>();
    Map<Expr, String> blanks = new IdentityHashMap<>();
    Optional<String> known = why;
    for (int i = 0; i < parts.size(); i++) {
      At part = new At(a.program(), parts.get(i), left, a.fact());
      At other = new At(b.program(), others.get(i), right, b.fact());
      if (!part.shape().equals(other.shape())) {
        Course course = of(part, other);
        if (InfluenceWalk.isLost(course)) {
          why = known;
          return Trend.UNKNOWN;
        }
        moved.put(other.formula(), course);
      }
      blanks.put(parts.get(i), "part " + i);
      blanks.put(others.get(i), "part " + i);
    }
    if (!new Shape(a.program(), left, blanks)
        .of(a.formula())
        .equals(new Shape(b.program(), right, blanks).of(b.formula()))) {
      why = known;
      return Trend.UNKNOWN;
    }
    InfluenceWalk walk = new InfluenceWalk(after, ranges, Cause.ofFormulas(moved));
    return Influence.Way.of(walk.course(b.formula(), InfluencePlace.in(b.fact())).trend()).trend();
  }

  /** What the variables are called inside a formula, its own included, in the order of the text. */
  private static Map<Integer, String> bound(At at) {
    Map<Integer, String> names = new HashMap<>(at.names());
    ExprParts.mapWithSlots(
        at.formula(),
        part -> part,
        slot -> {
          names.putIfAbsent(slot, "v" + names.size());
          return slot;
        });
    return names;
  }

  /** A comparison of the same that takes in its edge, or leaves it out. */
  private Optional<Trend> edge(At a, At b) {
    if (a.formula() instanceof Expr.Compare x
        && b.formula() instanceof Expr.Compare y
        && x.comparison() != y.comparison()
        && a.of(x.left()).shape().equals(b.of(y.left()).shape())
        && a.of(x.right()).shape().equals(b.of(y.right()).shape())) {
      if (includes(y.comparison(), x.comparison())) {
        say(b.words() + " holds wherever " + a.words() + " does");
        return Optional.of(Trend.RISES);
      }
      if (includes(x.comparison(), y.comparison())) {
        say(a.words() + " holds wherever " + b.words() + " does");
        return Optional.of(Trend.FALLS);
      }
    }
    return Optional.empty();
  }

  private static boolean includes(Comparison wide, Comparison narrow) {
    return switch (wide) {
      case AT_MOST -> narrow == Comparison.BELOW || narrow == Comparison.EQUAL;
      case AT_LEAST -> narrow == Comparison.ABOVE || narrow == Comparison.EQUAL;
      case NOT_EQUAL -> narrow == Comparison.BELOW || narrow == Comparison.ABOVE;
      case EQUAL, BELOW, ABOVE -> false;
    };
  }

  // ---- Something put around what was there

  private Trend wrapped(At a, At b) {
    Optional<String> known = why;
    for (Expr inside : ExprWalk.parts(b.formula())) {
      if (!Surrounding.mayWrap(b.formula())) {
        break;
      }
      At part = b.of(inside);
      Trend around = Surrounding.of(isNew(b) ? now : old, b, inside);
      if (around == Trend.UNKNOWN) {
        continue;
      }
      boolean forth = isNew(b);
      Trend first =
          a.shape().equals(part.shape())
              ? Trend.SAME
              : Surrounding.mayWrap(inside) ? wrapped(a, part) : Trend.UNKNOWN;
      Trend both = first.with(around);
      if (both != Trend.UNKNOWN) {
        say(
            forth
                ? b.words()
                    + " is never "
                    + (both == Trend.RISES ? "less" : "more")
                    + " than it was"
                : a.words()
                    + " is never "
                    + (both == Trend.RISES ? "more" : "less")
                    + " than "
                    + b.words());
        return both;
      }
    }
    why = known;
    return Trend.UNKNOWN;
  }
}
