package org.loadline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Fact;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.OrderKey;
import org.loadline.syntax.Parameter;
import org.loadline.syntax.TypeExpression;

/**
 * A definition as written: a fact, a local or a fact of a function.
 *
 * <p>Its first {@code outer} parameters belong to what it stands in: the function, or the
 * definition that the local is of. {@code near} are the definitions only it and its neighbours see,
 * outermost first. Two are equal if they are one object.
 */
final class Defined {
  private final String name;
  private final String title;
  private final Optional<EntityRef> owner;
  private final List<Parameter> parameters;
  private final int outer;
  private final Optional<TypeExpression> type;
  private final Expression body;
  private final Optional<Expression> needs;
  private final Optional<Expression> starts;
  private final Fact.Origin origin;
  private final String doc;
  private final Span span;
  private final boolean imported;

  /** How the rows of its block are ranked; empty if they are not. */
  private final List<OrderKey> order;

  private final List<Map<String, Defined>> near = new ArrayList<>();
  private final Map<String, Defined> locals = new LinkedHashMap<>();

  private Defined(
      String name,
      String title,
      Optional<EntityRef> owner,
      List<Parameter> outerParameters,
      List<Parameter> own,
      Optional<TypeExpression> type,
      Expression body,
      Optional<Expression> needs,
      Optional<Expression> starts,
      Fact.Origin origin,
      String doc,
      Span span,
      boolean imported,
      List<OrderKey> order) {
    this.name = name;
    this.title = title;
    this.owner = owner;
    this.parameters = new ArrayList<>(outerParameters);
    this.parameters.addAll(own);
    this.outer = outerParameters.size();
    this.type = type;
    this.body = body;
    this.needs = needs;
    this.starts = starts;
    this.origin = origin;
    this.doc = doc;
    this.span = span;
    this.imported = imported;
    this.order = order;
  }

  static Defined fact(
      Optional<EntityRef> owner, Definition d, boolean imported, List<OrderKey> order) {
    return of(d, d.name().text(), owner, List.of(), List.of(), Fact.Origin.FACT, imported, order);
  }

  /** An input that is output: a fact of the same name whose formula is the input. */
  static Defined input(Optional<EntityRef> owner, Field field, Name name) {
    return new Defined(
        field.name(),
        field.name(),
        owner,
        List.of(),
        List.of(),
        Optional.empty(),
        new Expression.Reference(name),
        Optional.empty(),
        Optional.empty(),
        Fact.Origin.FACT,
        field.doc(),
        name.span(),
        false,
        List.of());
  }

  /** The facts of a function; each sees the others. */
  static Map<String, Defined> facts(Declaration.Function function) {
    Map<String, Defined> facts = new LinkedHashMap<>();
    for (Definition d : function.facts()) {
      String title = function.name().text() + "." + d.name().text();
      facts.putIfAbsent(
          d.name().text(),
          of(
              d,
              title,
              Optional.empty(),
              function.parameters(),
              List.of(facts),
              Fact.Origin.FUNCTION,
              false,
              List.of()));
    }
    return facts;
  }

  private static Defined of(
      Definition d,
      String title,
      Optional<EntityRef> owner,
      List<Parameter> outer,
      List<Map<String, Defined>> around,
      Fact.Origin origin,
      boolean imported,
      List<OrderKey> order) {
    Defined defined =
        new Defined(
            d.name().text(),
            title,
            owner,
            outer,
            d.parameters(),
            d.type(),
            d.body(),
            d.needs(),
            d.starts(),
            origin,
            d.doc().text(),
            d.span(),
            imported,
            order);
    defined.near.addAll(around);
    defined.near.add(defined.locals);
    for (Definition.Local local : d.locals()) {
      defined.locals.putIfAbsent(local.name().text(), defined.local(local));
    }
    return defined;
  }

  private Defined local(Definition.Local local) {
    Defined defined =
        new Defined(
            local.name().text(),
            local.name().text(),
            owner,
            parameters,
            local.parameters(),
            Optional.empty(),
            local.body(),
            Optional.empty(),
            Optional.empty(),
            Fact.Origin.LOCAL,
            "",
            local.span(),
            imported,
            order);
    defined.near.addAll(near);
    return defined;
  }

  String name() {
    return name;
  }

  /** The name shown to people; that of a function's fact has the function before it. */
  String title() {
    return title;
  }

  Optional<EntityRef> owner() {
    return owner;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  int outer() {
    return outer;
  }

  /** The parameters that a caller gives. */
  List<Parameter> own() {
    return parameters.subList(outer, parameters.size());
  }

  String ownNames() {
    return own().stream().map(p -> p.name().text()).collect(Collectors.joining(", "));
  }

  Optional<TypeExpression> type() {
    return type;
  }

  Expression body() {
    return body;
  }

  Optional<Expression> needs() {
    return needs;
  }

  /** What a state is before the first run; only a state has this. */
  Optional<Expression> starts() {
    return starts;
  }

  Fact.Origin origin() {
    return origin;
  }

  String doc() {
    return doc;
  }

  Span span() {
    return span;
  }

  boolean imported() {
    return imported;
  }

  List<OrderKey> order() {
    return order;
  }

  List<Map<String, Defined>> near() {
    return near;
  }

  Map<String, Defined> locals() {
    return locals;
  }

  /** With its entity, as people refer to it: {@code account.health}. */
  String fullName() {
    return owner.map(o -> o.name() + "." + title).orElse(title);
  }
}
