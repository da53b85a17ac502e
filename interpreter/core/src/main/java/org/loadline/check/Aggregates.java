package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Flag;

/** Values worked out over rows, in short and in full, and rows that are picked. */
final class Aggregates {
  private final Checker in;
  private final AggregateTypes types;

  Aggregates(Checker in) {
    this.in = in;
    this.types = new AggregateTypes(in);
  }

  boolean isWord(String word) {
    return kind(word).isPresent();
  }

  private static Optional<Kind> kind(String word) {
    return switch (word) {
      case "sum" -> Optional.of(Kind.SUM);
      case "min" -> Optional.of(Kind.MIN);
      case "max" -> Optional.of(Kind.MAX);
      case "count" -> Optional.of(Kind.COUNT);
      case "any" -> Optional.of(Kind.ANY);
      case "all" -> Optional.of(Kind.ALL);
      case "mean" -> Optional.of(Kind.MEAN);
      default -> Optional.empty();
    };
  }

  Expr check(Expression.Call call, String word, Scope s) {
    Kind kind = kind(word).orElseThrow();
    if (call.arguments().size() != 1 || call.arguments().getFirst().label().isPresent()) {
      return in.complaints.say(FormulaProblem.NO_PLURAL, call.span(), "name", word);
    }
    Expression.Argument argument = call.arguments().getFirst();
    if (argument.weight().isPresent() && kind != Kind.MEAN) {
      return in.complaints.say(
          FormulaProblem.WEIGHT_ONLY_IN_MEAN,
          argument.weight().get().span(),
          "value",
          Quote.of(argument.value().span()));
    }
    return call.over().isPresent()
        ? inFull(call, kind, argument, call.over().get(), s.unmapped())
        : inShort(call, kind, argument, s.unmapped());
  }

  private Expr inFull(
      Expression.Call call,
      Kind kind,
      Expression.Argument argument,
      Expression.Comprehension over,
      Scope outer) {
    List<Collections.Element> elements = new ArrayList<>();
    Scope s = outer;
    for (Expression.Binder binder : over.binders()) {
      Optional<Denoted.Collection> many =
          in.collections.of(binder.collection(), Optional.of(binder.name().text()), s);
      if (many.isEmpty()) {
        return Open.broken(call.span());
      }
      Collections.Element element =
          in.collections.bind(many.get(), binder.name().text(), s, binder.name().span());
      elements.add(element);
      s = s.withVariable(binder.name().text(), element.value(), element.root());
    }
    Optional<Expression> where = over.where().or(argument::where);
    Scope filtered = s;
    Optional<Expr> filter = where.map(w -> in.formulas.condition(w, filtered));
    Scope inner = knowing(s, filter);
    Expr body =
        kind == Kind.COUNT
            ? counted(argument.value(), elements, over, inner)
            : in.formulas.check(argument.value(), inner, Ask.PLAIN);
    Optional<Expr> weight = argument.weight().map(w -> in.formulas.check(w, inner, Ask.PLAIN));
    return types.typed(call, kind, elements, filter, body, weight, outer);
  }

  private static Scope knowing(Scope s, Optional<Expr> filter) {
    return filter.isPresent() && !Open.isBroken(filter.get())
        ? s.knowing(Shown.by(filter.get(), true))
        : s;
  }

  /** In full, {@code count} takes the variable itself. */
  private Expr counted(
      Expression value,
      List<Collections.Element> elements,
      Expression.Comprehension over,
      Scope s) {
    boolean variable =
        value instanceof Expression.Reference r
            && elements.stream().anyMatch(e -> e.binder().name().equals(r.name().text()));
    if (!variable) {
      return in.complaints.say(
          FormulaProblem.COUNT_OF_ROWS,
          value.span(),
          "rows",
          elements.getFirst().binder().name() + " " + Quote.of(over.span()));
    }
    in.formulas.check(value, s, Ask.PLAIN);
    return yes(value.span());
  }

  private static Expr yes(Span span) {
    return new Expr.Constant(Type.FLAG, span, Flag.TRUE);
  }

  private Expr inShort(Expression.Call call, Kind kind, Expression.Argument argument, Scope outer) {
    Mapping mapping = new Mapping();
    Scope mapped = outer.mapping(mapping);
    in.collections.find(argument.value(), mapped);
    Optional<Expr> filter =
        argument.where().map(w -> in.formulas.condition(w, element(outer, mapping)));
    Scope inner = knowing(mapped, filter);
    Expr body =
        kind == Kind.COUNT
            ? counted(argument.value(), inner)
            : in.formulas.check(argument.value(), inner, Ask.PLAIN);
    Scope speaking = knowing(element(outer, mapping), filter).mapping(mapping);
    Optional<Expr> weight = argument.weight().map(w -> in.formulas.check(w, speaking, Ask.PLAIN));
    if (Open.isBroken(body)) {
      return body;
    }
    if (mapping.elements().isEmpty()) {
      return in.complaints.say(
          FormulaProblem.NO_PLURAL, call.span(), "name", Quote.of(call.target().span()));
    }
    return types.typed(call, kind, mapping.elements(), filter, body, weight, outer);
  }

  /** A filter and a weight speak of the element first. */
  private static Scope element(Scope outer, Mapping mapping) {
    Scope s = outer;
    for (Collections.Element e : mapping.elements()) {
      if (e.value().type() instanceof Type.RowOf row) {
        s = s.withRow(e.value(), row.entity(), e.root());
      }
    }
    return s;
  }

  private Expr counted(Expression value, Scope mapped) {
    Denoted denoted = in.names.denote(value, mapped, Ask.PLAIN);
    if (denoted instanceof Denoted.Collection || denoted instanceof Denoted.Lookable) {
      Expr element = in.names.value(denoted, value.span(), mapped, Ask.PLAIN);
      return Open.isBroken(element) ? element : yes(value.span());
    }
    if (denoted instanceof Denoted.OfMembers of) {
      Denoted.Collection many =
          new Denoted.Collection(
              new org.loadline.core.Rows.Members(of.choice().ref()), Quote.of(value.span()));
      in.collections.element(many, mapped.mapping().orElseThrow(), mapped, value.span());
      return yes(value.span());
    }
    return denoted instanceof Denoted.Broken
        ? Open.broken(value.span())
        : denoted instanceof Denoted.Unknown
            ? in.names.value(value, mapped, Ask.PLAIN)
            : noRows(value, mapped.mapping().orElseThrow());
  }

  /** {@code count} of something that is reckoned from rows, or from none. */
  private Expr noRows(Expression value, Mapping mapping) {
    return mapping.elements().isEmpty()
        ? in.complaints.say(FormulaProblem.NO_PLURAL, value.span(), "name", "count")
        : in.complaints.say(
            FormulaProblem.COUNT_OF_ROWS, value.span(), "rows", mapping.firstName() + " where …");
  }

  /** {@code the x in xs where C with least E}: a row, with a path of its own. */
  Expr pick(Expression.Pick p, Scope outer) {
    Scope s = outer.unmapped();
    Optional<Denoted.Collection> many =
        in.collections.of(p.collection(), Optional.of(p.name().text()), s);
    if (many.isEmpty()) {
      return Open.broken(p.span());
    }
    Collections.Element element =
        in.collections.bind(many.get(), p.name().text(), s, p.name().span());
    Scope inside = s.withVariable(p.name().text(), element.value(), element.root());
    Optional<Expr> filter = p.where().map(w -> in.formulas.condition(w, inside));
    Expr measure =
        types.measure(
            in.formulas.check(p.measure(), knowing(inside, filter), Ask.PLAIN),
            List.of(element),
            "the");
    if (Open.isBroken(measure) || filter.filter(Open::isBroken).isPresent()) {
      return Open.broken(p.span());
    }
    return new Expr.Pick(
        in.orders.found(p.name().text(), element, outer),
        p.span(),
        element.binder(),
        filter,
        p.greatest(),
        measure);
  }
}
