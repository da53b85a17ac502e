package org.loadline.engine.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Assumption;
import org.loadline.core.Builtin;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.StepSize;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;

/**
 * Which facts a plan leaves to the reference evaluator: those that suppose a world of a rare make.
 *
 * <p>Rare are rows that are added and looked through otherwise than by aggregates, and worlds in
 * which an assumption may fail otherwise than by not holding; and what is asked of each earlier row
 * with other arguments.
 */
final class AskedFacts {
  private final Program program;
  private final InputReads reads;
  private final Map<FactRef, Boolean> tainted = new HashMap<>();
  private final Map<FactRef, Boolean> asked = new HashMap<>();
  private final Set<FactRef> within = new HashSet<>();
  private final EarlierCircle circle;

  AskedFacts(Program program, InputReads reads) {
    this.circle = new EarlierCircle(program);
    this.program = program;
    this.reads = reads;
  }

  /** Whether the reference evaluator works a fact without parameters out. */
  boolean isAsked(Fact fact) {
    return fact.parameters().isEmpty()
        && asked.computeIfAbsent(fact.ref(), f -> isRare(fact.body(), false));
  }

  /**
   * @param supposed whether the formula stands in a supposed world
   */
  private boolean isRare(Expr formula, boolean supposed) {
    boolean here =
        switch (formula) {
          // Piece by piece a condition is worked out without the reference evaluator.
          case Expr.Search e -> isTainted(e.condition());
          case Expr.Given e -> !isNative(e) || isRare(e.body(), true);
          case Expr.FactOf e -> isRare(e.fact(), supposed);
          default -> false;
        };
    return here
        || (formula instanceof Expr.Given e
            ? e.changes().stream()
                .flatMap(c -> ExprWalk.parts(c).stream())
                .anyMatch(part -> isRare(part, supposed))
            : ExprWalk.parts(formula).stream().anyMatch(part -> isRare(part, supposed)));
  }

  /** Facts with parameters are substituted, all others are asked for by themselves. */
  private boolean isRare(FactRef ref, boolean supposed) {
    Fact fact = program.fact(ref);
    if (fact.parameters().isEmpty()) {
      return supposed && isTainted(fact);
    }
    if (circle.goesOn(ref)) {
      return true;
    }
    if (!within.add(ref)) {
      // A fact of earlier rows may read itself.
      return false;
    }
    try {
      return isRare(fact.body(), supposed)
          || fact.needs().filter(n -> isRare(n, supposed)).isPresent();
    } finally {
      within.remove(ref);
    }
  }

  /** Whether anything that a fact reads supposes a rare world, or is asked for. */
  private boolean isTainted(Fact fact) {
    Boolean known = tainted.get(fact.ref());
    if (known == null) {
      // A fact of earlier rows may read itself.
      tainted.put(fact.ref(), false);
      known = isTainted(fact.body()) || fact.needs().filter(this::isTainted).isPresent();
      tainted.put(fact.ref(), known);
    }
    return known;
  }

  private boolean isTainted(Expr formula) {
    boolean here =
        switch (formula) {
          case Expr.Given e -> !isNative(e);
          case Expr.FactOf e -> circle.goesOn(e.fact()) || isTainted(program.fact(e.fact()));
          default -> false;
        };
    return here || ExprWalk.parts(formula).stream().anyMatch(this::isTainted);
  }

  private boolean isNative(Expr.Given given) {
    return why(given).isEmpty();
  }

  private Optional<WhyAsked> why(Expr.Given given) {
    Optional<WhyAsked> change =
        given.changes().stream().flatMap(c -> why(given, c).stream()).findFirst();
    World.Affected affected = affected(given);
    boolean judged = !affected.soundness().isEmpty() || affected.whole();
    if (change.isPresent() || !judged) {
      return change;
    }
    boolean decides =
        program.assumptions().stream()
            .filter(a -> isReadIn(a, affected))
            .allMatch(a -> alwaysDecides(a.condition()));
    return decides ? Optional.empty() : Optional.of(WhyAsked.ASSUMPTION);
  }

  private Optional<WhyAsked> why(Expr.Given given, Change change) {
    return switch (change) {
      case Change.OfRow c when !new AddedReach(program, reads).isTold(given, c) ->
          Optional.of(WhyAsked.ADDED_ROW);
      case Change.OfRow c ->
          assumptions(Optional.of(c.entity())).stream().allMatch(a -> alwaysDecides(a.condition()))
              ? Optional.empty()
              : Optional.of(WhyAsked.ASSUMPTION);
      case Change.OfField _, Change.OfSystem _, Change.OfParam _ -> Optional.empty();
    };
  }

  /** The nearest reason in what a fact reads; for one that is asked. */
  WhyAsked why(Fact fact) {
    Set<FactRef> seen = new HashSet<>(Set.of(fact.ref()));
    Deque<Expr> ahead = new ArrayDeque<>(List.of(fact.body()));
    while (!ahead.isEmpty()) {
      Expr formula = ahead.remove();
      Optional<WhyAsked> here =
          switch (formula) {
            case Expr.Given e -> why(e);
            case Expr.FactOf e when circle.goesOn(e.fact()) -> Optional.of(WhyAsked.ARGUMENTS);
            default -> Optional.empty();
          };
      if (here.isPresent()) {
        return here.get();
      }
      ahead.addAll(ExprWalk.parts(formula));
      if (formula instanceof Expr.FactOf e && seen.add(e.fact())) {
        ahead.add(program.fact(e.fact()).body());
        program.fact(e.fact()).needs().ifPresent(ahead::add);
      }
    }
    throw new IllegalArgumentException("nobody asks for " + fact.ref());
  }

  private Field field(Change.OfField change) {
    return program.entity(change.entity()).fields().get(change.field());
  }

  private boolean isReadIn(Assumption assumption, World.Affected affected) {
    return affected.inputs().stream().anyMatch(reads.of(assumption.condition()).inputs()::contains);
  }

  /** What may differ in a world because of its own changes. */
  World.Affected affected(Expr.Given given) {
    Set<Object> inputs = new HashSet<>();
    Set<EntityRef> judged = new HashSet<>();
    boolean whole = false;
    for (Change change : given.changes()) {
      inputs.add(InputReads.subject(change));
      switch (change) {
        case Change.OfField c -> field(c).within().ifPresent(w -> judged.add(c.entity()));
        case Change.OfSystem c -> whole |= isBounded(c.input());
        case Change.OfParam c -> {}
        case Change.OfRow c -> {}
      }
    }
    World.Affected first = new World.Affected(inputs, judged, whole);
    for (Assumption assumption : program.assumptions()) {
      if (isReadIn(assumption, first)) {
        assumption.owner().ifPresent(judged::add);
        whole |= assumption.owner().isEmpty();
      }
    }
    return new World.Affected(Set.copyOf(inputs), Set.copyOf(judged), whole);
  }

  private boolean isBounded(InputRef input) {
    return program.system().get(input.index()).within().isPresent();
  }

  /** All assumptions about an entity, or the whole. */
  List<Assumption> assumptions(Optional<EntityRef> owner) {
    return program.assumptions().stream().filter(a -> a.owner().equals(owner)).toList();
  }

  /** The assumptions about an entity, or the whole, that a world may decide otherwise. */
  List<Assumption> assumptions(Optional<EntityRef> owner, World.Affected affected) {
    return assumptions(owner).stream().filter(a -> isReadIn(a, affected)).toList();
  }

  /** Whether a condition on inputs that are there holds or does not, and never fails. */
  private static boolean alwaysDecides(Expr formula) {
    boolean here =
        switch (formula) {
          case Expr.Divide _,
              Expr.SquareRoot _,
              Expr.RowWithKey _,
              Expr.Lookup _,
              Expr.Marginal _,
              Expr.Interpolated _,
              Expr.Pick _,
              Expr.Else _,
              Expr.Search _,
              Expr.Given _ ->
              false;
          case Expr.Apply e ->
              switch (e.builtin()) {
                case Builtin.ABS,
                    Builtin.SIGN,
                    Builtin.MIN,
                    Builtin.MAX,
                    Builtin.CLAMP,
                    Builtin.NORMAL_CDF ->
                    true;
                case Builtin.REMAINDER, Builtin.EXP, Builtin.LN, Builtin.POWER -> false;
              };
          case Expr.Aggregate e ->
              switch (e.kind()) {
                case SUM, COUNT, ANY, ALL -> true;
                case MIN, MAX, MEAN, WEIGHTED_MEAN -> false;
              };
          case Expr.Round e -> e.step() instanceof StepSize.Whole;
          case Expr.FieldOf e -> !e.row().type().isOptional();
          default -> true;
        };
    return here && ExprWalk.parts(formula).stream().allMatch(AskedFacts::alwaysDecides);
  }
}
