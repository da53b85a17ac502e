package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.Value;

/** Makes terms, each shape once, and works out numbers that the text and the params decide. */
final class Terms {
  private final Map<Shape, Term> made = new HashMap<>();

  Term constant(Value value, Kind kind) {
    return make(new Shape.Constant(value), value == None.INSTANCE ? Kind.NOTHING : kind);
  }

  Term number(Exact value) {
    return constant(value, Kind.NUMBER);
  }

  /** A number from numbers; worked out at once if they are constants. */
  Term arithmetic(Shape shape) {
    return folded(shape).map(this::number).orElseGet(() -> make(simpler(shape), Kind.NUMBER));
  }

  /** A condition. */
  Term flag(Shape shape) {
    return make(shape, Kind.FLAG);
  }

  Term not(Term condition) {
    return flag(new Shape.Not(condition));
  }

  Term isNone(Term operand) {
    return flag(new Shape.IsNone(operand));
  }

  /** That something is worked out at all: true, unless it fails. */
  Term known(Term operand) {
    Term none = isNone(operand);
    return flag(new Shape.Same(none, none));
  }

  Term no() {
    return constant(Flag.FALSE, Kind.FLAG);
  }

  Term fail(boolean own) {
    return make(new Shape.Fail(own), Kind.NOTHING);
  }

  /** The body; a failure where the condition does not hold. */
  Term guarded(Term condition, Term body, boolean own) {
    return make(new Shape.If(condition, body, fail(own)), body.kind());
  }

  /** What is worked out from a row, if the row is there; otherwise the path fails before it. */
  Term there(Term row, Term body, boolean own) {
    boolean simple =
        switch (row.shape()) {
          case Shape.Variable _, Shape.Constant _, Shape.Added _ -> true;
          default -> false;
        };
    return simple ? body : guarded(not(isNone(row)), body, own);
  }

  Term make(Shape shape, Kind kind) {
    // An added row is no other.
    if (shape instanceof Shape.Same(Term left, Term right)
        && (AddedRows.isAdded(left) || AddedRows.isAdded(right))) {
      return constant(Flag.of(left == right), Kind.FLAG);
    }
    Term known = made.get(shape);
    if (known != null) {
      return known;
    }
    List<Term> operands = operands(shape);
    Set<Term> free = new LinkedHashSet<>();
    operands.forEach(o -> free.addAll(o.free()));
    if (shape instanceof Shape.Search search) {
      free.addAll(search.condition().free());
    }
    bound(shape).forEach(free::remove);
    // A bound variable brings what its own domain depends on, which stays free.
    List<Term> sorted = new ArrayList<>(free);
    Term term = new Term(made.size(), shape, kind, sorted, operands);
    if (shape instanceof Shape.Variable) {
      sorted.add(term);
    }
    sorted.sort(Comparator.comparingInt(Term::depth).thenComparingInt(Term::turn));
    made.put(shape, term);
    return term;
  }

  /** The variables that a shape takes through their elements. */
  static List<Term> bound(Shape shape) {
    return switch (shape) {
      case Shape.Loop loop -> loop.variables();
      case Shape.Pick pick -> List.of(pick.variable());
      case Shape.Search search -> List.of(search.variable());
      case Shape.Fold fold -> {
        List<Term> all = variables(fold.carried());
        all.addFirst(fold.variable());
        yield all;
      }
      case Shape.Repeat repeat -> variables(repeat.carried());
      case Shape.Order order -> List.of(order.variable());
      case Shape.Scan scan -> {
        List<Term> all = variables(scan.carried());
        all.addFirst(scan.variable());
        yield all;
      }
      default -> List.of();
    };
  }

  private static List<Term> variables(List<Shape.Carried> carried) {
    return new ArrayList<>(carried.stream().map(Shape.Carried::variable).toList());
  }

  /** A quotient by a constant whose inverse ends is a product. */
  private Shape simpler(Shape shape) {
    if (shape instanceof Shape.Divide(Term left, Term right, boolean own)
        && constant(right).filter(c -> c.signum() != 0).isPresent()) {
      Exact inverse = Exact.ONE.dividedBy(constant(right).orElseThrow());
      return new Shape.Multiply(left, number(inverse));
    }
    return shape;
  }

  private Optional<Exact> folded(Shape shape) {
    Optional<Exact> value =
        switch (shape) {
          case Shape.Negate(Term operand) -> constant(operand).map(Exact::negate);
          case Shape.Abs(Term operand) -> constant(operand).map(Exact::abs);
          case Shape.Add(Term left, Term right) ->
              constant(left).flatMap(l -> constant(right).map(l::plus));
          case Shape.Subtract(Term left, Term right) ->
              constant(left).flatMap(l -> constant(right).map(l::minus));
          case Shape.Multiply(Term left, Term right) ->
              constant(left).flatMap(l -> constant(right).map(l::times));
          case Shape.Divide(Term left, Term right, boolean own) ->
              constant(left)
                  .flatMap(l -> constant(right).filter(r -> r.signum() != 0).map(l::dividedBy));
          default -> Optional.empty();
        };
    return value.filter(v -> !v.exceedsLimit());
  }

  /** The number that a term always is. */
  static Optional<Exact> constant(Term term) {
    return term.shape() instanceof Shape.Constant(Exact value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static List<Term> operands(Shape shape) {
    List<Term> all = new ArrayList<>();
    switch (shape) {
      case Shape.Constant constant -> {}
      case Shape.Fail fail -> {}
      case Shape.Variable variable -> operands(variable.domain(), all);
      case Shape.Read read -> read.row().ifPresent(all::add);
      case Shape.Negate(Term operand) -> all.add(operand);
      case Shape.Abs(Term operand) -> all.add(operand);
      case Shape.Sign(Term operand) -> all.add(operand);
      case Shape.Add(Term left, Term right) -> add(all, left, right);
      case Shape.Subtract(Term left, Term right) -> add(all, left, right);
      case Shape.Multiply(Term left, Term right) -> add(all, left, right);
      case Shape.Divide divide -> add(all, divide.left(), divide.right());
      case Shape.Remainder remainder -> add(all, remainder.left(), remainder.right());
      case Shape.Choose choose -> add(all, choose.left(), choose.right());
      case Shape.Function function -> all.addAll(function.arguments());
      case Shape.Round round -> add(all, round.operand(), round.step());
      case Shape.RoundRoot round -> add(all, round.operand(), round.step());
      case Shape.Compare compare -> add(all, compare.left(), compare.right());
      case Shape.Same(Term left, Term right) -> add(all, left, right);
      case Shape.IsNone(Term operand) -> all.add(operand);
      case Shape.IsUnlimited(Term operand) -> all.add(operand);
      case Shape.And(Term left, Term right) -> add(all, left, right);
      case Shape.Both(Term left, Term right) -> add(all, left, right);
      case Shape.Or(Term left, Term right) -> add(all, left, right);
      case Shape.Not(Term operand) -> all.add(operand);
      case Shape.If(Term condition, Term yes, Term no) -> {
        all.add(condition);
        add(all, yes, no);
      }
      case Shape.Else(Term left, Term right) -> add(all, left, right);
      case Shape.Undecided(Term condition) -> all.add(condition);
      case Shape.AskedFact asked -> asked.row().ifPresent(all::add);
      case Shape.Loop loop -> {
        all.addAll(loop.variables());
        loop.filter().ifPresent(all::add);
        all.add(loop.body());
      }
      case Shape.Pick pick -> {
        all.add(pick.variable());
        pick.filter().ifPresent(all::add);
        all.add(pick.measure());
      }
      case Shape.Search search -> {
        all.add(search.from());
        add(all, search.to(), search.step());
      }
      case Shape.Ordinal ordinal -> all.add(ordinal.place());
      case Shape.Order order -> {
        all.add(order.variable());
        order.filter().ifPresent(all::add);
        order.keys().forEach(key -> all.add(key.value()));
      }
      case Shape.Scan scan -> {
        add(all, scan.order(), scan.variable());
        carried(scan.carried(), all);
      }
      case Shape.Earlier earlier -> add(all, earlier.scan(), earlier.element());
      case Shape.Hitherto hitherto -> {
        add(all, hitherto.at(), hitherto.value());
        all.add(hitherto.element());
      }
      case Shape.End end -> operands(end.rows(), all);
      case Shape.Place place -> {
        operands(place.rows(), all);
        all.add(place.element());
      }
      case Shape.Fold fold -> {
        all.add(fold.variable());
        fold.filter().ifPresent(all::add);
        fold.goOn().ifPresent(all::add);
        carried(fold.carried(), all);
      }
      case Shape.Repeat repeat -> {
        add(all, repeat.most(), repeat.goOn());
        carried(repeat.carried(), all);
      }
      case Shape.FindRow find -> {
        find.parent().ifPresent(all::add);
        all.addAll(find.keys());
      }
      case Shape.Lookup lookup -> {
        lookup.owner().ifPresent(all::add);
        all.addAll(lookup.keys());
      }
      case Shape.Marginal lookup -> {
        lookup.owner().ifPresent(all::add);
        all.addAll(lookup.keys());
        lookup.byRow().ifPresent(all::add);
      }
      case Shape.Interpolated lookup -> {
        lookup.owner().ifPresent(all::add);
        all.addAll(lookup.keys());
      }
      case Shape.Region region -> all.add(region.key());
      case Shape.Added added -> all.addAll(added.values());
      case Shape.Cell cell -> add(all, cell.row(), cell.column());
      case Shape.Chosen chosen -> all.add(chosen.place());
    }
    return all;
  }

  private static void carried(List<Shape.Carried> carried, List<Term> all) {
    carried.forEach(c -> add(all, c.start(), c.next()));
  }

  private static void operands(Domain domain, List<Term> all) {
    switch (domain) {
      case Domain.Own own -> {}
      case Domain.All rows -> {}
      case Domain.Members members -> {}
      case Domain.Carried carried -> {}
      case Domain.Ranked ranked -> {
        all.add(ranked.order());
        ranked.most().ifPresent(all::add);
        ranked.before().ifPresent(all::add);
      }
      case Domain.Numbers numbers -> add(all, numbers.from(), numbers.to());
      case Domain.Points points -> {}
      case Domain.Children children -> all.add(children.parent());
      case Domain.Window window -> {
        operands(window.points(), all);
        window.from().ifPresent(all::add);
        window.until().ifPresent(all::add);
        window.last().ifPresent(all::add);
      }
    }
  }

  private static void add(List<Term> all, Term first, Term second) {
    all.add(first);
    all.add(second);
  }
}
