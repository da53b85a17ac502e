package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;
import org.loadline.model.Type;

/**
 * The sums over children of its row that a pass of a live book reads from columns, so that a change
 * to a few children costs what these add, and not what all of them do.
 *
 * <p>Sums over the same children are filled by one pass of their own. They are kept where nobody
 * else takes a loop over these children, which would look at all of them anyway.
 */
final class KeptSums {
  private final Program program;
  private final Pass pass;
  private final Map<Domain.Children, Set<Term>> sums = new LinkedHashMap<>();
  private final Map<Term, Fact> facts = new HashMap<>();

  private KeptSums(Program program, Pass pass) {
    this.program = program;
    this.pass = pass;
  }

  /**
   * The sums of a pass.
   *
   * @param firstPlace where facts are placed that stand for a sum: there, and below
   */
  static KeptSums of(Program program, Pass pass, int firstPlace) {
    KeptSums kept = new KeptSums(program, pass);
    if (pass.row().isPresent()) {
      kept.find(pass.row().get(), firstPlace);
    }
    return kept;
  }

  boolean isEmpty() {
    return facts.isEmpty();
  }

  /** How many columns they take beside those of the pass. */
  int columns() {
    return (int) facts.values().stream().filter(fact -> !isOfPass(fact.ref())).count();
  }

  private boolean isOfPass(FactRef ref) {
    return pass.filled().stream().anyMatch(filled -> filled.fact().ref().equals(ref));
  }

  /** Where a loop is read, if it is kept. */
  Optional<FactRef> column(Term loop) {
    return Optional.ofNullable(facts.get(loop)).map(Fact::ref);
  }

  /** The facts of the pass that are left to it. */
  List<Fact> left() {
    Set<FactRef> kept = new HashSet<>();
    facts.values().forEach(fact -> kept.add(fact.ref()));
    return pass.filled().stream()
        .map(Pass.Filled::fact)
        .filter(fact -> !kept.contains(fact.ref()))
        .toList();
  }

  /**
   * The passes that fill the columns: for the children of each kind one for decimals, which a
   * change to few children moves, and one for fractions.
   */
  List<Pass> passes() {
    List<Pass> passes = new ArrayList<>();
    sums.forEach(
        (children, loops) ->
            loops.stream()
                .collect(Collectors.partitioningBy(KeptSums::isDecimal))
                .values()
                .forEach(some -> pass(children, some).ifPresent(passes::add)));
    return passes;
  }

  private Optional<Pass> pass(Domain.Children children, List<Term> loops) {
    List<Pass.Filled> filled = new ArrayList<>();
    loops.forEach(l -> filled.add(new Pass.Filled(Objects.requireNonNull(facts.get(l)), l)));
    return loops.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pass(pass.row(), filled, List.of(), List.of(), Optional.of(children)));
  }

  /** As far as the text says; a count is one. */
  private static boolean isDecimal(Term loop) {
    Optional<Expr> formula =
        loop.shape() instanceof Shape.Loop of ? of.body().formula() : Optional.empty();
    return !(formula.map(Expr::type).orElse(Type.NUMBER)
            instanceof Type.Quantity(var unit, Type.Form form, boolean unlimited))
        || form == Type.Form.DECIMAL;
  }

  private void find(Term row, int firstPlace) {
    Set<Term> all = new LinkedHashSet<>();
    pass.filled().forEach(filled -> collect(filled.term(), all));
    Set<Domain.Children> others = new HashSet<>();
    for (Term term : all) {
      for (Term variable : Terms.bound(term.shape())) {
        children(variable)
            .filter(children -> children.parent().equals(row))
            .ifPresent(
                children -> {
                  if (isSum(term, variable, children)) {
                    sums.computeIfAbsent(children, c -> new LinkedHashSet<>()).add(term);
                  } else {
                    others.add(children);
                  }
                });
      }
    }
    sums.keySet().removeAll(others);
    sums.values().removeIf(loops -> !areByChild(loops));
    int place = firstPlace;
    for (Set<Term> loops : sums.values()) {
      for (Term loop : loops) {
        Optional<Fact> same = same(loop);
        facts.put(loop, same.isPresent() ? same.get() : fact(loop, place--));
      }
    }
  }

  /** A fact of the pass that is the sum and nothing else. */
  private Optional<Fact> same(Term loop) {
    boolean clones = pass.filled().stream().anyMatch(filled -> filled.cloneOf().isPresent());
    return clones
        ? Optional.empty()
        : pass.filled().stream()
            .filter(filled -> filled.term().equals(loop))
            .map(Pass.Filled::fact)
            .findFirst();
  }

  private Fact fact(Term loop, int place) {
    Fact reader = pass.filled().getFirst().fact();
    return new Fact(
        new FactRef(place, "sum"),
        reader.owner(),
        List.of(),
        Optional.empty(),
        loop.formula().orElse(reader.body()),
        Type.NUMBER,
        1,
        Fact.Origin.LOCAL,
        "",
        loop.formula().map(formula -> formula.span()).orElse(reader.span()));
  }

  private static void collect(Term term, Set<Term> all) {
    if (all.add(term)) {
      if (term.shape() instanceof Shape.Search search) {
        collect(search.condition(), all);
      }
      term.operands().forEach(operand -> collect(operand, all));
    }
  }

  /** The children that a variable stands for, in whatever window. */
  private static Optional<Domain.Children> children(Term variable) {
    Domain domain = ((Shape.Variable) variable.shape()).domain();
    return switch (domain instanceof Domain.Window window ? window.points() : domain) {
      case Domain.Children children -> Optional.of(children);
      case Domain other -> Optional.empty();
    };
  }

  /**
   * Whether a loop adds up what each child adds by itself, whatever other children there are and
   * whose they are.
   */
  private boolean isSum(Term loopTerm, Term variable, Domain.Children children) {
    if (!(loopTerm.shape() instanceof Shape.Loop loop)
        || (loop.total() != Shape.Total.SUM && loop.total() != Shape.Total.COUNT)
        || loop.variables().size() != 1
        || ((Shape.Variable) variable.shape()).domain() instanceof Domain.Window) {
      return false;
    }
    // The row of the pass stands in the domain of the variable; nobody else may look at it.
    Set<Term> read = new LinkedHashSet<>(Set.of(variable));
    loop.filter().ifPresent(filter -> collect(filter, read));
    collect(loop.body(), read);
    read.remove(variable);
    return read.stream().allMatch(t -> isOfOne(t, children.child()));
  }

  /** What sums read, but for the variable that they share. */
  private static Set<Term> read(Set<Term> loops) {
    Set<Term> read = new LinkedHashSet<>();
    Term variable = variable(loops);
    read.add(variable);
    for (Term term : loops) {
      if (term.shape() instanceof Shape.Loop loop) {
        loop.filter().ifPresent(filter -> collect(filter, read));
        collect(loop.body(), read);
      }
    }
    read.remove(variable);
    return read;
  }

  private static Term variable(Set<Term> loops) {
    return Terms.bound(loops.iterator().next().shape()).getFirst();
  }

  /** Whether sums use the child to read cells of it alone, and these of no other row. */
  private static boolean areByChild(Set<Term> loops) {
    Term variable = variable(loops);
    if (!loops.stream().allMatch(loop -> Terms.bound(loop.shape()).equals(List.of(variable)))) {
      return false;
    }
    Set<Term> read = read(loops);
    Set<ColumnKey> ofChild = new HashSet<>();
    for (Term term : read) {
      cell(term).filter(cell -> isOf(cell, variable)).ifPresent(cell -> ofChild.add(cell.column()));
    }
    return read.stream().allMatch(term -> isByChild(term, variable, ofChild));
  }

  private static Optional<Shape.Read> cell(Term term) {
    return term.shape() instanceof Shape.Read read ? Optional.of(read) : Optional.empty();
  }

  private static boolean isOf(Shape.Read cell, Term variable) {
    return cell.row().equals(Optional.of(variable));
  }

  private static boolean isByChild(Term term, Term variable, Set<ColumnKey> ofChild) {
    Optional<Shape.Read> cell = cell(term);
    return cell.isPresent()
        ? isOf(cell.get(), variable) || !ofChild.contains(cell.get().column())
        : !term.operands().contains(variable);
  }

  /** Whether a term looks at no collection, and finds no row among those of an entity. */
  private boolean isOfOne(Term term, EntityRef child) {
    return switch (term.shape()) {
      case Shape.Variable variable -> false;
      case Shape.Search search -> false;
      case Shape.AskedFact asked -> false;
      case Shape.Repeat repeat -> false;
      case Shape.FindRow find -> !find.entity().equals(child);
      case Shape.Lookup lookup -> !isOf(lookup.table(), child);
      case Shape.Marginal lookup -> !isOf(lookup.table(), child);
      case Shape.Interpolated lookup -> !isOf(lookup.table(), child);
      // All other collections are gone through by a variable.
      default -> true;
    };
  }

  private boolean isOf(TableRef table, EntityRef child) {
    return program.table(table).rows().equals(child);
  }
}
