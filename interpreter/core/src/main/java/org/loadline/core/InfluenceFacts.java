package org.loadline.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How facts move, each worked out once for all that may be known where it is read.
 *
 * <p>A fact that reads itself of earlier rows is first assumed to stand still, and worked out again
 * until it moves as was assumed.
 */
final class InfluenceFacts {
  private final Program program;
  private final Cause cause;
  private final InfluenceWalk walk;
  private final Map<Called, InfluenceTrail.Of> known = new HashMap<>();

  /** What is assumed of facts that are being worked out, which earlier rows read again. */
  private final Map<Called, Trend> assumed = new HashMap<>();

  private final Set<Called> readAgain = new HashSet<>();

  InfluenceFacts(Program program, Cause cause, InfluenceWalk walk) {
    this.program = program;
    this.cause = cause;
    this.walk = walk;
  }

  /** A fact with what its parameters, the inputs that are given and what is known of it do. */
  private record Called(
      FactRef fact,
      Map<Integer, Course> slots,
      Map<Object, Course> inputs,
      Map<Object, Course> refined) {}

  /** Of a fact by itself. */
  Course course(Fact fact) {
    return called(fact, Map.of(), Map.of(), Map.of());
  }

  /** Whether a fact is itself what moves. */
  boolean isCause(Fact fact) {
    return cause.trend(fact.ref()).moves();
  }

  /** The place inside a fact that is read. */
  InfluencePlace enter(Expr.FactOf e, Fact fact, InfluencePlace at) {
    Map<Integer, Course> slots = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      slots.put(fact.parameters().get(i).slot(), walk.course(e.arguments().get(i), at));
    }
    return at.entering(fact, slots, isSameRow(e, fact, at));
  }

  private static boolean isSameRow(Expr.FactOf e, Fact fact, InfluencePlace at) {
    return fact.owner().isPresent()
        && at.fact().flatMap(Fact::owner).equals(fact.owner())
        && e.row().filter(InfluenceRows::isRow).isPresent();
  }

  /** Of a fact where it is read. */
  Course course(Expr.FactOf e, InfluencePlace at) {
    if (e.row().filter(r -> walk.course(r, at).moves()).isPresent()) {
      return walk.rows().picked(e, at).orElse(InfluenceWalk.lost());
    }
    Optional<Course> picked = walk.rows().picked(e, at);
    if (picked.isPresent()) {
      return picked.get();
    }
    Fact fact = program.fact(e.fact());
    InfluencePlace inside = enter(e, fact, at);
    return called(fact, inside.slots(), inside.inputs(), inside.refined());
  }

  private Course called(
      Fact fact,
      Map<Integer, Course> slots,
      Map<Object, Course> inputs,
      Map<Object, Course> refined) {
    Called called = new Called(fact.ref(), slots, inputs, refined);
    InfluenceTrail.Of found = known.get(called);
    if (found == null) {
      found = assumed.containsKey(called) ? again(fact, called) : find(fact, called);
    }
    walk.tell(found);
    return found.course();
  }

  /** What is read of earlier rows moves as those rows do: as was assumed of this one. */
  private InfluenceTrail.Of again(Fact fact, Called called) {
    readAgain.add(called);
    Trend trend = Objects.requireNonNull(assumed.get(called));
    InfluenceTrail trail =
        trend == Trend.UNKNOWN
            ? InfluenceTrail.NOTHING.lost(fact.body(), InfluencePlace.in(fact))
            : InfluenceTrail.NOTHING;
    return new InfluenceTrail.Of(Course.anything(trend), trail);
  }

  private InfluenceTrail.Of find(Fact fact, Called called) {
    Set<Called> knownBefore = Set.copyOf(known.keySet());
    assumed.put(called, Trend.SAME);
    InfluenceTrail.Of found = workOut(fact, called);
    while (readAgain.contains(called)
        && found.course().trend() != Objects.requireNonNull(assumed.get(called))) {
      known.keySet().retainAll(knownBefore);
      assumed.merge(called, found.course().trend(), InfluenceFacts::later);
      found = workOut(fact, called);
    }
    assumed.remove(called);
    if (readAgain.remove(called) || !readAgain.isEmpty()) {
      known.keySet().retainAll(knownBefore);
    }
    if (readAgain.isEmpty()) {
      known.put(called, found);
    }
    return found;
  }

  private static Trend later(Trend assumed, Trend found) {
    Trend either = assumed.or(found);
    return either == Trend.EITHER ? Trend.UNKNOWN : either;
  }

  private InfluenceTrail.Of workOut(Fact fact, Called called) {
    InfluencePlace inside =
        new InfluencePlace(called.slots(), called.inputs(), called.refined(), Optional.of(fact));
    InfluenceTrail.Of body = walk.told(() -> walk.course(fact.body(), inside));
    Trend itself = cause.trend(fact.ref());
    return itself.moves()
        ? new InfluenceTrail.Of(body.course().moving(itself), InfluenceTrail.NOTHING)
        : body;
  }
}
