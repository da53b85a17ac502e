package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;

/**
 * Decides which facts and inputs of other rows are kept in columns of their own: one for each
 * supposed world, or for each list of arguments, that does not depend on the reader.
 *
 * <p>That pays where more rows read it than there are to work it out for, and where it takes more
 * than reading a cell and doing one thing with it.
 */
final class Clones {
  /** So many of these columns a plan may have. */
  static final int MOST_COLUMNS = 512;

  /** So many cells all of them may have: 150 MB of numbers of 64 bits. */
  static final long MOST_CELLS = 1L << 24;

  /** Reading one cell and doing one thing with it is left where it is. */
  private static final int CHEAP = 2;

  /** Their places lie below those of the facts of a program and of sums over all rows. */
  private static final int FIRST_PLACE = -2_000_000;

  private final Program program;
  private final RowCounts counts;
  private final BiFunction<Clone, EntityRef, Term> formulas;
  private final CloneNames names;
  private final Map<Clone, Fact> made = new LinkedHashMap<>();
  private final Map<Clone, Term> written = new HashMap<>();
  private final Map<Term, Fact> columns = new LinkedHashMap<>();
  private long cells;

  /**
   * @param formulas what a clone is on the row of a pass over its entity
   */
  Clones(Program program, RowCounts counts, BiFunction<Clone, EntityRef, Term> formulas) {
    this.program = program;
    this.counts = counts;
    this.formulas = formulas;
    this.names = new CloneNames(program);
  }

  /** What stands in the columns that have been made. */
  Collection<Fact> all() {
    return columns.values();
  }

  Optional<Fact> of(FactRef ref) {
    return columns.values().stream().filter(f -> f.ref().equals(ref)).findFirst();
  }

  /** The clone that stands in a column, or the first of several that are the same. */
  Optional<Clone> clone(FactRef ref) {
    return made.entrySet().stream()
        .filter(e -> e.getValue().ref().equals(ref))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The column of a clone that has one. */
  Optional<FactRef> known(Clone clone) {
    return Optional.ofNullable(made.get(clone)).map(Fact::ref);
  }

  /** The column of a clone that is read of a row which is not at hand, if one pays. */
  Optional<FactRef> wanted(Clone clone, Term row) {
    Optional<FactRef> known = known(clone);
    if (known.isPresent() || !clone.isClosed() || row.home().isEmpty()) {
      return known;
    }
    EntityRef owner = owner(clone);
    if (!isReadMore(row, owner)) {
      return known;
    }
    Term formula = formula(clone, owner);
    Fact same = columns.get(formula);
    long rows = counts.of(owner).map(BigInteger::longValueExact).orElse(0L);
    if (same == null
        && (columns.size() >= MOST_COLUMNS
            || cells + rows > MOST_CELLS
            || cost(formula, new HashSet<>()) <= CHEAP)) {
      return known;
    }
    if (same == null) {
      cells += rows;
      same = fact(clone, owner, new FactRef(FIRST_PLACE - columns.size(), names.of(clone)));
      columns.put(formula, same);
    }
    made.put(clone, same);
    return Optional.of(same.ref());
  }

  private Term formula(Clone clone, EntityRef owner) {
    Term known = written.get(clone);
    if (known == null) {
      known = formulas.apply(clone, owner);
      written.put(clone, known);
    }
    return known;
  }

  /** The entity of whose rows it is. */
  private EntityRef owner(Clone clone) {
    return switch (clone.of()) {
      case ColumnKey.OfFact(FactRef fact) -> program.fact(fact).owner().orElseThrow();
      case ColumnKey.OfField(EntityRef entity, int field, int member) -> entity;
      default -> throw new IllegalArgumentException("not of rows: " + clone.of());
    };
  }

  private Fact fact(Clone clone, EntityRef owner, FactRef ref) {
    return switch (clone.of()) {
      case ColumnKey.OfFact(FactRef of) -> {
        Fact fact = program.fact(of);
        yield new Fact(
            ref,
            fact.owner(),
            List.of(),
            Optional.empty(),
            fact.body(),
            fact.type(),
            fact.slots(),
            fact.origin(),
            fact.doc(),
            fact.span());
      }
      default -> {
        Field field = field(clone);
        Expr changed = names.changed(clone);
        yield new Fact(
            ref,
            Optional.of(owner),
            List.of(),
            Optional.empty(),
            changed,
            field.type(),
            1,
            Fact.Origin.LOCAL,
            field.doc(),
            changed.span());
      }
    };
  }

  private Field field(Clone clone) {
    if (clone.of() instanceof ColumnKey.OfField(EntityRef entity, int field, int member)) {
      return program.entity(entity).fields().get(field);
    }
    throw new IllegalArgumentException("not an input: " + clone.of());
  }

  /** What is done for one row: cells that are read and operations. */
  private static int cost(Term term, Set<Term> seen) {
    if (term.free().isEmpty() || term.shape() instanceof Shape.Variable || !seen.add(term)) {
      return 0;
    }
    int cost = 1;
    for (Term operand : term.operands()) {
      cost += cost(operand, seen);
    }
    return cost;
  }

  /** Whether a row is looked at at least as often as there are rows; more often, if it is one. */
  private boolean isReadMore(Term row, EntityRef owner) {
    boolean path = !(row.shape() instanceof Shape.Variable);
    double times = 1;
    boolean deep = false;
    for (Term variable : row.free()) {
      Domain domain = ((Shape.Variable) variable.shape()).domain();
      deep |= domain instanceof Domain.Children && variable.depth() > 1;
      times *= turns(domain);
    }
    Optional<BigInteger> rows = counts.of(owner);
    if (rows.isEmpty()) {
      return path || deep;
    }
    return path ? times >= rows.get().doubleValue() : times > rows.get().doubleValue();
  }

  /** How many elements a variable takes for each of the one that it depends on. */
  private double turns(Domain domain) {
    return switch (domain) {
      case Domain.Own(EntityRef entity) -> rows(entity);
      case Domain.All(EntityRef entity) -> rows(entity);
      case Domain.Children(Term parent, EntityRef child, int field) ->
          program.entity(child).fields().get(field).type().present()
                  instanceof Type.RowOf(EntityRef of, var path)
              ? rows(child) / Math.max(1, rows(of))
              : 1;
      case Domain.Window window -> turns(window.points());
      case Domain.Members(var choice) -> program.choice(choice).members().size();
      case Domain.Ranked ranked -> ranked.source() == ranked ? 1 : turns(ranked.source());
      case Domain.Points points -> 1;
      case Domain.Numbers numbers -> 1;
      case Domain.Carried carried -> 1;
    };
  }

  private double rows(EntityRef entity) {
    return counts.of(entity).map(BigInteger::doubleValue).orElse(1.0);
  }
}
