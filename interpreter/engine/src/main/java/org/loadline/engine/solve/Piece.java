package org.loadline.engine.solve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.data.Snapshot;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.values.Exact;

/**
 * Works terms out at one place of a search after another, each from there on as far as all
 * decisions come out alike: up to {@link #end}.
 *
 * <p>It follows the rules of the language as the nodes of a pass do, and fails as they do.
 */
final class Piece {
  private final RunData data;
  private final Cells cells;
  private final LookupPiece lookups;
  private final FunctionPiece functions;
  private final OrderedPiece orders;
  private final CarriedPiece carried;
  private final Layout layout;
  private final Map<Term, Held> around;
  private final @Nullable Held[] bound;
  private final Memory memory;
  private long limit;
  private long place;
  private long end;
  private boolean byPoints;

  /**
   * @param around the elements of all loops around the search
   * @param line its own point
   */
  Piece(RunData data, Layout layout, Map<Term, Held> around, Ratio line) {
    this.data = data;
    this.layout = layout;
    this.around = around;
    this.bound = new Held[layout.size()];
    this.cells = new Cells(data);
    this.lookups = new LookupPiece(this, data);
    this.functions = new FunctionPiece(this);
    this.orders = new OrderedPiece(this, data);
    this.carried = new CarriedPiece(this, orders);
    this.memory = new Memory(layout);
    around.forEach(this::bind);
    bind(layout.search().variable(), new Held.OfNumber(line));
  }

  /** A piece begins, which ends before {@code until} at the latest. */
  void begin(long at, long until) {
    place = at;
    limit = until;
    end = until;
    byPoints = false;
  }

  /** Whether something in the piece may be another number at each point. */
  boolean isByPoints() {
    return byPoints;
  }

  /** Whether a term may be something else at another point. */
  boolean moves(Term term) {
    return layout.moves(term);
  }

  /** The first place beyond the piece. */
  long end() {
    return end;
  }

  long place() {
    return place;
  }

  private void bind(Term variable, Held held) {
    if (layout.contains(variable)) {
      bound[layout.place(variable)] = held;
    }
  }

  /** What a variable stands at, if it is one of the condition. */
  Optional<Held> element(Term variable) {
    return layout.contains(variable)
        ? Optional.ofNullable(bound[layout.place(variable)])
        : Optional.empty();
  }

  /** What all variables stand at, those around the search included. */
  Map<Term, Held> variables() {
    Map<Term, Held> all = new IdentityHashMap<>(around);
    for (Term term : layout.terms()) {
      Held held = bound[layout.place(term)];
      if (held != null) {
        all.put(term, held);
      }
    }
    return all;
  }

  Layout layout() {
    return layout;
  }

  LookupPiece lookups() {
    return lookups;
  }

  /** Another memory of what depends on the same loops. */
  Memory newMemory() {
    return memory.empty();
  }

  Cells cells() {
    return cells;
  }

  /** The piece ends where a polynomial changes its sign. */
  int sign(Polynomial polynomial) {
    end = polynomial.nextSign(place, end);
    return polynomial.sign(place);
  }

  /** A number that must be known by itself: unless it is the same everywhere, the piece ends. */
  Exact here(Ratio number) {
    if (!number.isConstant()) {
      end = place + 1;
      byPoints = true;
    }
    return number.at(place);
  }

  boolean holds(Term term) {
    Held held = held(term);
    return switch (held) {
      case Held.OfFlag(boolean holds) -> holds;
      case Held.OfPlace(int at) -> {
        if (at < 0) {
          throw Failure.FAULT;
        }
        yield at != 0;
      }
      default -> throw new IllegalStateException("no condition: " + term.shape());
    };
  }

  Ratio number(Term term) {
    return held(term) instanceof Held.OfNumber(Ratio number) ? number : noNumber(term);
  }

  private static Ratio noNumber(Term term) {
    throw new IllegalStateException("no number: " + term.shape());
  }

  int place(Term term) {
    return switch (held(term)) {
      case Held.OfPlace(int at) -> at;
      case Held.OfFlag(boolean holds) -> holds ? 1 : 0;
      case Held.Missing missing -> -1;
      default -> throw new IllegalStateException("no place: " + term.shape());
    };
  }

  /** A row that is there; otherwise the operation that stands on it fails. */
  int row(Term term, boolean own) {
    int row = place(term);
    if (row < 0) {
      throw Failure.of(own);
    }
    return row;
  }

  /** A term as one of a kind. */
  Held held(Term term, Kind kind) {
    return as(held(term), kind);
  }

  Held held(Term term) {
    int at = layout.place(term);
    if (term.shape() instanceof Shape.Variable) {
      Held held = bound[at];
      if (held == Held.FAILED) {
        throw Failure.FAULT;
      }
      return held == null ? unbound(term) : held;
    }
    Memory.Entry before = memory.of(at)[at];
    if (before == null || !before.holds(place)) {
      long around = end;
      end = limit;
      Object result = result(term);
      before =
          layout.moves(term)
              ? new Memory.Entry(result, place, end)
              : new Memory.Entry(result, 0, Long.MAX_VALUE);
      end = around;
      memory.of(at)[at] = before;
    }
    end = Math.min(end, before.end());
    if (before.result() instanceof Failure failure) {
      throw failure;
    }
    return (Held) before.result();
  }

  private Object result(Term term) {
    try {
      return workOut(term);
    } catch (Failure failure) {
      return failure;
    }
  }

  private static Held unbound(Term term) {
    throw new IllegalStateException("no element of " + term.shape());
  }

  private Held workOut(Term term) {
    return switch (term.shape()) {
      case Shape.Constant(var value) -> cells.held(value, term.kind());
      case Shape.Variable variable -> unbound(term);
      case Shape.Read read ->
          cells.read(
              read.column(), read.row().map(row -> row(row, read.own())).orElse(0), term.kind());
      case Shape.Negate(Term operand) -> of(number(operand).negate());
      case Shape.Abs(Term operand) -> {
        Ratio number = number(operand);
        yield of(sign(number.over()) < 0 ? number.negate() : number);
      }
      case Shape.Sign(Term operand) -> of(Exact.of(sign(number(operand).over())));
      case Shape.Add(Term left, Term right) -> of(number(left).plus(number(right)));
      case Shape.Subtract(Term left, Term right) -> of(number(left).minus(number(right)));
      case Shape.Multiply(Term left, Term right) -> of(number(left).times(number(right)));
      case Shape.Divide(Term left, Term right, boolean own) ->
          divided(number(left), number(right), own);
      case Shape.Remainder(Term left, Term right, boolean own) ->
          functions.remainder(number(left), number(right), own);
      case Shape.Choose(boolean greatest, Term left, Term right) -> {
        Held first = held(left);
        Held second = held(right);
        int order = order(first, second);
        yield (greatest ? order >= 0 : order <= 0) ? first : second;
      }
      case Shape.Function function -> functions.function(function);
      case Shape.Round round -> functions.round(round);
      case Shape.RoundRoot root -> functions.root(root);
      case Shape.Compare(Comparison comparison, Term left, Term right) ->
          flag(holds(comparison, order(held(left), held(right))));
      case Shape.Same(Term left, Term right) -> flag(place(left) == place(right));
      case Shape.IsNone(Term operand) -> flag(isNone(held(operand)));
      case Shape.IsUnlimited(Term operand) -> flag(held(operand) == Held.ENDLESS);
      case Shape.And(Term left, Term right) -> flag(holds(left) && holds(right));
      case Shape.Both(Term left, Term right) -> {
        boolean first = holds(left);
        yield flag(holds(right) && first);
      }
      case Shape.Or(Term left, Term right) -> flag(holds(left) || holds(right));
      case Shape.Not(Term operand) -> flag(!holds(operand));
      case Shape.If(Term condition, Term yes, Term no) ->
          as(held(holds(condition) ? yes : no), term.kind());
      case Shape.Else(Term left, Term right) -> as(answered(left, right), term.kind());
      case Shape.Fail(boolean own) -> throw Failure.of(own);
      case Shape.Undecided(Term condition) -> flag(undecided(condition));
      case Shape.AskedFact asked -> lookups.asked(asked, term.kind());
      case Shape.Loop loop -> loop(loop);
      case Shape.Pick pick -> pick(pick);
      case Shape.FindRow find -> lookups.find(find);
      case Shape.Lookup lookup -> lookups.lookup(lookup);
      case Shape.Marginal lookup -> lookups.marginal(lookup);
      case Shape.Interpolated lookup -> lookups.interpolated(lookup);
      case Shape.Region(Term key, List<Exact> points) -> region(number(key), points);
      case Shape.Cell(Term row, Term column, int size) ->
          new Held.OfPlace(place(row) * size + place(column));
      case Shape.Chosen chosen -> {
        var value = chosen.values().get(place(chosen.place()));
        yield cells.held(value.orElseThrow(() -> Failure.of(chosen.own())), term.kind());
      }
      case Shape.Ordinal ordinal -> of(Exact.of(place(ordinal.place())));
      case Shape.Order order -> orders.order(order);
      case Shape.Scan scan -> carried.scan(scan);
      case Shape.Earlier earlier -> carried.earlier(earlier);
      case Shape.Hitherto hitherto -> carried.hitherto(hitherto);
      case Shape.End end -> orders.end(end);
      case Shape.Place place -> orders.place(place);
      case Shape.Fold fold -> carried.fold(fold);
      case Shape.Repeat repeat -> carried.repeat(repeat);
      case Shape.Added added -> throw new IllegalStateException("no row of the snapshot");
      case Shape.Search search -> new Solver(data, layout.of(search)).inside(this);
    };
  }

  static Held of(Ratio number) {
    return new Held.OfNumber(number);
  }

  static Held of(Exact number) {
    return new Held.OfNumber(Ratio.of(number));
  }

  private static Held flag(boolean holds) {
    return new Held.OfFlag(holds);
  }

  /** What stands for a missing value of any kind, as one of its reader's. */
  private static Held as(Held held, Kind kind) {
    boolean missing = held instanceof Held.OfPlace(int at) && at < 0;
    return kind == Kind.NUMBER && missing ? Held.MISSING : held;
  }

  private static boolean isNone(Held held) {
    return held == Held.MISSING || (held instanceof Held.OfPlace(int at) && at < 0);
  }

  private Held divided(Ratio left, Ratio right, boolean own) {
    int sign = sign(right.over());
    if (sign == 0) {
      throw Failure.of(own);
    }
    Ratio quotient = new Ratio(left.over().times(right.under()), left.under().times(right.over()));
    return of(sign > 0 ? quotient : new Ratio(quotient.over().negate(), quotient.under().negate()));
  }

  /** Below zero if the left one comes first; {@code unlimited} comes last. */
  int order(Held left, Held right) {
    if (left == Held.ENDLESS || right == Held.ENDLESS) {
      return Boolean.compare(left == Held.ENDLESS, right == Held.ENDLESS);
    }
    if (left instanceof Held.OfNumber(Ratio a) && right instanceof Held.OfNumber(Ratio b)) {
      return sign(a.against(b));
    }
    if (left instanceof Held.OfPlace(int a) && right instanceof Held.OfPlace(int b)) {
      return Integer.compare(a, b);
    }
    if (left instanceof Held.OfFlag(boolean a) && right instanceof Held.OfFlag(boolean b)) {
      return Boolean.compare(a, b);
    }
    throw new IllegalStateException("no order of " + left + " and " + right);
  }

  static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
      case ABOVE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  private Held answered(Term left, Term right) {
    Held held;
    try {
      held = held(left);
    } catch (Failure failure) {
      if (failure != Failure.OWN) {
        throw failure;
      }
      return held(right);
    }
    return isNone(held) ? held(right) : held;
  }

  private boolean undecided(Term condition) {
    try {
      return holds(condition);
    } catch (Failure failure) {
      return true;
    }
  }

  private Held region(Ratio key, List<Exact> points) {
    int region = 0;
    for (Exact point : points) {
      int order = sign(key.against(Ratio.of(point)));
      if (order == 0) {
        return new Held.OfPlace(region + 1);
      }
      if (order < 0) {
        return new Held.OfPlace(region);
      }
      region += 2;
    }
    return new Held.OfPlace(region);
  }

  // ---- Loops

  /** What is done for each combination of elements that a filter keeps. */
  private interface Each {
    void keep();
  }

  private Held loop(Shape.Loop loop) {
    Total total = new Total(loop.total());
    each(loop.variables(), loop.filter(), () -> total.add(loop.body()));
    return total.result(loop.own());
  }

  private final class Total {
    private final Shape.Total total;
    private Ratio sum = Ratio.ZERO;
    private long count;
    private boolean any;
    private boolean all = true;
    private Optional<Held> best = Optional.empty();

    Total(Shape.Total total) {
      this.total = total;
    }

    void add(Term body) {
      count++;
      switch (total) {
        case SUM -> sum = sum.plus(number(body));
        case COUNT -> {}
        case ANY -> any |= holds(body);
        case ALL -> all &= holds(body);
        case MIN, MAX -> {
          Held next = held(body);
          int order = best.isEmpty() ? 0 : order(next, best.get());
          boolean better = total == Shape.Total.MIN ? order < 0 : order > 0;
          best = best.isEmpty() || better ? Optional.of(next) : best;
        }
      }
    }

    Held result(boolean own) {
      return switch (total) {
        case SUM -> of(sum);
        case COUNT -> of(Exact.of(count));
        case ANY -> flag(any);
        case ALL -> flag(all);
        case MIN, MAX -> best.orElseThrow(() -> Failure.of(own));
      };
    }
  }

  private Held pick(Shape.Pick pick) {
    List<Held> best = new ArrayList<>();
    Domain domain = ((Shape.Variable) pick.variable().shape()).domain();
    // Of rows in an order, what is equal is told apart by identity.
    boolean ranks = domain instanceof Domain.Ranked && OrderedPiece.isOfRows(domain.source());
    each(
        List.of(pick.variable()),
        pick.filter(),
        () -> {
          Held measure = held(pick.measure());
          int order = best.isEmpty() ? 0 : order(measure, best.getFirst());
          boolean first =
              !best.isEmpty()
                  && order == 0
                  && ranks
                  && place(pick.variable()) < ((Held.OfPlace) best.getLast()).place();
          if (best.isEmpty() || first || (pick.greatest() ? order > 0 : order < 0)) {
            best.clear();
            best.add(measure);
            best.add(held(pick.variable()));
          }
        });
    if (best.isEmpty()) {
      throw Failure.of(pick.own());
    }
    return best.getLast();
  }

  /** Every element is worked out, even if an earlier one is a fault. */
  private void each(List<Term> over, Optional<Term> filter, Each each) {
    Optional<Failure> failed = elements(over, filter, each);
    if (failed.isPresent()) {
      throw Failure.FAULT;
    }
  }

  private Optional<Failure> elements(List<Term> over, Optional<Term> filter, Each each) {
    if (over.isEmpty()) {
      try {
        if (filter.isEmpty() || holds(filter.get())) {
          each.keep();
        }
        return Optional.empty();
      } catch (Failure failure) {
        return Optional.of(failure);
      }
    }
    Term variable = over.getFirst();
    Optional<Failure> failed = Optional.empty();
    Snapshot.RowRange rows;
    try {
      rows = rows(((Shape.Variable) variable.shape()).domain());
    } catch (Failure failure) {
      return Optional.of(failure);
    }
    for (int i = 0; i < rows.size(); i++) {
      take(variable, rows.row(i));
      Optional<Failure> here = elements(over.subList(1, over.size()), filter, each);
      failed = failed.isPresent() ? failed : here;
    }
    leave(variable);
    return failed;
  }

  /** The variable of a loop takes an element. */
  void take(Term variable, int element) {
    bind(variable, new Held.OfPlace(element));
    memory.take(variable, element);
  }

  /** A value that is carried stands at something else. */
  void carry(Term variable, Held held) {
    bind(variable, held);
    memory.take(variable, 0);
  }

  /** A loop is over. */
  void leave(Term variable) {
    if (layout.contains(variable)) {
      bound[layout.place(variable)] = null;
    }
  }

  Snapshot.RowRange rows(Domain domain) {
    return switch (domain) {
      case Domain.All(var entity) -> all(data.loaded().rows(entity));
      case Domain.Members(var choice) ->
          all(data.loaded().program().choice(choice).members().size());
      case Domain.Children(Term parent, var child, int field) ->
          data.loaded().snapshot().children(child, field, row(parent, false));
      case Domain.Window window -> orders.window(window);
      case Domain.Numbers numbers -> orders.numbers(numbers);
      case Domain.Ranked ranked -> {
        int[] rows = orders.slice(ranked);
        yield new Snapshot.RowRange.Listed(rows, 0, rows.length);
      }
      case Domain.Carried carried -> throw new IllegalArgumentException("no aggregate: " + domain);
      case Domain.Own own -> throw new IllegalArgumentException("a pass is no aggregate");
      case Domain.Points points -> throw new IllegalArgumentException("a search is no aggregate");
    };
  }

  private static Snapshot.RowRange all(int count) {
    return new Snapshot.RowRange.Consecutive(0, count);
  }
}
