package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;
import org.loadline.values.Member;
import org.loadline.values.Unlimited;

/** What a name means where it stands, from the inside out. */
final class Names {
  private final Checker in;

  Names(Checker in) {
    this.in = in;
  }

  /** The value of a name, a path or a call. */
  Expr value(Expression e, Scope s, Ask ask) {
    Denoted denoted = denote(e, s, ask);
    if (denoted instanceof Denoted.Unknown && e instanceof Expression.Reference r) {
      return unknown(r.name(), s, ask);
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
      case Expression.Reference r -> resolve(r.name(), s, ask);
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

  private Denoted resolve(Name name, Scope s, Ask ask) {
    Optional<Denoted> close = inner(name, s, ask);
    if (close.isPresent()) {
      return close.get();
    }
    Optional<Denoted> member = expectedMember(name, ask);
    if (member.isPresent()) {
      return member.get();
    }
    for (Scope.Layer layer : s.layers()) {
      if (layer instanceof Scope.Layer.Row row) {
        Optional<Denoted> part = in.parts.part(row.row(), row.entity(), name, s);
        if (part.isPresent()) {
          return part.get();
        }
        if (row.entity().name().equals(name.text())) {
          return isOneOfTwo(row, s) ? unclear(name) : Denoted.value(at(row.row(), name.span(), s));
        }
      }
    }
    return outer(name, s);
  }

  /** Whether another row of the same entity stands further out. */
  private static boolean isOneOfTwo(Scope.Layer.Row row, Scope s) {
    return s.layers().stream()
        .anyMatch(
            layer ->
                layer instanceof Scope.Layer.Row other
                    && other.entity().equals(row.entity())
                    && other.row() != row.row());
  }

  private Denoted unclear(Name name) {
    in.complaints.sayWithHint(
        FormulaProblem.ONE_OF_TWO_ROWS,
        name.span(),
        "Name those that are gone through, as in `for x in xs`, and write their parts without"
            + " `"
            + name.text()
            + ".`; in a share, `carry` what is needed of the row that is served and `set` it"
            + " before.",
        "name",
        name.text());
    return new Denoted.Broken();
  }

  /** Parameters, variables, locals: they hide what stands further out. */
  private Optional<Denoted> inner(Name name, Scope s, Ask ask) {
    for (Scope.Layer layer : s.layers()) {
      switch (layer) {
        case Scope.Layer.Variable variable when variable.name().equals(name.text()) -> {
          in.uses.read(variable.value().span());
          return Optional.of(Denoted.value(at(variable.value(), name.span(), s)));
        }
        case Scope.Layer.Near near -> {
          Defined local = near.definitions().get(name.text());
          if (local != null) {
            return Optional.of(near(local, name, s));
          }
        }
        case Scope.Layer.Row row when isElement(row, s) && expectedMember(name, ask).isEmpty() -> {
          Optional<Denoted> part = in.parts.part(row.row(), row.entity(), name, s);
          if (part.isPresent()) {
            return part;
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** The element that a filter in short form speaks of stands further in than any local. */
  private static boolean isElement(Scope.Layer.Row row, Scope s) {
    return s.frame().row().filter(r -> r == row.row()).isEmpty();
  }

  private Denoted near(Defined d, Name name, Scope s) {
    List<Expr> outer = new ArrayList<>();
    for (Expr parameter : s.frame().parameters().subList(0, d.outer())) {
      in.uses.read(parameter.span());
      outer.add(at(parameter, name.span(), s));
    }
    Optional<Expr> row = d.owner().flatMap(o -> s.frame().row());
    return called(row.map(r -> at(r, name.span(), s)), d, outer, name.span(), s);
  }

  /** A definition without parameters of its own is read; another waits for its arguments. */
  Denoted called(Optional<Expr> row, Defined d, List<Expr> outer, Span at, Scope s) {
    return d.own().isEmpty()
        ? Denoted.value(in.definitions.read(d, row, outer, at, s))
        : new Denoted.Callable(row, d, outer);
  }

  private Optional<Denoted> expectedMember(Name name, Ask ask) {
    return ask.expected()
        .map(Type::present)
        .filter(Type.OfChoice.class::isInstance)
        .map(type -> in.vocabulary.choice(((Type.OfChoice) type).choice()))
        .filter(choice -> choice.members().contains(name.text()))
        .map(choice -> Denoted.value(member(choice, name)));
  }

  Expr member(Choice choice, Name name) {
    in.uses.read(choice.span());
    return new Expr.Constant(
        new Type.OfChoice(choice.ref()),
        name.span(),
        new Member(choice.members().indexOf(name.text())));
  }

  private Denoted outer(Name name, Scope s) {
    String text = name.text();
    Span span = name.span();
    if (text.equals("unlimited")) {
      return Denoted.value(new Expr.Constant(Open.UNLIMITED, span, Unlimited.INSTANCE));
    }
    if (in.vocabulary.isOwnMember(name)) {
      return member(name);
    }
    var input = in.vocabulary.input(text);
    if (input.isPresent()) {
      Type type = in.vocabulary.bound().system().get(input.get().index()).type();
      return Denoted.value(s.shown().narrowed(new Expr.SystemValue(type, span, input.get())));
    }
    Optional<Param> param = in.vocabulary.param(text);
    if (param.isPresent()) {
      in.uses.read(param.get().span());
      return Denoted.value(new Expr.ParamValue(param.get().type(), span, param.get().ref()));
    }
    Optional<Defined> fact = in.vocabulary.fact(Optional.empty(), text);
    if (fact.isPresent()) {
      return called(Optional.empty(), fact.get(), List.of(), span, s);
    }
    return given(name, s).orElseGet(() -> declared(name, s));
  }

  /** A row of a test, by the name it is given under. */
  private Optional<Denoted> given(Name name, Scope s) {
    List<Expr> rows =
        s.layers().stream()
            .filter(Scope.Layer.Given.class::isInstance)
            .flatMap(
                l -> ((Scope.Layer.Given) l).rows().getOrDefault(name.text(), List.of()).stream())
            .toList();
    if (rows.size() > 1) {
      String entity = ((Type.RowOf) rows.getFirst().type()).entity().name();
      in.complaints.say(
          FormulaProblem.UNCLEAR_ROW,
          name.span(),
          "name",
          name.text(),
          "example",
          entity + "." + name.text());
      return Optional.of(new Denoted.Broken());
    }
    return rows.stream().findFirst().map(row -> Denoted.value(at(row, name.span(), s)));
  }

  private Denoted declared(Name name, Scope s) {
    String text = name.text();
    var function = in.vocabulary.function(text);
    if (function.isPresent()) {
      return new Denoted.Named(function.get());
    }
    Optional<Table> table = in.vocabulary.table(text);
    if (table.isPresent()) {
      in.uses.read(table.get().span());
      return new Denoted.Lookable(table.get(), Optional.empty());
    }
    if (!in.vocabulary.choicesWith(name).isEmpty()) {
      return member(name);
    }
    Optional<Expr> unit = in.literals.one(text, name.span(), s);
    if (unit.isPresent()) {
      return Denoted.value(unit.get());
    }
    Optional<Entity> many = in.vocabulary.all(text);
    if (many.isPresent()) {
      return in.series.points(
          new Denoted.Collection(new Rows.All(many.get().ref()), text), many.get(), name.span());
    }
    Optional<Entity> kind = in.vocabulary.kind(text);
    if (kind.isPresent()) {
      return new Denoted.Kind(kind.get());
    }
    return in.vocabulary
        .choice(text)
        .<Denoted>map(Denoted.OfMembers::new)
        .orElseGet(
            () ->
                text.equals(Orders.EARLIER)
                    ? in.orders.earlier(name.span(), s)
                    : new Denoted.Unknown());
  }

  /** A member of the one choice that has it. */
  private Denoted member(Name name) {
    List<Choice> choices = in.vocabulary.choicesWith(name);
    if (choices.size() == 1) {
      return Denoted.value(member(choices.getFirst(), name));
    }
    in.complaints.say(
        FormulaProblem.UNCLEAR_MEMBER,
        name.span(),
        "name",
        name.text(),
        "choices",
        choices.stream().map(c -> "`" + c.ref() + "`").collect(Collectors.joining(", ")),
        "example",
        choices.getFirst().ref() + "." + name.text());
    return new Denoted.Broken();
  }

  private Expr unknown(Name name, Scope s, Ask ask) {
    String text = name.text();
    if (ask.expected().map(Type::present).orElse(Type.NOTHING) instanceof Type.OfChoice of) {
      List<String> members = in.vocabulary.choice(of.choice()).members();
      return in.complaints.sayWithHint(
          TypeProblem.MEMBER_OF,
          name.span(),
          Suggestions.hint(text, members, TypeProblem.MEMBER_OF.hint()),
          "name",
          text,
          "choice",
          of.choice().name(),
          "members",
          String.join(", ", members));
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
            .map(part -> "Did you mean `" + part + "`?")
            .orElseGet(
                () -> Suggestions.hint(text, inReach(s), FormulaProblem.UNKNOWN_NAME.hint())),
        "name",
        text);
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
