package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.model.Choice;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;
import org.loadline.values.Member;

/** What names, paths and calls denote, and the values that they stand for. */
final class Names {
  private final Checker in;
  private final Resolution resolution;
  private final UnknownNames unknown;

  Names(Checker in) {
    this.in = in;
    this.resolution = new Resolution(in);
    this.unknown = new UnknownNames(in);
  }

  /** The value of a name, a path or a call. */
  Expr value(Expression e, Scope s, Ask ask) {
    Denoted denoted = denote(e, s, ask);
    if (denoted instanceof Denoted.Unknown && e instanceof Expression.Reference r) {
      return unknown.value(r.name(), s, ask);
    }
    return value(denoted, e.span(), s, ask);
  }

  Denoted denote(Expression e, Scope s, Ask ask) {
    Optional<Denoted> before = in.befores.of(e, s);
    if (before.isPresent()) {
      return before.get();
    }
    Optional<Denoted> ofRun = in.figures.of(e, s);
    if (ofRun.isPresent()) {
      return ofRun.get();
    }
    return switch (e) {
      case Expression.Reference r -> resolution.resolve(r.name(), s, ask);
      case Expression.Member m -> in.parts.of(m, s, ask);
      case Expression.Call c -> in.calls.call(c, s, ask);
      case Expression.Within w -> in.series.within(w, s);
      case Expression.AsOf a -> in.series.asOf(a, s);
      case Expression.Ranked r ->
          in.orders
              .ranked(r, Optional.empty(), s.unmapped())
              .<Denoted>map(many -> many)
              .orElseGet(Denoted.Broken::new);
      case Expression.Numbers n -> in.orders.numbers(n, s.unmapped());
      default -> Denoted.value(in.formulas.check(e, s, ask));
    };
  }

  /** The value that something stands for; if it stands for none, says what to write instead. */
  Expr value(Denoted denoted, Span at, Scope s, Ask ask) {
    String text = Quote.of(at);
    return switch (denoted) {
      case Denoted.Value value -> in.series.ofPoint(value.expr(), s);
      case Denoted.Broken broken -> Open.broken(at);
      case Denoted.Unknown unknown ->
          in.complaints.say(FormulaProblem.UNKNOWN_NAME, at, "name", text);
      case Denoted.Collection many ->
          s.mapping().isPresent()
              ? in.series.ofPoint(in.collections.element(many, s.mapping().get(), s, at), s)
              : in.complaints.say(
                  FormulaProblem.MANY_ROWS,
                  at,
                  "name",
                  text,
                  "rows",
                  text.contains(" ") ? "(" + text + ")" : text);
      case Denoted.Kind kind ->
          in.complaints.say(FormulaProblem.ENTITY_IS_NOT_A_ROW, at, "name", text);
      case Denoted.Lookable table when s.mapping().isPresent() ->
          value(in.collections.rows(table, at), at, s, ask);
      case Denoted.Lookable table ->
          in.complaints.say(
              FormulaProblem.TABLE_NOT_LOOKED_UP, at, "name", text, "keys", keys(table.table()));
      case Denoted.Slope slope -> in.lookups.onlyColumn(slope, at);
      case Denoted.Family family ->
          in.complaints.say(
              FormulaProblem.NEEDS_ARGUMENTS,
              at,
              "name",
              text,
              "parameters",
              family.field().family().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")));
      case Denoted.Callable fact ->
          in.complaints.say(
              FormulaProblem.NEEDS_ARGUMENTS,
              at,
              "name",
              text,
              "parameters",
              fact.fact().ownNames());
      case Denoted.Named function ->
          in.complaints.say(
              FormulaProblem.FUNCTION_NOT_CALLED,
              at,
              "name",
              text,
              "parameters",
              function.function().parameters().stream()
                  .map(p -> p.name().text())
                  .collect(Collectors.joining(", ")));
      case Denoted.Sheet sheet -> in.calls.result(sheet, at, s);
      case Denoted.OfMembers of ->
          in.complaints.say(
              FormulaProblem.CHOICE_IS_NOT_A_VALUE,
              at,
              "name",
              text,
              "members",
              String.join(", ", of.choice().members()));
    };
  }

  static String keys(Table table) {
    return table.keys().stream().map(Table.Key::name).collect(Collectors.joining(", "));
  }

  /** A definition without parameters of its own is read; another waits for its arguments. */
  Denoted called(Optional<Expr> row, Defined d, List<Expr> outer, Span at, Scope s) {
    return d.own().isEmpty()
        ? Denoted.value(in.definitions.read(d, row, outer, at, s))
        : new Denoted.Callable(row, d, outer);
  }

  Expr member(Choice choice, Name name) {
    in.uses.read(choice.span());
    return new Expr.Constant(
        new Type.OfChoice(choice.ref()),
        name.span(),
        new Member(choice.members().indexOf(name.text())));
  }

  /** The same value, read at another place. */
  Expr at(Expr value, Span span, Scope s) {
    Expr moved =
        switch (value) {
          case Expr.Local l -> new Expr.Local(l.type(), span, l.slot(), l.name());
          case Expr.RowWithKey r ->
              new Expr.RowWithKey(r.type(), span, r.entity(), r.parent(), r.fields(), r.keys());
          default -> value;
        };
    return s.shown().narrowed(moved);
  }

  static String names(List<Parameter> parameters) {
    return parameters.stream().map(p -> p.name().text()).collect(Collectors.joining(", "));
  }
}
