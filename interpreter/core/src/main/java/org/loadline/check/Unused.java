package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.loadline.bound.Bound;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticCode;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Parameter;

/** Warns of what is defined and read by nobody. Libraries define more than one policy reads. */
final class Unused {
  private final Checker in;
  private final Bound bound;

  Unused(Checker in) {
    this.in = in;
    this.bound = in.vocabulary.bound();
  }

  void warn() {
    if (bound.library()) {
      return;
    }
    for (Defined d : in.vocabulary.facts()) {
      if (!d.imported()) {
        fact(d);
      }
    }
    for (Declaration.Function function : bound.functions()) {
      if (isOwn(function.span())) {
        in.vocabulary.sheet(function).values().forEach(this::inside);
      }
    }
    bound.actions().stream()
        .filter(action -> in.uses.isRead(action.span()))
        .flatMap(action -> action.parameters().stream())
        .forEach(p -> declared(UnusedProblem.PARAMETER, p.name().text(), p.name().span()));
    bound.units().stream()
        .filter(u -> !inTypes(u))
        .forEach(u -> declared(UnusedProblem.UNIT, u.name(), u.span()));
    bound.choices().stream()
        .filter(c -> !inTypes(c.ref()))
        .forEach(c -> declared(UnusedProblem.CHOICE, c.ref().name(), c.span()));
    bound.params().forEach(p -> declared(UnusedProblem.PARAM, p.ref().name(), p.span()));
    bound.tables().forEach(t -> declared(UnusedProblem.TABLE, t.ref().name(), t.span()));
  }

  private boolean inTypes(Bound.UnitName unit) {
    return declaredTypes()
        .anyMatch(
            t ->
                t.present() instanceof Type.Quantity q
                    && q.unit().factors().stream().anyMatch(f -> f.name().equals(unit.name())));
  }

  private boolean inTypes(ChoiceRef choice) {
    boolean family =
        bound.entities().stream()
            .flatMap(e -> e.fields().stream())
            .anyMatch(f -> f.family().contains(choice));
    return family
        || declaredTypes()
            .anyMatch(t -> t.present() instanceof Type.OfChoice of && of.choice().equals(choice));
  }

  /** The types of inputs, params, columns and keys of tables. */
  private Stream<Type> declaredTypes() {
    return Stream.of(
            bound.entities().stream().flatMap(e -> e.fields().stream()).map(Field::type),
            bound.system().stream().map(Field::type),
            bound.params().stream().map(Param::type),
            bound.tables().stream().flatMap(t -> t.keys().stream()).map(Table.Key::type))
        .flatMap(types -> types);
  }

  private boolean isOwn(Span span) {
    return bound.sources().isEmpty() || span.source() == bound.sources().getFirst();
  }

  private void fact(Defined d) {
    boolean reads = in.uses.isRead(d) || bound.reports().isEmpty();
    if (!in.definitions.isTyped(d)) {
      say(UnusedProblem.UNCALLED, d.name(), d.span());
    } else if (!reads) {
      say(UnusedProblem.FACT, d.fullName(), d.span());
    } else {
      inside(d);
    }
  }

  private void inside(Defined d) {
    if (!in.definitions.isTyped(d)) {
      return;
    }
    List<Parameter> own = new ArrayList<>(d.own());
    for (Parameter parameter : own) {
      declared(UnusedProblem.PARAMETER, parameter.name().text(), parameter.name().span());
    }
    d.locals().values().stream()
        .filter(local -> !in.uses.isRead(local))
        .filter(local -> d.starts().isEmpty() || !local.name().equals("held"))
        .forEach(local -> say(UnusedProblem.LOCAL, local.name(), local.span()));
  }

  private void declared(DiagnosticCode code, String name, Span span) {
    if (isOwn(span) && !in.uses.isRead(span)) {
      say(code, name, span);
    }
  }

  private void say(DiagnosticCode code, String name, Span span) {
    in.complaints.say(code, span, "name", name);
  }
}
