package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.loadline.core.Assumption;
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
  private final Program program;
  private final ParamValues params;
  private final Soundness soundness;
  private final Terms terms = new Terms();
  private final WrittenTables tables;
  private final Set<FactRef> columns = new LinkedHashSet<>();

  private Planner(Program program, ParamValues params, Soundness soundness) {
    this.program = program;
    this.params = params;
    this.soundness = soundness;
    this.tables = new WrittenTables(program, terms, soundness);
  }

  /** The plan for a program's outputs. */
  public static Plan plan(Program program, ParamValues params, Soundness soundness) {
    return new Planner(program, params, soundness).outputs();
  }

  /** The assumptions about an entity, or the whole, that read inputs as they stand. */
  public static Assumed assumptions(
      Program program, ParamValues params, Optional<EntityRef> owner) {
    Planner planner = new Planner(program, params, Soundness.SOUND);
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

  private Plan outputs() {
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
    return new Plan(program, passes(levels(reads)));
  }

  /** What a fact reads as columns when all on the row at hand is substituted. */
  private Set<FactRef> columnsRead(FactRef ref) {
    Set<FactRef> read = new LinkedHashSet<>();
    Fact fact = program.fact(ref);
    Translation translation =
        new Translation(
            program,
            params,
            soundness,
            terms,
            tables,
            (of, row) -> {
              boolean column = crosses(of, row);
              if (column) {
                read.add(of.ref());
              }
              return column;
            });
    translation.fact(fact, row(fact.owner()), List.of());
    return read;
  }

  private boolean crosses(Fact fact, Optional<Term> row) {
    if (row.isEmpty() || !(row.get().shape() instanceof Shape.Variable variable)) {
      return true;
    }
    return switch (variable.domain()) {
      case Domain.Own own -> false;
      case Domain.All all -> true;
      case Domain.Members members -> true;
      case Domain.Children(Term parent, EntityRef child, int field) ->
          columns.contains(fact.ref())
              || variable.depth() > 1
              || !(parent.shape() instanceof Shape.Variable(int depth, Domain.Own own));
    };
  }

  /** How many passes must lie before a fact's: facts stand callee first. */
  private Map<FactRef, Integer> levels(Map<FactRef, Set<FactRef>> reads) {
    Map<FactRef, Integer> levels = new HashMap<>();
    for (Fact fact : program.facts()) {
      Set<FactRef> read = reads.get(fact.ref());
      if (read != null) {
        int level =
            read.stream().mapToInt(r -> Objects.requireNonNull(levels.get(r)) + 1).max().orElse(0);
        levels.put(fact.ref(), level);
      }
    }
    return levels;
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
      together.forEach((owner, facts) -> passes.add(pass(owner, facts, level, levels)));
    }
    return passes;
  }

  private Pass pass(
      Optional<EntityRef> owner, List<Fact> facts, int level, Map<FactRef, Integer> levels) {
    Translation translation =
        new Translation(
            program,
            params,
            soundness,
            terms,
            tables,
            (of, row) -> crosses(of, row) || (levels.getOrDefault(of.ref(), level) < level));
    Optional<Term> row = row(owner);
    List<Pass.Filled> filled = new ArrayList<>();
    for (Fact fact : facts) {
      filled.add(new Pass.Filled(fact, translation.fact(fact, row, List.of())));
    }
    return new Pass(row, filled, translation.substituted());
  }

  private Optional<Term> row(Optional<EntityRef> owner) {
    return owner.map(o -> terms.make(new Shape.Variable(0, new Domain.Own(o)), Kind.INDEX));
  }
}
