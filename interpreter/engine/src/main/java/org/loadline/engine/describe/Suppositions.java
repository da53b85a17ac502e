package org.loadline.engine.describe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.engine.inspect.PlanDescription.Supposed;
import org.loadline.engine.lower.Note;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Pass;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.EntityRef;

/** Finds out what is worked out for each supposed world, and where. */
final class Suppositions {
  private final Program program;
  private final TermText texts;
  private final List<Describing.Noted> passes;

  /** What is told apart: kept or not, and what it is worked out for. */
  private record Place(String name, boolean column, Optional<String> each) {}

  Suppositions(Program program, List<Describing.Noted> passes) {
    this.program = program;
    this.texts = new TermText(program);
    this.passes = passes;
  }

  List<Supposed> all() {
    Map<Place, Set<Term>> columns = new LinkedHashMap<>();
    Map<Place, Set<Term>> anew = new LinkedHashMap<>();
    for (Describing.Noted noted : passes) {
      Set<Term> kept = new HashSet<>();
      for (Pass.Filled filled : noted.pass().filled()) {
        if (filled.cloneOf().isPresent()) {
          Optional<String> each = filled.fact().owner().map(EntityRef::name);
          add(columns, new Place(name(filled.cloneOf().get()), true, each), filled.term());
          kept.add(filled.term());
        }
      }
      Set<Term> used = used(noted);
      for (Pass.Substituted fact : noted.pass().substituted()) {
        Term term = fact.term();
        boolean worked = !(term.shape() instanceof Shape.Constant) && used.contains(term);
        if (fact.supposed() && worked && !kept.contains(term)) {
          add(anew, new Place(texts.name(fact.fact()), false, each(term)), term);
        }
      }
    }
    List<Supposed> all = new ArrayList<>();
    columns.forEach((place, terms) -> all.add(supposed(place, terms)));
    anew.forEach((place, terms) -> all.add(supposed(place, terms)));
    return all;
  }

  private static void add(Map<Place, Set<Term>> into, Place place, Term term) {
    into.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(term);
  }

  private static Supposed supposed(Place place, Set<Term> terms) {
    return new Supposed(place.name(), place.column(), terms.size(), place.each());
  }

  private String name(ColumnKey of) {
    return switch (of) {
      case ColumnKey.OfFact(FactRef fact) -> texts.name(program.fact(fact));
      case ColumnKey.OfField(EntityRef entity, int field, int member) ->
          entity.name() + "." + program.entity(entity).fields().get(field).name();
      default -> throw new IllegalArgumentException("not of rows: " + of);
    };
  }

  private Optional<String> each(Term term) {
    return term.home().map(home -> texts.variable(((Shape.Variable) home.shape()).domain()));
  }

  /** The terms that a pass works out; what is read from where it was kept is among them. */
  private static Set<Term> used(Describing.Noted noted) {
    Set<Term> used = new HashSet<>();
    noted.notes().before().forEach(step -> use(step, used));
    noted.notes().perRow().forEach(step -> use(step, used));
    return used;
  }

  private static void use(Note.Step step, Set<Term> used) {
    switch (step) {
      case Note.Step.Keep(Note value, int readers) -> use(value, used);
      case Note.Step.Total total -> {
        total.where().ifPresent(note -> use(note, used));
        total.adds().ifPresent(note -> use(note, used));
      }
      case Note.Step.Fill(var filled, Note value, var column) -> use(value, used);
      case Note.Step.Loop loop -> {
        loop.where().ifPresent(note -> use(note, used));
        loop.steps().forEach(inner -> use(inner, used));
        loop.totals().forEach(note -> use(note, used));
      }
    }
  }

  private static void use(Note note, Set<Term> used) {
    used.add(note.term());
    note.parts().forEach(part -> use(part, used));
  }
}
