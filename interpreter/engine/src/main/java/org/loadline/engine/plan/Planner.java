package org.loadline.engine.plan;

import java.math.BigInteger;
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
import java.util.TreeSet;
import org.loadline.core.Assumption;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.model.EntityRef;

/**
 * Decides which facts become columns and in which pass each is worked out.
 *
 * <p>A fact becomes a column if it is an output, of the whole, or read from a row that is not at
 * hand; the children of the row of a pass are at hand, unless the fact is a column anyway.
 */
public final class Planner {
  /** Stands for a clone without a column. */
  private static final FactRef UNKNOWN = new FactRef(Integer.MIN_VALUE, "");

  /** Sums over children have places below those of clones. */
  private static final int FIRST_SUM = -3_000_000;

  private final Program program;
  private final ParamValues params;
  private final Soundness soundness;
  private final Terms terms = new Terms();
  private final WrittenTables tables;
  private final Totals totals;
  private final RowCounts counts;
  private final Set<FactRef> columns = new LinkedHashSet<>();
  private final boolean keepsSums;
  private int keptSums;
  private long keptCells;
  private Clones clones;

  private Planner(
      Program program, ParamValues params, Soundness soundness, RowCounts counts, boolean adds) {
    this.program = program;
    this.totals = new Totals(program, adds);
    this.keepsSums = !adds;
    this.params = params;
    this.soundness = soundness;
    this.tables = new WrittenTables(program, terms, soundness);
    this.counts = counts;
    this.clones = new Clones(program, counts, this::formula);
  }

  /**
   * The plan for a program's outputs.
   *
   * @param counts how many rows entities have
   * @param adds whether sums over all rows may be added up while the rows are worked out; else what
   *     they add is kept in columns, and so are sums over the children of a row
   */
  public static Plan plan(
      Program program, ParamValues params, Soundness soundness, RowCounts counts, boolean adds) {
    return new Planner(program, params, soundness, counts, adds).outputs();
  }

  /** The assumptions about an entity, or the whole, that read inputs as they stand. */
  public static Assumed assumptions(
      Program program, ParamValues params, Optional<EntityRef> owner) {
    Planner planner = new Planner(program, params, Soundness.SOUND, RowCounts.UNKNOWN, false);
    Translation translation =
        new Translation(
            program, params, Soundness.SOUND, planner.terms, planner.tables, (fact, row) -> false);
    Optional<Term> row = planner.row(owner);
    List<Term> conditions = new ArrayList<>();
    for (Assumption assumption : program.assumptions()) {
      if (assumption.owner().equals(owner)) {
        conditions.add(translation.condition(assumption.condition(), row));
      }
    }
    return new Assumed(row, conditions);
  }

  /** Conditions on the row of a pass, or on the whole. */
  public record Assumed(Optional<Term> row, List<Term> conditions) {
    public Assumed {
      conditions = List.copyOf(conditions);
    }
  }

  /** Sums that would split a pass in two are kept apart; then all is planned anew. */
  private Plan outputs() {
    while (true) {
      columns.clear();
      clones = new Clones(program, counts, this::formula);
      program.outputs().forEach(o -> columns.add(o.fact()));
      Map<FactRef, Set<FactRef>> reads = new HashMap<>();
      int known;
      do {
        known = columns.size();
        reads.clear();
        for (FactRef column : List.copyOf(columns)) {
          reads.put(column, columnsRead(column));
        }
        reads.values().forEach(columns::addAll);
      } while (columns.size() > known);
      Map<FactRef, Integer> levels = levels(reads);
      joinClones(reads, levels);
      if (!keepApart(levels)) {
        return new Plan(program, passes(levels));
      }
    }
  }

  /**
   * Leaves a fact to the pass of its clones if nobody reads it before: then all of them are worked
   * out together and stand side by side.
   */
  private void joinClones(Map<FactRef, Set<FactRef>> reads, Map<FactRef, Integer> levels) {
    for (Fact clone : clones.all()) {
      Integer level = levels.get(clone.ref());
      Optional<FactRef> of = clones.clone(clone.ref()).flatMap(Clone::fact);
      if (level != null && of.isPresent() && levels.getOrDefault(of.get(), level) < level) {
        boolean unread =
            reads.entrySet().stream()
                .filter(reader -> reader.getValue().contains(of.get()))
                .allMatch(reader -> Objects.requireNonNull(levels.get(reader.getKey())) > level);
        if (unread) {
          levels.put(of.get(), level);
        }
      }
    }
  }

  private boolean keepApart(Map<FactRef, Integer> levels) {
    Map<EntityRef, Set<Integer>> used = new HashMap<>();
    levels.forEach(
        (ref, level) ->
            entity(ref).ifPresent(e -> used.computeIfAbsent(e, x -> new HashSet<>()).add(level)));
    boolean any = false;
    for (Totals.Total total : totals.all()) {
      if (used.getOrDefault(total.entity(), Set.of()).size() > 1) {
        any |= totals.keepApart(total.entity());
      }
    }
    return any;
  }

  /** Whose rows' pass works a column out, or a sum. */
  private Optional<EntityRef> entity(FactRef ref) {
    return totals
        .of(ref)
        .map(t -> Optional.of(t.entity()))
        .orElseGet(() -> clones.of(ref).orElseGet(() -> program.fact(ref)).owner());
  }

  /** What a fact reads as columns when all on the row at hand is substituted. */
  private Set<FactRef> columnsRead(FactRef ref) {
    Translation translation = translation(new Finding());
    List<Term> read = new ArrayList<>();
    Optional<Totals.Total> total = totals.of(ref);
    Optional<Clone> clone = clones.clone(ref);
    if (total.isPresent()) {
      Pass.Totalled added = translation.totalled(total.get(), row(total.get().entity()));
      added.filter().ifPresent(read::add);
      added.body().ifPresent(read::add);
    } else if (clone.isPresent()) {
      read.add(translation.clone(clone.get(), row(entity(ref)).orElseThrow()));
    } else {
      Fact fact = program.fact(ref);
      read.add(translation.fact(fact, row(fact.owner()), List.of()));
    }
    Set<FactRef> columnsRead = new LinkedHashSet<>();
    for (PassReads.Cells cells : PassReads.of(program, read).cells()) {
      if (cells.column() instanceof ColumnKey.OfFact(FactRef fact)) {
        columnsRead.add(fact);
      }
    }
    return columnsRead;
  }

  /** What a clone is, to see what it costs. */
  private Term formula(Clone clone, EntityRef owner) {
    return translation(new Finding()).clone(clone, row(owner));
  }

  private Translation translation(Translation.Reading reading) {
    return new Translation(program, params, soundness, terms, tables, reading);
  }

  /** Finds out what is to be kept in columns. */
  private final class Finding implements Translation.Reading {
    @Override
    public boolean fromColumn(Fact fact, Optional<Term> row) {
      return crosses(fact.ref(), row);
    }

    @Override
    public Optional<FactRef> column(Clone clone, Term row) {
      Optional<FactRef> known = clones.known(clone);
      return crosses(known.orElse(UNKNOWN), Optional.of(row))
          ? clones.wanted(clone, row)
          : Optional.empty();
    }

    @Override
    public Optional<FactRef> total(Expr.Aggregate e) {
      return totals.of(e).map(Totals.Total::ref);
    }
  }

  /** Reads what is kept in columns, sums over children too. */
  private final class Kept extends Settled {
    private final KeptSums sums;

    Kept(Map<FactRef, Integer> levels, int level, KeptSums sums) {
      super(levels, level);
      this.sums = sums;
    }

    @Override
    public Term loop(Term loop) {
      return sums.column(loop)
          .map(
              ref ->
                  terms.make(
                      new Shape.Read(new ColumnKey.OfFact(ref), loop.home(), false), loop.kind()))
          .orElse(loop);
    }
  }

  /** Reads what is kept in columns. */
  private class Settled implements Translation.Reading {
    private final Map<FactRef, Integer> levels;
    private final int level;

    /**
     * @param level the level of the pass that reads
     */
    Settled(Map<FactRef, Integer> levels, int level) {
      this.levels = levels;
      this.level = level;
    }

    @Override
    public boolean fromColumn(Fact fact, Optional<Term> row) {
      return crosses(fact.ref(), row) || isFilled(fact.ref(), row);
    }

    /** Worlds are told apart by what they are on any row, whatever pass reads them. */
    private boolean isFilled(FactRef fact, Optional<Term> row) {
      return row.filter(r -> r.depth() >= 0).isPresent()
          && levels.getOrDefault(fact, level) < level;
    }

    @Override
    public Optional<FactRef> column(Clone clone, Term row) {
      return clones
          .known(clone)
          .filter(levels::containsKey)
          .filter(ref -> crosses(ref, Optional.of(row)) || isFilled(ref, Optional.of(row)));
    }

    @Override
    public Optional<FactRef> total(Expr.Aggregate e) {
      return totals.of(e).map(Totals.Total::ref);
    }
  }

  private boolean crosses(FactRef fact, Optional<Term> row) {
    if (row.isEmpty() || !(row.get().shape() instanceof Shape.Variable variable)) {
      return true;
    }
    return crosses(fact, variable, variable.domain());
  }

  private boolean crosses(FactRef fact, Shape.Variable variable, Domain domain) {
    return switch (domain) {
      case Domain.Own own -> false;
      case Domain.Window window -> crosses(fact, variable, window.points());
      case Domain.All all -> true;
      case Domain.Points points -> true;
      case Domain.Members members -> true;
      case Domain.Numbers numbers -> true;
      case Domain.Ranked ranked -> crosses(fact, variable, ranked.source());
      case Domain.Carried carried -> true;
      case Domain.Children(Term parent, EntityRef child, int field) ->
          columns.contains(fact)
              || variable.depth() > 1
              || !(parent.shape() instanceof Shape.Variable(int depth, Domain.Own own));
    };
  }

  /** How many passes must lie before a column's, or a sum's. */
  private static Map<FactRef, Integer> levels(Map<FactRef, Set<FactRef>> reads) {
    Map<FactRef, Integer> levels = new HashMap<>();
    reads.keySet().forEach(ref -> level(ref, reads, levels));
    return levels;
  }

  private static int level(
      FactRef ref, Map<FactRef, Set<FactRef>> reads, Map<FactRef, Integer> levels) {
    Integer known = levels.get(ref);
    if (known != null) {
      return known;
    }
    int level = 0;
    for (FactRef read : Objects.requireNonNull(reads.get(ref))) {
      level = Math.max(level, level(read, reads, levels) + 1);
    }
    levels.put(ref, level);
    return level;
  }

  private List<Pass> passes(Map<FactRef, Integer> levels) {
    List<Pass> passes = new ArrayList<>();
    for (int level : new TreeSet<>(levels.values())) {
      Map<Optional<EntityRef>, List<Fact>> together = new LinkedHashMap<>();
      for (Fact fact : program.facts()) {
        if (levels.getOrDefault(fact.ref(), -1) == level) {
          together.computeIfAbsent(fact.owner(), o -> new ArrayList<>()).add(fact);
        }
      }
      for (Fact fact : clones.all()) {
        if (levels.getOrDefault(fact.ref(), -1) == level) {
          together.computeIfAbsent(fact.owner(), o -> new ArrayList<>()).add(fact);
        }
      }
      for (Totals.Total total : totals.all()) {
        if (levels.getOrDefault(total.ref(), -1) == level) {
          together.computeIfAbsent(Optional.of(total.entity()), o -> new ArrayList<>());
        }
      }
      together.forEach(
          (owner, facts) -> {
            Pass pass = pass(owner, facts, level, levels, new Settled(levels, level));
            passes.addAll(keepsSums ? split(pass, level, levels) : List.of(pass));
          });
    }
    return passes;
  }

  /** The pass behind those that fill the sums over children which it reads. */
  private List<Pass> split(Pass pass, int level, Map<FactRef, Integer> levels) {
    KeptSums sums = KeptSums.of(program, pass, FIRST_SUM - keptSums);
    Optional<EntityRef> owner = pass.filled().getFirst().fact().owner();
    long rows = owner.flatMap(counts::of).map(BigInteger::longValueExact).orElse(0L);
    long cells = rows * sums.columns();
    if (sums.isEmpty() || keptCells + cells > Clones.MOST_CELLS) {
      return List.of(pass);
    }
    keptSums += sums.columns();
    keptCells += cells;
    List<Pass> passes = new ArrayList<>(sums.passes());
    if (!sums.left().isEmpty()) {
      passes.add(pass(owner, sums.left(), level, levels, new Kept(levels, level, sums)));
    }
    return passes;
  }

  private Pass pass(
      Optional<EntityRef> owner,
      List<Fact> facts,
      int level,
      Map<FactRef, Integer> levels,
      Translation.Reading reading) {
    Translation translation = translation(reading);
    Optional<Term> row = row(owner);
    List<Pass.Filled> filled = new ArrayList<>();
    for (Fact fact : facts) {
      Optional<Clone> clone = clones.clone(fact.ref());
      Term term =
          clone.isPresent()
              ? translation.clone(clone.get(), row.orElseThrow())
              : translation.fact(fact, row, List.of());
      filled.add(new Pass.Filled(fact, term, clone.map(Clone::of)));
    }
    List<Pass.Totalled> added = new ArrayList<>();
    for (Totals.Total total : totals.all()) {
      if (owner.equals(Optional.of(total.entity()))
          && levels.getOrDefault(total.ref(), -1) == level) {
        added.add(translation.totalled(total, row.orElseThrow()));
      }
    }
    return new Pass(row, filled, added, translation.substituted(), Optional.empty());
  }

  private Optional<Term> row(Optional<EntityRef> owner) {
    return owner.map(this::row);
  }

  private Term row(EntityRef owner) {
    return terms.make(new Shape.Variable(0, new Domain.Own(owner)), Kind.INDEX);
  }
}
