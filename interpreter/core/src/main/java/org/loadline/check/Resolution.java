package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Name;
import org.loadline.values.Unlimited;

/** What a bare name means where it stands, from the inside out. */
final class Resolution {
  private final Checker in;

  Resolution(Checker in) {
    this.in = in;
  }

  Denoted resolve(Name name, Scope s, Ask ask) {
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
          return isOneOfTwo(row, s)
              ? unclear(name)
              : Denoted.value(in.names.at(row.row(), name.span(), s));
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
          return Optional.of(Denoted.value(in.names.at(variable.value(), name.span(), s)));
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
      outer.add(in.names.at(parameter, name.span(), s));
    }
    Optional<Expr> row = d.owner().flatMap(o -> s.frame().row());
    return in.names.called(row.map(r -> in.names.at(r, name.span(), s)), d, outer, name.span(), s);
  }

  private Optional<Denoted> expectedMember(Name name, Ask ask) {
    return ask.expected()
        .map(Type::present)
        .filter(Type.OfChoice.class::isInstance)
        .map(type -> in.vocabulary.choice(((Type.OfChoice) type).choice()))
        .filter(choice -> choice.members().contains(name.text()))
        .map(choice -> Denoted.value(in.names.member(choice, name)));
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
      return in.names.called(Optional.empty(), fact.get(), List.of(), span, s);
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
    return rows.stream().findFirst().map(row -> Denoted.value(in.names.at(row, name.span(), s)));
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
      return Denoted.value(in.names.member(choices.getFirst(), name));
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
}
