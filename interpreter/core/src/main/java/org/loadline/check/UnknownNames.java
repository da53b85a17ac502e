package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.ForeignNames;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.syntax.Name;

/** Names that mean nothing where they stand, and what may have been meant. */
final class UnknownNames {
  private final Checker in;

  UnknownNames(Checker in) {
    this.in = in;
  }

  Expr value(Name name, Scope s, Ask ask) {
    String text = name.text();
    if (ask.expected().map(Type::present).orElse(Type.NOTHING) instanceof Type.OfChoice of) {
      return in.complaints.noMember(in.vocabulary.choice(of.choice()), name);
    }
    Optional<Expr> mapped = s.mapping().flatMap(m -> m.missing(name, s, in));
    if (mapped.isPresent()) {
      return mapped.get();
    }
    Optional<Expr> state = new StateNames(in).unknown(name);
    if (state.isPresent()) {
      return state.get();
    }
    return in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_NAME,
        name.span(),
        ofVariable(text, s)
            .or(() -> ofReference(text, s))
            .map(part -> "Did you mean `" + part + "`?")
            .or(() -> ofRows(text))
            .or(() -> ForeignNames.hint(text))
            .orElseGet(
                () -> Suggestions.hint(text, inReach(s), FormulaProblem.UNKNOWN_NAME.hint())),
        "name",
        text);
  }

  /** What a row that the row at hand refers to has. */
  private Optional<String> ofReference(String text, Scope s) {
    return s.layers().stream()
        .filter(Scope.Layer.Row.class::isInstance)
        .map(Scope.Layer.Row.class::cast)
        .flatMap(row -> in.vocabulary.entity(row.entity()).fields().stream())
        .filter(
            f ->
                f.role() == Field.Role.REFERENCE
                    && f.type().present() instanceof Type.RowOf to
                    && in.vocabulary.parts(to.entity()).contains(text))
        .map(f -> f.name() + "." + text)
        .findFirst();
  }

  /** What only rows have, read where there is no row. */
  private Optional<String> ofRows(String text) {
    return in.vocabulary.having(text).stream()
        .map(
            e ->
                "Every "
                    + e.name()
                    + " has its own: put this line into `for each "
                    + e.name()
                    + "`, or read it of many, as in `sum("
                    + e.plural()
                    + "."
                    + text
                    + ")`.")
        .findFirst();
  }

  /** The part of a row that an aggregate names, where the name of the row is missing. */
  private Optional<String> ofVariable(String text, Scope s) {
    return s.layers().stream()
        .filter(Scope.Layer.Variable.class::isInstance)
        .map(Scope.Layer.Variable.class::cast)
        .filter(
            v ->
                v.value().type() instanceof Type.RowOf row
                    && in.vocabulary.parts(row.entity()).contains(text))
        .map(v -> v.name() + "." + text)
        .findFirst();
  }

  private List<String> inReach(Scope s) {
    List<String> names = new ArrayList<>(in.vocabulary.everywhere());
    for (Scope.Layer layer : s.layers()) {
      switch (layer) {
        case Scope.Layer.Variable variable -> names.add(variable.name());
        case Scope.Layer.Near near -> names.addAll(near.definitions().keySet());
        case Scope.Layer.Row row -> names.addAll(in.vocabulary.parts(row.entity()));
        case Scope.Layer.Given given -> names.addAll(given.rows().keySet());
        case Scope.Layer.Whose whose -> {}
        case Scope.Layer.Runs runs -> {}
        case Scope.Layer.After after -> {}
        case Scope.Layer.Before before -> {}
      }
    }
    return names;
  }
}
