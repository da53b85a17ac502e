package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.number;
import static org.loadline.meaning.Form.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.TableRef;

/**
 * One definition while its form is written: what it reads, and the locals that it needs, which are
 * numbered in the order in which they are first read.
 */
final class Definition {
  private final Program program;
  private final Subjects subjects;
  private final NavigableSet<Subject> reads = new TreeSet<>();
  private final TypeForms types;
  private final Map<FactRef, Integer> locals = new LinkedHashMap<>();
  private final List<Fact> unwritten = new ArrayList<>();

  Definition(Program program, Subjects subjects) {
    this.program = program;
    this.subjects = subjects;
    this.types = new TypeForms(program, subjects, reads::add);
  }

  Program program() {
    return program;
  }

  Subjects subjects() {
    return subjects;
  }

  TypeForms types() {
    return types;
  }

  Families families() {
    return new Families(program, types);
  }

  void reads(Subject subject) {
    reads.add(subject);
  }

  NavigableSet<Subject> reads() {
    return reads;
  }

  /** Formulas of a frame in which a row stands in slot 0, if there is one. */
  Formulas frame(boolean ofRow) {
    Variables variables = new Variables();
    if (ofRow) {
      variables.bind(0);
    }
    return new Formulas(this, variables);
  }

  // ---- Names

  Form input(InputRef input) {
    reads(subjects.of(input));
    return quoted(input.name());
  }

  Form table(TableRef table) {
    reads(subjects.of(table));
    return quoted(table.name());
  }

  /** A field with its entity, read. */
  Form field(EntityRef entity, int field) {
    Field of = program.entity(entity).fields().get(field);
    reads(subjects.of(entity));
    reads(subjects.ofField(entity, field));
    return quoted(entity.name() + "." + of.name());
  }

  Form column(TableRef table, int column) {
    return field(program.table(table).rows(), column);
  }

  // ---- Facts

  /** The number of a local in this definition. */
  int local(Fact local) {
    return locals.computeIfAbsent(
        local.ref(),
        r -> {
          unwritten.add(local);
          return locals.size() + 1;
        });
  }

  /** A fact with the locals that it needs. */
  Form fact(Fact fact) {
    return node(plain("define", fact), locals());
  }

  /** The locals that have been read and not been written yet. */
  List<Optional<Form>> locals() {
    List<Optional<Form>> forms = new ArrayList<>();
    while (!unwritten.isEmpty()) {
      Fact local = unwritten.removeFirst();
      int place = local(local);
      forms.add(Optional.of(node("where", number(place), plain("define", local))));
    }
    return forms;
  }

  private Form plain(String head, Fact fact) {
    Variables variables = new Variables();
    if (fact.owner().isPresent()) {
      variables.bind(0);
    }
    fact.parameters().forEach(p -> variables.bind(p.slot()));
    Formulas formulas = new Formulas(this, variables);
    Optional<Form> needs = formulas.maybe("needs", fact.needs());
    Form body = formulas.of(fact.body());
    return node(
        node(head, node("parameters", number(fact.parameters().size()))),
        List.of(needs, Optional.of(body)));
  }

  /** A formula of a row or of the whole, in a frame of its own. */
  Form formula(boolean ofRow, Expr formula) {
    return frame(ofRow).of(formula);
  }
}
