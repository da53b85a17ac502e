package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.SweepValue;
import org.loadline.core.TestCase;
import org.loadline.core.Waterfall;
import org.loadline.core.WaterfallRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expectation;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** A test: the rows that it gives, typed, and what it expects of them. */
final class Tests {
  private final Checker in;
  private final Declaration.Test test;
  private final GivenRows given;

  Tests(Checker in, Declaration.Test test) {
    this.in = in;
    this.test = test;
    this.given = new GivenRows(in);
  }

  TestCase typed() {
    test.given().forEach(given::add);
    given.checkReferences();
    given.countBack();
    List<TestCase.Expectation> expectations = new ArrayList<>();
    List<WaterfallRef> run = new ArrayList<>();
    for (Expectation expectation : test.expectations()) {
      expected(expectation, run).ifPresent(expectations::add);
    }
    return new TestCase(
        test.title(), given.rows(), given.system(), given.params(), expectations, test.span());
  }

  /** {@code run} are the waterfalls that have run so far. */
  private Optional<TestCase.Expectation> expected(Expectation expectation, List<WaterfallRef> run) {
    return switch (expectation) {
      case Expectation.Holds holds ->
          checked(holds.condition(), true, run)
              .map(
                  c -> new TestCase.Expectation.Holds(c.expr, c.slots, run, c.swept, holds.span()));
      case Expectation.Faults faults ->
          checked(faults.expression(), false, run)
              .map(
                  c ->
                      new TestCase.Expectation.Faults(
                          c.expr, c.slots, run, c.swept, faults.span()));
      case Expectation.Run(Name name, Span span) -> {
        in.figures
            .waterfall(name.text())
            .map(Waterfall::ref)
            .ifPresentOrElse(run::add, () -> noSuch(name));
        yield Optional.empty();
      }
    };
  }

  void noSuch(Name name) {
    List<String> known =
        in.vocabulary.bound().waterfalls().stream().map(w -> w.name().text()).toList();
    if (!known.contains(name.text())) {
      in.complaints.say(
          WaterfallProblem.RUN_WHAT,
          name.span(),
          "name",
          name.text(),
          "hint",
          Suggestions.hint(
              name.text(), known, "Declare it: `waterfall " + name.text() + " of …`."));
    }
  }

  private record Checked(Expr expr, int slots, List<SweepValue> swept) {}

  private Optional<Checked> checked(Expression written, boolean condition, List<WaterfallRef> run) {
    if (!new Depth(in).isBounded(written)) {
      return Optional.empty();
    }
    List<SweepValue> swept = new ArrayList<>();
    Scope s =
        WrittenValues.nowhere()
            .with(new Scope.Layer.Given(named()))
            .with(new Scope.Layer.Runs(List.copyOf(run), swept));
    Expr expr =
        condition ? in.formulas.condition(written, s) : in.formulas.check(written, s, Ask.PLAIN);
    // Waterfalls may have created rows that no test gives.
    if (Open.isBroken(expr) || (run.isEmpty() && !isGiven(expr))) {
      return Optional.empty();
    }
    return Optional.of(new Checked(Rebuilding.settled(expr), s.frame().slots(), swept));
  }

  /** The rows that can be named alone: those with a text as key. */
  private Map<String, List<Expr>> named() {
    Map<String, List<Expr>> named = new HashMap<>();
    given
        .keys()
        .forEach(
            (entity, keys) ->
                keys.forEach(
                    (key, places) -> {
                      if (key instanceof Text text) {
                        named
                            .computeIfAbsent(text.value(), n -> new ArrayList<>())
                            .add(row(entity, key, places.getFirst()));
                      }
                    }));
    return named;
  }

  private Expr row(EntityRef ref, Value key, Span span) {
    Entity entity = in.vocabulary.entity(ref);
    Field field = entity.fields().get(entity.key().orElseThrow());
    RowPath path = in.paths.fresh(WrittenValues.shown(key), java.util.Set.of());
    return new Expr.RowWithKey(
        new Type.RowOf(ref, path),
        span,
        ref,
        Optional.empty(),
        List.of(field.index()),
        List.of(new Expr.Constant(field.type(), span, key)));
  }

  /** One of the rows of a key that several parents use, as it is written: by its parent. */
  private String example(Entity entity, Value key) {
    String shown = WrittenValues.shown(key);
    if (entity.parent().isEmpty()) {
      return entity.name() + "." + shown;
    }
    Field parent = entity.fields().get(entity.parent().getAsInt());
    String owner =
        given.rows().stream()
            .filter(r -> r.entity().equals(entity.ref()))
            .filter(r -> r.fields().stream().anyMatch(f -> f.value().equals(key)))
            .flatMap(r -> r.fields().stream())
            .filter(f -> f.field() == parent.index())
            .map(f -> WrittenValues.shown(f.value()))
            .findFirst()
            .orElse(parent.name());
    String written = key instanceof Text ? '"' + shown + '"' : shown;
    return owner + "." + parent.plural().orElse(entity.plural()) + "(" + written + ")";
  }

  /** A row that is named by a written key must be one of those given, and only one. */
  private boolean isGiven(Expr expr) {
    boolean fine = true;
    if (expr instanceof Expr.RowWithKey row
        && !in.vocabulary.entity(row.entity()).isGroup()
        && row.parent().isEmpty()
        && row.keys().size() == 1
        && row.keys().getFirst() instanceof Expr.Constant key) {
      List<Span> places =
          given.keys().getOrDefault(row.entity(), Map.of()).getOrDefault(key.value(), List.of());
      if (places.size() != 1) {
        fine = false;
        String shown = WrittenValues.shown(key.value());
        in.complaints.say(
            places.isEmpty() ? FormulaProblem.ROW_NOT_GIVEN : FormulaProblem.UNCLEAR_ROW,
            row.span(),
            "entity",
            row.entity().name(),
            "key",
            shown,
            "name",
            shown,
            "example",
            example(in.vocabulary.entity(row.entity()), key.value()));
      }
    }
    for (Expr part : ExprWalk.parts(expr)) {
      fine &= isGiven(part);
    }
    return fine;
  }
}
