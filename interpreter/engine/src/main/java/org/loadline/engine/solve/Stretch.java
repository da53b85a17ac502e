package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.data.Snapshot;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;

/**
 * Works out between what bounds terms lie over a stretch of points.
 *
 * <p>What rises, falls, or is made of such parts by sums, products of numbers of one sign, bounds,
 * rounding words and functions that rise, has exactly the bounds that it has at both ends. Of
 * anything else the bounds are farther apart than they need be, and closer the shorter the stretch.
 */
final class Stretch {
  private final Piece piece;
  private final Term point;
  private final Reach points;
  private final Memory memory;

  /**
   * @param piece works out what is the same at each point
   * @param points all points of the stretch
   */
  Stretch(Piece piece, Term point, Reach points) {
    this.piece = piece;
    this.point = point;
    this.points = points;
    this.memory = piece.newMemory();
  }

  /** Whether a condition holds, if that is the same at each point and it never fails. */
  Optional<Boolean> holds(Term condition) {
    return flag(condition) instanceof Reach.Holds(boolean somewhere, boolean notSomewhere)
            && somewhere != notSomewhere
        ? Optional.of(somewhere)
        : Optional.empty();
  }

  private Reach reach(Term term) {
    if (term == point) {
      return points;
    }
    if (term.shape() instanceof Shape.Variable || !piece.moves(term)) {
      return settled(() -> piece.held(term));
    }
    int at = piece.layout().place(term);
    Memory.Entry known = memory.of(at)[at];
    if (known == null) {
      known = new Memory.Entry(workOut(term), 0, Long.MAX_VALUE);
      memory.of(at)[at] = known;
    }
    return (Reach) known.result();
  }

  /** What is the same at each point. */
  private static Reach settled(Supplier<Held> held) {
    try {
      return of(held.get());
    } catch (Failure failure) {
      return Reach.OPEN;
    }
  }

  private static Reach of(Held held) {
    return switch (held) {
      case Held.OfNumber(Ratio number) -> {
        Optional<Exact> value = Optional.of(number.at(0));
        yield new Reach.Between(value, value);
      }
      case Held.OfPlace(int place) -> Reach.OneOf.of(place);
      case Held.OfFlag(boolean holds) -> Reach.Holds.of(holds);
      case Held.Missing missing -> Reach.MISSING;
      case Held.Endless endless -> new Reach.Between(Optional.empty(), Optional.empty());
      case Held.OfOrder _, Held.OfTrail _, Held.Failed _ -> Reach.OPEN;
    };
  }

  private Reach workOut(Term term) {
    return switch (term.shape()) {
      case Shape.Read read ->
          overPlaces(
              reach(read.row().orElseThrow()),
              row -> row < 0 ? Reach.OPEN : cell(read, row, term.kind()));
      case Shape.Negate(Term operand) -> NumberReach.negate(reach(operand));
      case Shape.Abs(Term operand) -> NumberReach.abs(reach(operand));
      case Shape.Sign(Term operand) ->
          NumberReach.between(reach(operand), x -> Optional.of(Exact.of(x.signum())));
      case Shape.Add(Term left, Term right) -> NumberReach.plus(reach(left), reach(right));
      case Shape.Subtract(Term left, Term right) ->
          NumberReach.plus(reach(left), NumberReach.negate(reach(right)));
      case Shape.Multiply(Term left, Term right) -> NumberReach.times(reach(left), reach(right));
      case Shape.Divide(Term left, Term right, boolean own) ->
          NumberReach.dividedBy(reach(left), reach(right));
      case Shape.Remainder(Term left, Term right, boolean own) ->
          same(right)
              .map(divisor -> NumberReach.remainder(reach(left), divisor))
              .orElse(Reach.OPEN);
      case Shape.Choose(boolean greatest, Term left, Term right) ->
          NumberReach.choose(greatest, reach(left), reach(right));
      case Shape.Function function ->
          NumberReach.function(function, function.arguments().stream().map(this::reach).toList());
      case Shape.Round round ->
          step(round.step(), round.places())
              .map(
                  step ->
                      NumberReach.between(
                          reach(round.operand()),
                          x -> FunctionPiece.rounded(round.rounding(), x, step)))
              .orElse(Reach.OPEN);
      case Shape.RoundRoot root ->
          step(root.step(), root.places())
              .map(
                  step ->
                      NumberReach.between(
                          reach(root.operand()),
                          x -> FunctionPiece.rootOf(root.rounding(), x, step)))
              .orElse(Reach.OPEN);
      case Shape.Compare(Comparison comparison, Term left, Term right) ->
          compared(comparison, reach(left), reach(right));
      case Shape.Same(Term left, Term right) -> same(places(left), places(right));
      case Shape.IsNone(Term operand) -> isNone(reach(operand));
      case Shape.IsUnlimited(Term operand) ->
          switch (reach(operand)) {
            case Reach.Between(var least, var greatest) ->
                new Reach.Holds(greatest.isEmpty(), least.isPresent());
            case Reach.Missing missing -> Reach.Holds.of(false);
            default -> Reach.OPEN;
          };
      case Shape.And(Term left, Term right) -> and(flag(left), () -> flag(right));
      case Shape.Both(Term left, Term right) -> {
        Reach second = flag(right);
        yield second == Reach.OPEN ? Reach.OPEN : and(flag(left), () -> second);
      }
      case Shape.Or(Term left, Term right) -> not(and(not(flag(left)), () -> not(flag(right))));
      case Shape.Not(Term operand) -> not(flag(operand));
      case Shape.If(Term condition, Term yes, Term no) ->
          decided(flag(condition), () -> as(reach(yes), term), () -> as(reach(no), term));
      case Shape.Else(Term left, Term right) -> answered(left, right, term);
      case Shape.Undecided(Term condition) -> {
        Reach known = flag(condition);
        yield known == Reach.OPEN ? Reach.EITHER : known;
      }
      case Shape.Loop loop -> loop(loop);
      case Shape.Pick pick -> pick(pick);
      case Shape.Lookup lookup -> piece.lookups().reach(lookup, this::reach);
      case Shape.Marginal lookup -> piece.lookups().reach(lookup, this::reach);
      case Shape.Interpolated lookup -> piece.lookups().reach(lookup, this::reach);
      case Shape.Region(Term key, List<Exact> list) -> region(reach(key), list);
      case Shape.Cell(Term row, Term column, int size) ->
          overPlaces(reach(row), r -> overPlaces(reach(column), c -> Reach.OneOf.of(r * size + c)));
      case Shape.Chosen chosen ->
          overPlaces(
              reach(chosen.place()),
              place ->
                  chosen
                      .values()
                      .get(place)
                      .map(value -> of(piece.cells().held(value, term.kind())))
                      .orElse(Reach.OPEN));
      // What the reference evaluator works out, a row by a key that moves, ordered work, a search.
      case Shape.AskedFact _,
          Shape.FindRow _,
          Shape.Search _,
          Shape.Ordinal _,
          Shape.Order _,
          Shape.Scan _,
          Shape.Earlier _,
          Shape.Hitherto _,
          Shape.End _,
          Shape.Place _,
          Shape.Fold _,
          Shape.Repeat _,
          Shape.Added _,
          Shape.Fail _,
          Shape.Constant _,
          Shape.Variable _ ->
          Reach.OPEN;
    };
  }

  private Reach cell(Shape.Read read, int row, Kind kind) {
    return settled(() -> piece.cells().read(read.column(), row, kind));
  }

  /** What something is for one of some places. */
  private static Reach overPlaces(Reach places, IntFunction<Reach> of) {
    if (!(places instanceof Reach.OneOf(var all))) {
      return Reach.OPEN;
    }
    Reach result = of.apply(all.first());
    for (int place : all.tailSet(all.first() + 1)) {
      result = result == Reach.OPEN ? result : Reach.either(result, of.apply(place));
    }
    return result;
  }

  /** A number that is the same at each point. */
  private Optional<Exact> same(Term term) {
    return !piece.moves(term) && reach(term) instanceof Reach.Between number && number.isLimited()
        ? number.least()
        : Optional.empty();
  }

  private Optional<Exact> step(Term term, boolean places) {
    try {
      return same(term).map(step -> FunctionPiece.step(step, places));
    } catch (Failure failure) {
      return Optional.empty();
    }
  }

  /** A condition; one that is carried as a place is none where the place is. */
  private Reach flag(Term term) {
    return reach(term) instanceof Reach.OneOf(var places)
        ? places.contains(-1) ? Reach.OPEN : new Reach.Holds(places.last() > 0, places.contains(0))
        : reach(term);
  }

  private Reach places(Term term) {
    return switch (reach(term)) {
      case Reach.Holds(boolean somewhere, boolean notSomewhere) -> {
        SortedSet<Integer> places = new TreeSet<>();
        if (somewhere) {
          places.add(1);
        }
        if (notSomewhere) {
          places.add(0);
        }
        yield Reach.places(places);
      }
      case Reach.Missing missing -> Reach.OneOf.of(-1);
      case Reach other -> other;
    };
  }

  private static Reach compared(Comparison comparison, Reach left, Reach right) {
    int least;
    int greatest;
    if (left instanceof Reach.Between a && right instanceof Reach.Between b) {
      least = Reach.order(a.least(), b.greatest());
      greatest = Reach.order(a.greatest(), b.least());
    } else if (left instanceof Reach.OneOf(var a) && right instanceof Reach.OneOf(var b)) {
      least = Integer.compare(a.first(), b.last());
      greatest = Integer.compare(a.last(), b.first());
    } else {
      return Reach.OPEN;
    }
    boolean holds = false;
    boolean not = false;
    for (int order = Integer.signum(least); order <= Integer.signum(greatest); order++) {
      boolean here = Piece.holds(comparison, order);
      holds |= here;
      not |= !here;
    }
    return new Reach.Holds(holds, not);
  }

  private static Reach same(Reach left, Reach right) {
    if (!(left instanceof Reach.OneOf(var a)) || !(right instanceof Reach.OneOf(var b))) {
      return Reach.OPEN;
    }
    SortedSet<Integer> shared = new TreeSet<>(a);
    shared.retainAll(b);
    return new Reach.Holds(!shared.isEmpty(), a.size() > 1 || b.size() > 1 || shared.isEmpty());
  }

  private static Reach isNone(Reach operand) {
    return switch (operand) {
      case Reach.Missing missing -> Reach.Holds.of(true);
      case Reach.OneOf(var places) -> new Reach.Holds(places.contains(-1), places.last() >= 0);
      case Reach.Between number -> Reach.Holds.of(false);
      case Reach.Holds flag -> Reach.Holds.of(false);
      case Reach.Open open -> open;
    };
  }

  private static Reach and(Reach left, Supplier<Reach> right) {
    if (!(left instanceof Reach.Holds(boolean somewhere, boolean notSomewhere))) {
      return Reach.OPEN;
    }
    if (!somewhere) {
      return left;
    }
    return right.get() instanceof Reach.Holds(boolean also, boolean notAlso)
        ? new Reach.Holds(also, notSomewhere || notAlso)
        : Reach.OPEN;
  }

  private static Reach not(Reach operand) {
    return operand instanceof Reach.Holds(boolean somewhere, boolean notSomewhere)
        ? new Reach.Holds(notSomewhere, somewhere)
        : Reach.OPEN;
  }

  private static Reach decided(Reach condition, Supplier<Reach> yes, Supplier<Reach> no) {
    if (!(condition instanceof Reach.Holds(boolean somewhere, boolean notSomewhere))) {
      return Reach.OPEN;
    }
    if (!notSomewhere) {
      return yes.get();
    }
    return somewhere ? Reach.either(yes.get(), no.get()) : no.get();
  }

  /** What stands for a missing value of any kind, as one of its reader's. */
  private static Reach as(Reach reach, Term reader) {
    boolean missing = reach instanceof Reach.OneOf(var places) && places.last() < 0;
    return reader.kind() == Kind.NUMBER && missing ? Reach.MISSING : reach;
  }

  private Reach answered(Term left, Term right, Term reader) {
    Reach first;
    try {
      first = piece.moves(left) ? reach(left) : of(piece.held(left));
    } catch (Failure failure) {
      first = failure == Failure.OWN ? Reach.MISSING : Reach.OPEN;
    }
    Reach missing = isNone(first);
    Reach there = first;
    if (first instanceof Reach.OneOf(var places) && places.first() < 0 && places.last() >= 0) {
      there = new Reach.OneOf(places.tailSet(0));
    }
    Reach present = there;
    return decided(missing, () -> as(reach(right), reader), () -> as(present, reader));
  }

  private static Reach region(Reach key, List<Exact> points) {
    if (!(key instanceof Reach.Between number) || !number.isLimited()) {
      return Reach.OPEN;
    }
    SortedSet<Integer> regions = new TreeSet<>();
    int last = region(number.greatest().orElseThrow(), points);
    IntStream.rangeClosed(region(number.least().orElseThrow(), points), last).forEach(regions::add);
    return Reach.places(regions);
  }

  private static int region(Exact key, List<Exact> points) {
    int region = 0;
    for (Exact point : points) {
      int order = key.compareTo(point);
      if (order <= 0) {
        return region + order + 1;
      }
      region += 2;
    }
    return region;
  }

  // ---- Loops

  private Reach loop(Shape.Loop loop) {
    TotalReach total = new TotalReach(loop.total());
    boolean known =
        each(
            loop.variables(),
            () -> {
              Reach kept =
                  loop.filter().isPresent()
                      ? flag(loop.filter().get())
                      : (Reach) Reach.Holds.of(true);
              if (!(kept instanceof Reach.Holds(boolean somewhere, boolean notSomewhere))) {
                return false;
              }
              boolean condition =
                  loop.total() == Shape.Total.ANY || loop.total() == Shape.Total.ALL;
              return !somewhere
                  || total.add(
                      loop.total() == Shape.Total.COUNT
                          ? Reach.MISSING
                          : condition ? flag(loop.body()) : reach(loop.body()),
                      !notSomewhere);
            });
    return known ? total.result() : Reach.OPEN;
  }

  /** An element, what it is measured by, and whether it is one that a filter may keep out. */
  private record Measured(int element, Reach.Between measure) {}

  private Reach pick(Shape.Pick pick) {
    if (((Shape.Variable) pick.variable().shape()).domain() instanceof Domain.Ranked) {
      return Reach.OPEN;
    }
    List<Measured> all = new ArrayList<>();
    boolean known =
        each(
            List.of(pick.variable()),
            () -> {
              Reach kept =
                  pick.filter().isPresent()
                      ? flag(pick.filter().get())
                      : (Reach) Reach.Holds.of(true);
              if (!(kept instanceof Reach.Holds(boolean somewhere, boolean notSomewhere))
                  || somewhere == notSomewhere) {
                return false;
              }
              if (!somewhere) {
                return true;
              }
              if (!(reach(pick.measure()) instanceof Reach.Between measure)) {
                return false;
              }
              OptionalInt element = element(pick.variable());
              element.ifPresent(e -> all.add(new Measured(e, measure)));
              return element.isPresent();
            });
    if (!known || all.isEmpty()) {
      return Reach.OPEN;
    }
    // One that another is better than at every point is never taken.
    SortedSet<Integer> taken = new TreeSet<>();
    for (Measured one : all) {
      boolean beaten =
          all.stream()
              .anyMatch(
                  other ->
                      pick.greatest()
                          ? Reach.order(other.measure().least(), one.measure().greatest()) > 0
                          : Reach.order(other.measure().greatest(), one.measure().least()) < 0);
      if (!beaten) {
        taken.add(one.element());
      }
    }
    // Of equal ones the first is taken, so the same measure everywhere decides by itself.
    boolean settled =
        all.stream().allMatch(m -> m.measure().least().equals(m.measure().greatest()));
    return settled ? Reach.OneOf.of(firstOf(all, taken)) : Reach.places(taken);
  }

  private static int firstOf(List<Measured> all, SortedSet<Integer> taken) {
    return all.stream().map(Measured::element).filter(taken::contains).findFirst().orElseThrow();
  }

  private OptionalInt element(Term variable) {
    return piece.element(variable).orElse(Held.MISSING) instanceof Held.OfPlace(int place)
        ? OptionalInt.of(place)
        : OptionalInt.empty();
  }

  /** What is done for each element; false if nothing can be known of the whole. */
  private interface Each {
    boolean take();
  }

  private boolean each(List<Term> over, Each each) {
    if (over.isEmpty()) {
      return each.take();
    }
    Term variable = over.getFirst();
    Domain domain = ((Shape.Variable) variable.shape()).domain();
    if (piece.moves(variable)) {
      return false;
    }
    Snapshot.RowRange rows;
    try {
      rows = piece.rows(domain);
    } catch (Failure failure) {
      return false;
    }
    boolean known = true;
    for (int i = 0; known && i < rows.size(); i++) {
      piece.take(variable, rows.row(i));
      memory.take(variable, rows.row(i));
      known = each(over.subList(1, over.size()), each);
    }
    piece.leave(variable);
    return known;
  }
}
