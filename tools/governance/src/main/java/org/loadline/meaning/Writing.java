package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.when;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.loadline.core.Assumption;
import org.loadline.core.Fact;
import org.loadline.core.Grouping;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Waterfall;
import org.loadline.meaning.Subject.Kind;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.source.Span;

/**
 * Writes the form of every definition of a program.
 *
 * <p>Some have several parts that stand in no order: a function for each list of types that it is
 * called with, the examples of one table, a state with the inputs that hold it.
 */
final class Writing {
  private final Program program;
  private final boolean reports;
  private final Subjects subjects;
  private final NavigableMap<Subject, List<Form>> parts = new TreeMap<>();
  private final NavigableMap<Subject, Known> reads = new TreeMap<>();

  /** What a subject reads, and where it stands. */
  private record Known(TreeSet<Subject> read, Span place) {}

  private Writing(Program program, boolean reports) {
    this.program = program;
    this.reports = reports;
    this.subjects = Subjects.of(program);
  }

  /** {@code reports}: the policy says what is reported, and so in which order. */
  static NavigableMap<Subject, Written> of(Program program, boolean reports) {
    Writing writing = new Writing(program, reports);
    writing.vocabulary();
    writing.formulas();
    writing.checks();
    return writing.all();
  }

  private NavigableMap<Subject, Written> all() {
    NavigableMap<Subject, Written> all = new TreeMap<>();
    parts.forEach(
        (subject, forms) -> {
          List<Form> whole = new ArrayList<>();
          whole.add(quoted(subject.name()));
          whole.addAll(Sorted.distinct(forms));
          Known read = Objects.requireNonNull(reads.get(subject));
          all.put(
              subject,
              new Written(
                  node(subject.kind().words().replace(' ', '-'), whole),
                  read.read(),
                  read.place()));
        });
    return all;
  }

  private void add(Subject subject, Span place, BiFunction<Program, Definition, Form> form) {
    Definition definition = new Definition(program, subjects);
    Form written = form.apply(program, definition);
    add(subject, place, definition, node(written, definition.locals()));
  }

  private void add(Subject subject, Span place, Definition definition, Form form) {
    parts.computeIfAbsent(subject, s -> new ArrayList<>()).add(form);
    Known known = reads.computeIfAbsent(subject, s -> new Known(new TreeSet<>(), place));
    known.read().addAll(definition.reads());
  }

  // ---- What is declared

  private void vocabulary() {
    program
        .choices()
        .forEach(
            c -> add(subjects.of(c.ref()), c.span(), (p, in) -> new Vocabulary(p, in).choice(c)));
    for (Entity entity : program.entities()) {
      if (subjects.of(entity.ref()).kind() == Kind.ENTITY) {
        add(
            subjects.of(entity.ref()),
            entity.span(),
            (p, in) -> new Vocabulary(p, in).entity(entity));
      }
      states(entity);
    }
    program.system().forEach(this::input);
    program
        .params()
        .forEach(
            x -> add(subjects.of(x.ref()), x.span(), (p, in) -> new Vocabulary(p, in).param(x)));
    program
        .tables()
        .forEach(
            t -> add(subjects.of(t.ref()), t.span(), (p, in) -> new Vocabulary(p, in).table(t)));
    for (Grouping grouping : program.groupings()) {
      add(
          subjects.of(grouping.group()),
          program.entity(grouping.group()).span(),
          (p, in) -> new Vocabulary(p, in).group(grouping));
    }
    List<Assumption> whole =
        program.assumptions().stream().filter(a -> a.owner().isEmpty()).toList();
    if (!whole.isEmpty()) {
      add(
          Subjects.assumptions(),
          whole.getFirst().span(),
          (p, in) -> new Vocabulary(p, in).assumptions(whole));
    }
  }

  /** What the host hands back of a state belongs to the state. */
  private void states(Entity entity) {
    for (Field field : entity.fields()) {
      Subject of = subjects.ofField(entity, field);
      if (of.kind() == Kind.STATE) {
        add(of, field.span(), (p, in) -> new Vocabulary(p, in).field(field, Optional.of(entity)));
      }
    }
  }

  private void input(Field field) {
    if (field.role() != Field.Role.TAKEN) {
      add(
          subjects.ofInput(Optional.empty(), field),
          field.span(),
          (p, in) -> new Vocabulary(p, in).input(field));
    }
  }

  // ---- Formulas

  private void formulas() {
    for (Fact fact : program.facts()) {
      if (fact.origin() != Fact.Origin.LOCAL) {
        add(
            subjects.of(fact),
            fact.span(),
            (p, in) -> {
              fact.owner().ifPresent(o -> in.reads(subjects.of(o)));
              return in.fact(fact);
            });
      }
    }
    program
        .waterfalls()
        .forEach(w -> add(subjects.of(w.ref()), w.span(), (p, in) -> waterfall(w, in)));
    if (program.waterfalls().size() > 1) {
      add(
          Subjects.waterfalls(),
          program.waterfalls().getFirst().span(),
          (p, in) -> {
            p.waterfalls().forEach(w -> in.reads(subjects.of(w.ref())));
            return order(p.waterfalls().stream().map(w -> w.name()).toList());
          });
    }
    program.outputs().forEach(o -> add(subjects.of(o), place(o), (p, in) -> output(o, in)));
    if (reports && program.outputs().size() > 1) {
      add(
          Subjects.reports(),
          place(program.outputs().getFirst()),
          (p, in) -> {
            p.outputs().forEach(o -> in.reads(subjects.of(o)));
            return order(p.outputs().stream().map(o -> subjects.of(o).name()).toList());
          });
    }
  }

  private static Form order(List<String> names) {
    return node("order", names.stream().map(Form::quoted).toList());
  }

  private Span place(Output output) {
    return program.fact(output.fact()).span();
  }

  /** What is reported, in which unit and in which role. */
  private Form output(Output output, Definition in) {
    in.reads(subjects.of(output.fact()));
    Fact fact = program.fact(output.fact());
    Form name = quoted(Subjects.name(fact.owner(), fact.name()));
    return node(
        node("report", node("fact", name), in.types().type(output.type())),
        List.of(output.role().map(Form::word)));
  }

  private Form waterfall(Waterfall w, Definition in) {
    in.reads(subjects.of(w.owner()));
    Variables variables = new Variables();
    variables.bind(0);
    Entries entries =
        new Entries(
            in,
            variables,
            (name, action) ->
                add(Subjects.action(name), w.span(), action.definition(), action.form()));
    Formulas formulas = entries.formulas();
    List<Form> carried = new ArrayList<>();
    for (Waterfall.Carried c : w.carried()) {
      Form start = formulas.of(c.start());
      carried.add(node("carry", formulas.binding(c.slot()), start));
    }
    Optional<Form> guard = formulas.maybe("when", w.guard());
    Optional<Form> covers = formulas.maybe("covers", w.covers());
    List<Form> keys = entries.keys(w.order());
    Optional<Form> stop = formulas.maybe("stop", w.stop());
    List<Form> fixed = new ArrayList<>();
    for (Waterfall.Fixed f : w.fixed()) {
      Form value = formulas.of(f.value());
      fixed.add(node("fix", formulas.binding(f.slot()), value));
    }
    List<Form> steps = new ArrayList<>();
    for (Waterfall.Step step : w.steps()) {
      Optional<Form> when = formulas.maybe("when", step.guard());
      steps.add(
          node(
              node("step", quoted(step.name())),
              List.of(when, Optional.of(node("entries", entries.all(step.entries()))))));
    }
    return node(
        node("sweep", quoted(w.owner().name())),
        List.of(
            Optional.of(node("carried", carried)),
            guard,
            covers,
            Optional.of(node("in-order", keys)),
            when(w.againAfterEach(), "again-after-each"),
            stop,
            Optional.of(node("fixed", fixed)),
            Optional.of(node("steps", steps)),
            w.remainder().map(r -> node("remainder", quoted(r)))));
  }

  // ---- Checks

  private void checks() {
    program
        .properties()
        .forEach(
            x ->
                add(
                    new Subject(Kind.PROPERTY, x.title()),
                    x.span(),
                    (p, in) -> new Checks(p, in).property(x)));
    program
        .tests()
        .forEach(
            t ->
                add(
                    new Subject(Kind.TEST, t.title()),
                    t.span(),
                    (p, in) -> new Checks(p, in).test(t)));
    program
        .examples()
        .forEach(
            e ->
                add(
                    new Subject(Kind.EXAMPLES, e.subject()),
                    e.span(),
                    (p, in) -> new Checks(p, in).example(e)));
    program
        .cases()
        .forEach(c -> add(subjects.of(c), c.span(), (p, in) -> new CaseForms(p, in).of(c)));
  }
}
