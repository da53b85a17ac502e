package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.Replacement;
import org.loadline.core.Assumption;
import org.loadline.core.CaseBinding;
import org.loadline.core.Envelope;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.Grouping;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.TestCase;
import org.loadline.core.Waterfall;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Expression;

/** Puts the typed program together: facts, assumptions, outputs, properties, tests, examples. */
final class Assembly {
  private final Bound bound;
  private final Checker in;

  Assembly(Bound bound, DiagnosticSink sink) {
    this.bound = bound;
    this.in = new Checker(bound, sink);
  }

  Optional<Checking.Checked> program() {
    List<Grouping> groupings = new Groups(in).typed();
    facts();
    List<Assumption> assumptions = assumptions();
    List<Output> outputs = new Reports(in).outputs();
    List<Waterfall> waterfalls = new Waterfalls(in, groupings).all();
    in.figures.know(waterfalls);
    List<Property> properties = properties();
    List<TestCase> tests = bound.tests().stream().map(t -> new Tests(in, t).typed()).toList();
    List<ExampleRow> examples =
        bound.examples().stream().flatMap(e -> new Examples(in, e).rows().stream()).toList();
    List<CaseBinding> cases = bound.cases().stream().map(c -> new Cases(in, c).typed()).toList();
    Mandates mandates = new Mandates(in);
    Optional<Envelope> envelope = bound.envelope().map(mandates::typed);
    in.definitions.keepPromises();
    List<Fact> facts = in.definitions.facts();
    envelope.ifPresent(e -> mandates.textOnly(e, facts));
    uncalled();
    replaced();
    in.definitions.keepPromises();
    Carried carried = new Carried(in, facts);
    in.vocabulary.facts().stream().filter(d -> d.starts().isPresent()).forEach(carried::check);
    Places places = new Places(in);
    facts.forEach(places::check);
    if (!in.sink.hasErrors()) {
      new EarlierCircles(in).check(facts);
    }
    if (in.sink.hasErrors()) {
      return Optional.empty();
    }
    new Unused(in).warn();
    Program program =
        new Program(
            bound.name(),
            bound.doc(),
            bound.choices(),
            bound.entities(),
            groupings,
            bound.system(),
            bound.params(),
            bound.tables(),
            facts,
            assumptions,
            waterfalls,
            outputs,
            properties,
            tests,
            examples,
            cases,
            bound.columnRules(),
            bound.sources());
    new SearchWarnings(in).warn(program);
    return Optional.of(new Checking.Checked(program, envelope));
  }

  /** Everything that can be typed alone; what takes arguments is typed when it is called. */
  private void facts() {
    for (Defined d : Order.of(in.vocabulary.facts())) {
      if (d.parameters().isEmpty()) {
        in.definitions.plain(d);
      }
    }
  }

  /** A fact that replaces another is of the same kind; those with arguments show it when called. */
  private void replaced() {
    for (Replacement replacement : bound.replaced()) {
      switch (replacement.before()) {
        case Declaration.SystemFact(Definition before) ->
            compare(Optional.empty(), before, replacement);
        case Declaration.ForEach block ->
            in.vocabulary
                .kind(block.entity().text())
                .ifPresent(
                    e -> compare(Optional.of(e.ref()), block.facts().getFirst(), replacement));
        default -> {}
      }
    }
  }

  private void compare(Optional<EntityRef> owner, Definition before, Replacement replacement) {
    Optional<Defined> now = in.vocabulary.fact(owner, before.name().text());
    if (now.isEmpty() || !now.get().parameters().isEmpty() || !before.parameters().isEmpty()) {
      return;
    }
    Type is = in.definitions.plain(now.get()).type();
    Type was = in.definitions.plain(Defined.fact(owner, before, true, List.of())).type();
    boolean broken = Open.isBroken(is) || Open.isBroken(was);
    if (!broken && in.fitness.join(was, is, scope(owner, before.span())).isEmpty()) {
      in.complaints.say(
          Complaints.filled(
                  RefinedFactProblem.OTHER_TYPE,
                  replacement.by(),
                  "name",
                  before.name().text(),
                  "base",
                  replacement.base(),
                  "given",
                  TypeText.of(is),
                  "wanted",
                  TypeText.of(was))
              .also(replacement.of(), "what it replaces"),
          replacement.by());
    }
  }

  /** What nobody calls is checked where its parameters say their types, and is no part of it. */
  private void uncalled() {
    List<Defined> all = new ArrayList<>(in.vocabulary.facts());
    for (Declaration.Function function : bound.functions()) {
      all.addAll(in.vocabulary.sheet(function).values());
    }
    for (Defined d : all) {
      if (!d.parameters().isEmpty() && !in.definitions.isTyped(d)) {
        new ParameterTypes(in)
            .declared(d)
            .ifPresent(types -> in.definitions.instance(d, types, d.span()));
      }
    }
    for (Defined d : all) {
      d.locals().values().stream()
          .filter(l -> l.parameters().isEmpty() && !in.definitions.isTyped(l))
          .forEach(in.definitions::plain);
    }
  }

  private Scope scope(Optional<EntityRef> owner, Span span) {
    Optional<Expr> row =
        owner.map(
            o -> new Expr.Local(new Type.RowOf(o, RowPath.self(o.name())), span, 0, o.name()));
    return Scope.of(new Frame(row, List.of()));
  }

  private List<Assumption> assumptions() {
    List<Assumption> typed = new ArrayList<>();
    for (Bound.BoundAssumption a : bound.assumptions()) {
      Expression condition = a.assumption().condition();
      if (new Depth(in).isBounded(condition)) {
        Scope s = scope(a.owner(), a.assumption().span());
        Expr checked = in.formulas.condition(condition, s);
        inputsOnly(checked);
        typed.add(
            new Assumption(
                a.owner(), Rebuilding.settled(checked), s.frame().slots(), a.assumption().span()));
      }
    }
    return typed;
  }

  private void inputsOnly(Expr expr) {
    if (expr instanceof Expr.FactOf fact) {
      in.complaints.say(FormulaProblem.ONLY_INPUTS, fact.span(), "name", fact.fact().name());
    }
    if (expr instanceof Expr.Given || expr instanceof Expr.Search) {
      in.complaints.say(SuppositionProblem.IN_ASSUMPTION, expr.span());
    }
    ExprWalk.parts(expr).forEach(this::inputsOnly);
  }

  private List<Property> properties() {
    List<Property> typed = new ArrayList<>();
    for (Declaration.Property p : bound.properties()) {
      Optional<EntityRef> owner =
          p.entity().flatMap(n -> in.vocabulary.kind(n.text())).map(Entity::ref);
      if (p.entity().isPresent() && owner.isEmpty()) {
        in.complaints.noEntity(p.entity().get(), in.vocabulary);
      } else if (new Depth(in).isBounded(p.statement())) {
        List<Property.After> after = new ArrayList<>();
        Scope s = scope(owner, p.span()).with(new Scope.Layer.After(after));
        Expr statement = Rebuilding.settled(in.formulas.condition(p.statement(), s));
        typed.add(new Property(p.title(), owner, statement, after, s.frame().slots(), p.span()));
      }
    }
    return typed;
  }
}
