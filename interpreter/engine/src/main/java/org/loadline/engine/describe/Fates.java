package org.loadline.engine.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.engine.inspect.PlanDescription.Fate;
import org.loadline.engine.inspect.PlanDescription.Outcome;
import org.loadline.engine.lower.Note;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.source.Source;

/** Finds out what became of each fact, from the notes of all passes. */
final class Fates {
  private final Program program;
  private final Set<FactRef> reported;
  private final Set<FactRef> columns = new HashSet<>();
  private final Map<FactRef, Set<Term>> substituted = new HashMap<>();
  private final Map<Term, Integer> kept = new HashMap<>();
  private final Set<Term> totals = new HashSet<>();
  private final Map<Term, Integer> places = new HashMap<>();

  Fates(Program program, List<Describing.Noted> passes) {
    this.program = program;
    this.reported = program.outputs().stream().map(Output::fact).collect(Collectors.toSet());
    for (Describing.Noted noted : passes) {
      noted.pass().filled().forEach(f -> columns.add(f.fact().ref()));
      for (Pass.Substituted fact : noted.pass().substituted()) {
        substituted.computeIfAbsent(fact.fact().ref(), f -> new HashSet<>()).add(fact.term());
      }
      noted.notes().before().forEach(this::count);
      noted.notes().perRow().forEach(this::count);
    }
  }

  private void count(Note.Step step) {
    switch (step) {
      case Note.Step.Keep(Note value, int readers) -> {
        kept.merge(value.term(), readers, Integer::sum);
        count(value);
      }
      case Note.Step.Total total -> {
        total.where().ifPresent(this::count);
        total.adds().ifPresent(this::count);
      }
      case Note.Step.Fill(var filled, Note value, var column) -> count(value);
      case Note.Step.Loop loop -> {
        loop.where().ifPresent(this::count);
        loop.steps().forEach(this::count);
        loop.totals().forEach(this::count);
        loop.totals().forEach(t -> totals.add(t.term()));
      }
    }
  }

  private void count(Note note) {
    places.merge(note.term(), 1, Integer::sum);
    note.parts().forEach(this::count);
  }

  /** The facts of the policy, and those of its libraries that it uses. */
  List<Fate> all() {
    Source policy = program.sources().getFirst();
    List<Fate> fates = new ArrayList<>();
    for (Fact fact : program.facts()) {
      Fate fate = fate(fact);
      if (fate.outcome() != Outcome.DROPPED || fact.span().source() == policy) {
        fates.add(fate);
      }
    }
    return fates;
  }

  private Fate fate(Fact fact) {
    if (columns.contains(fact.ref())) {
      boolean asked = reported.contains(fact.ref());
      return new Fate(fact, asked ? Outcome.REPORTED : Outcome.COLUMN, 0);
    }
    Set<Term> terms = substituted.getOrDefault(fact.ref(), Set.of());
    Set<Term> used = terms.stream().filter(places::containsKey).collect(Collectors.toSet());
    if (used.isEmpty()) {
      boolean constant = terms.stream().anyMatch(t -> t.shape() instanceof Shape.Constant);
      return new Fate(fact, constant ? Outcome.CONSTANT : Outcome.DROPPED, 0);
    }
    if (used.stream().allMatch(t -> t.shape() instanceof Shape.Constant)) {
      return new Fate(fact, Outcome.CONSTANT, 0);
    }
    if (used.stream().anyMatch(totals::contains)) {
      return new Fate(fact, Outcome.AGGREGATE, 0);
    }
    int readers = used.stream().mapToInt(t -> kept.getOrDefault(t, 0)).sum();
    if (readers > 0) {
      return new Fate(fact, Outcome.SHARED, readers);
    }
    return new Fate(
        fact, Outcome.INLINED, used.stream().mapToInt(t -> places.getOrDefault(t, 0)).sum());
  }
}
