package org.loadline.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;

/** What stands before brackets: facts with arguments, functions, tables, column families, keys. */
final class Calls {
  private final Checker in;

  Calls(Checker in) {
    this.in = in;
  }

  Denoted call(Expression.Call call, Scope s, Ask ask) {
    if (call.target() instanceof Expression.Reference r) {
      String word = r.name().text();
      if (in.aggregates.isWord(word) && !in.builtins.takesSeveral(call)) {
        return Denoted.value(in.aggregates.check(call, word, s));
      }
      if (in.builtins.isWord(word)) {
        return Denoted.value(in.builtins.check(call, word, s, ask));
      }
    }
    if (in.statistics.isWord(call)) {
      return unknown(call, s, ask);
    }
    boolean ofRows =
        call.target() instanceof Expression.Reference r && in.orders.isWord(r.name().text());
    call.over().ifPresent(over -> misplaced(call, over.span()));
    for (Expression.Argument argument : call.arguments()) {
      argument.where().filter(w -> !ofRows).ifPresent(w -> misplaced(call, w.span()));
      argument.weight().ifPresent(w -> misplaced(call, w.span()));
    }
    Denoted target = in.names.denote(call.target(), s, ask.onTheWay());
    return switch (target) {
      case Denoted.Callable fact -> fact(fact, call, s);
      case Denoted.Named function -> sheet(function.function(), call, s);
      case Denoted.Family family -> family(family, call, s);
      case Denoted.Lookable table -> in.lookups.lookup(table, call, s);
      case Denoted.Kind kind ->
          in.keyedRows.keyed(kind.entity(), Optional.empty(), Optional.empty(), call, s);
      case Denoted.Collection many -> keyed(many, call, s);
      case Denoted.Unknown unknown -> unknown(call, s, ask);
      case Denoted.Value value ->
          kindOf(value, call)
              .map(kind -> in.keyedRows.keyed(kind, Optional.empty(), Optional.empty(), call, s))
              .orElseGet(() -> takesNone(call));
      case Denoted.Slope slope -> takesNone(call);
      case Denoted.Sheet sheet -> takesNone(call);
      case Denoted.OfMembers of -> takesNone(call);
      case Denoted.Broken broken -> broken;
    };
  }

  /** Before a key, the name of an entity is its kind of row, also where it names one row alone. */
  private Optional<Entity> kindOf(Denoted.Value value, Expression.Call call) {
    return call.target() instanceof Expression.Reference r
            && value.expr().type() instanceof Type.RowOf row
        ? in.vocabulary.kind(r.name().text()).filter(kind -> kind.ref().equals(row.entity()))
        : Optional.empty();
  }

  private void misplaced(Expression.Call call, Span at) {
    in.complaints.say(FormulaProblem.NOT_AN_AGGREGATE, at, "name", Quote.of(call.target().span()));
  }

  private Denoted unknown(Expression.Call call, Scope s, Ask ask) {
    if (call.target() instanceof Expression.Reference r && r.name().text().equals("sqrt")) {
      return Denoted.value(in.roundings.sqrt(call, s, ask));
    }
    if (in.seriesCalls.isWord(call)) {
      return in.seriesCalls.call(call, s);
    }
    if (in.statistics.isWord(call)) {
      return Denoted.value(in.statistics.check(call, s, ask));
    }
    if (call.target() instanceof Expression.Reference r && in.orders.isWord(r.name().text())) {
      return Denoted.value(in.orders.word(call, r.name().text(), s.unmapped()));
    }
    return Denoted.value(in.names.value(call.target(), s, ask.onTheWay()));
  }

  private Denoted takesNone(Expression.Call call) {
    in.complaints.say(
        FormulaProblem.TAKES_NO_ARGUMENTS, call.span(), "name", Quote.of(call.target().span()));
    return new Denoted.Broken();
  }

  private Denoted keyed(Denoted.Collection many, Expression.Call call, Scope s) {
    return switch (many.rows()) {
      case Rows.All all ->
          in.keyedRows.keyed(
              in.vocabulary.entity(all.entity()), Optional.empty(), Optional.empty(), call, s);
      case Rows.Children of ->
          in.keyedRows.keyed(
              in.vocabulary.entity(of.child()),
              Optional.of(of.parent()),
              Optional.of(of.field()),
              call,
              s);
      case Rows.Members members -> takesNone(call);
      case Rows.Window window -> {
        in.complaints.say(SeriesFormulaProblem.KEY_OF_SERIES, call.span(), "name", many.name());
        yield new Denoted.Broken();
      }
      case Rows.Numbers numbers -> takesNone(call);
      case Rows.Ordered ordered -> takesNone(call);
      case Rows.Before before -> takesNone(call);
    };
  }

  private Denoted fact(Denoted.Callable target, Expression.Call call, Scope s) {
    Optional<List<Expr>> own = arguments(call, target.fact().own(), target.fact().title(), s);
    if (own.isEmpty()) {
      return new Denoted.Broken();
    }
    List<Expr> all = new ArrayList<>(target.outer());
    all.addAll(own.get());
    return Denoted.value(in.definitions.read(target.fact(), target.row(), all, call.span(), s));
  }

  private Denoted sheet(Declaration.Function function, Expression.Call call, Scope s) {
    return arguments(call, function.parameters(), function.name().text(), s)
        .<Denoted>map(given -> new Denoted.Sheet(function, given))
        .orElseGet(Denoted.Broken::new);
  }

  /** {@code f(a).x}: a fact of the function's sheet. */
  Denoted fact(Denoted.Sheet sheet, Name name, Span span, Scope s) {
    Defined fact = in.vocabulary.sheet(sheet.function()).get(name.text());
    if (fact == null) {
      List<String> known = List.copyOf(in.vocabulary.sheet(sheet.function()).keySet());
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_PART,
          name.span(),
          Suggestions.hint(name.text(), known, FormulaProblem.UNKNOWN_PART.hint()),
          "owner",
          "The function `" + sheet.function().name() + "`",
          "name",
          name.text());
      return new Denoted.Broken();
    }
    return in.names.called(Optional.empty(), fact, sheet.arguments(), span, s);
  }

  /** {@code f(a)} alone is its fact {@code result}. */
  Expr result(Denoted.Sheet sheet, Span span, Scope s) {
    Defined fact = in.vocabulary.sheet(sheet.function()).get("result");
    if (fact == null || !fact.own().isEmpty()) {
      return in.complaints.say(
          FormulaProblem.NO_RESULT,
          span,
          "name",
          sheet.function().name().text(),
          "facts",
          String.join(", ", in.vocabulary.sheet(sheet.function()).keySet()));
    }
    return in.definitions.read(fact, Optional.empty(), sheet.arguments(), span, s);
  }

  private Denoted family(Denoted.Family target, Expression.Call call, Scope s) {
    List<ChoiceRef> choices = target.field().family();
    if (call.arguments().size() != choices.size()) {
      count(
          call,
          target.field().name(),
          choices.size(),
          String.join(", ", choices.stream().map(ChoiceRef::name).toList()));
      return new Denoted.Broken();
    }
    List<Expr> members = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Type expected = new Type.OfChoice(choices.get(i));
      Expression argument = call.arguments().get(i).value();
      Expr member = in.fitness.present(in.formulas.check(argument, s, Ask.of(expected)));
      if (!Open.isBroken(member) && !member.type().equals(expected)) {
        member =
            in.complaints.say(
                TypeProblem.EXPECTED,
                argument.span(),
                "expected",
                TypeText.of(expected),
                "given",
                TypeText.of(member.type()));
      }
      members.add(member);
    }
    return Open.anyBroken(members)
        ? new Denoted.Broken()
        : Denoted.value(
            in.parts.read(target.row(), target.entity(), target.field(), members, call.span(), s));
  }

  private void count(Expression.Call call, String name, int expected, String parameters) {
    int given = call.arguments().size();
    in.complaints.say(
        FormulaProblem.WRONG_ARGUMENT_COUNT,
        call.span(),
        "name",
        name,
        "expected",
        expected + (expected == 1 ? " argument" : " arguments"),
        "given",
        given == 0 ? "none stands" : given + (given == 1 ? " stands" : " stand"),
        "parameters",
        parameters);
  }

  /**
   * The arguments in the order of the parameters; empty if they don't match, which has been said.
   */
  Optional<List<Expr>> arguments(
      Expression.Call call, List<Parameter> parameters, String name, Scope s) {
    List<Optional<Expression>> places =
        new ArrayList<>(Collections.nCopies(parameters.size(), Optional.empty()));
    int next = 0;
    boolean fine = true;
    for (Expression.Argument argument : call.arguments()) {
      int place = argument.label().isPresent() ? place(parameters, argument.label().get()) : next++;
      if (argument.label().isPresent() && place < 0) {
        in.complaints.say(
            FormulaProblem.UNKNOWN_ARGUMENT,
            argument.label().get().span(),
            "name",
            name,
            "label",
            argument.label().get().text(),
            "parameters",
            Names.names(parameters));
        return Optional.empty();
      }
      if (place < places.size() && places.get(place).isPresent()) {
        in.complaints.say(
            FormulaProblem.ARGUMENT_TWICE,
            argument.span(),
            "label",
            parameters.get(place).name().text());
        return Optional.empty();
      }
      fine &= place < places.size();
      if (place < places.size()) {
        places.set(place, Optional.of(argument.value()));
      }
    }
    if (!fine || places.stream().anyMatch(Optional::isEmpty)) {
      count(call, name, parameters.size(), Names.names(parameters));
      return Optional.empty();
    }
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Optional<Type> expected = parameters.get(i).type().flatMap(in.types::expected);
      values.add(in.formulas.check(places.get(i).orElseThrow(), s, Ask.PLAIN.expecting(expected)));
    }
    return Open.anyBroken(values) ? Optional.empty() : Optional.of(values);
  }

  private static int place(List<Parameter> parameters, Name label) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().text().equals(label.text())) {
        return i;
      }
    }
    return -1;
  }
}
