package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;

/** What aggregates run over, and the variables that take each element in turn. */
final class Collections {
  private final Checker in;

  Collections(Checker in) {
    this.in = in;
  }

  /** A variable of an aggregate: its value, and its row variable or {@link RowPath#SELF}. */
  record Element(Expr.Binder binder, Expr value, int root) {}

  /** The collection that an expression names; empty if it is none, which has been said. */
  Optional<Denoted.Collection> of(Expression e, Scope s) {
    return of(e, Optional.empty(), s);
  }

  /** The same, whose elements are called {@code variable} where it puts them in order. */
  Optional<Denoted.Collection> of(Expression e, Optional<String> variable, Scope s) {
    if (e instanceof Expression.Ranked ranked) {
      return in.orders.ranked(ranked, variable, s.unmapped());
    }
    Denoted denoted = in.names.denote(e, s, Ask.PLAIN);
    switch (denoted) {
      case Denoted.Collection many -> {
        return present(many);
      }
      case Denoted.Lookable table -> {
        return present(rows(table, e.span()));
      }
      case Denoted.OfMembers of -> {
        in.uses.read(of.choice().span());
        return Optional.of(
            new Denoted.Collection(new Rows.Members(of.choice().ref()), Quote.of(e.span())));
      }
      case Denoted.Broken broken -> {
        return Optional.empty();
      }
      case Denoted.Unknown unknown -> in.names.value(e, s, Ask.PLAIN);
      default ->
          in.complaints.say(FormulaProblem.NOT_A_COLLECTION, e.span(), "name", Quote.of(e.span()));
    }
    return Optional.empty();
  }

  /** The rows of a table; of a row's own table, those that belong to it. */
  Denoted.Collection rows(Denoted.Lookable table, Span span) {
    Rows rows =
        table.owner().isPresent()
            ? new Rows.Children(
                table.owner().get(), table.table().rows(), table.table().owner().orElseThrow())
            : new Rows.All(table.table().rows());
    return new Denoted.Collection(rows, Quote.of(span));
  }

  private Optional<Denoted.Collection> present(Denoted.Collection many) {
    if (base(many.rows()) instanceof Rows.Children of && of.parent().type().isOptional()) {
      in.complaints.say(
          AnswerProblem.PATH_MAY_BE_NONE, of.parent().span(), "name", Quote.of(of.parent().span()));
      return Optional.empty();
    }
    return Optional.of(many);
  }

  /** A new variable for the elements of a collection. */
  Element bind(Denoted.Collection many, String name, Scope s, Span span) {
    int slot = s.frame().slot();
    Optional<Type> single = single(many.rows());
    if (single.isPresent()) {
      return new Element(
          new Expr.Binder(slot, name, many.rows(), span),
          new Expr.Local(single.get(), span, slot, name),
          RowPath.SELF);
    }
    Entity entity = entity(many.rows());
    RowPath path = in.paths.fresh(name, s.around());
    if (descends(many.rows())) {
      in.orders.earlier(path);
    }
    if (base(many.rows()) instanceof Rows.Children of) {
      Field back = entity.fields().get(of.field());
      Denoted.row(of.parent())
          .ifPresent(
              p -> {
                in.paths.leads(path.then(back.name()), p.path());
                in.groups.leads(entity, back, path, p.path());
              });
    }
    Expr row = new Expr.Local(new Type.RowOf(entity.ref(), path), span, slot, name);
    return new Element(
        new Expr.Binder(slot, name, many.rows(), span),
        in.series.each(many, row, s, span),
        path.root());
  }

  /** What a collection is made of once its filters and orders are taken off. */
  static Rows base(Rows rows) {
    return switch (rows) {
      case Rows.Window window -> base(window.points());
      case Rows.Ordered of -> base(of.element().rows());
      case Rows.Before of -> base(of.order());
      case Rows.All all -> all;
      case Rows.Children children -> children;
      case Rows.Members members -> members;
      case Rows.Numbers numbers -> numbers;
    };
  }

  /** Whether the elements come before the row of the definition in the order of its block. */
  static boolean descends(Rows rows) {
    return rows instanceof Rows.Before
        || (rows instanceof Rows.Ordered of && descends(of.element().rows()));
  }

  /** The type of elements that are no rows. */
  private static Optional<Type> single(Rows rows) {
    return switch (base(rows)) {
      case Rows.Members members -> Optional.of(new Type.OfChoice(members.choice()));
      case Rows.Numbers numbers -> Optional.of(Type.NUMBER);
      default -> Optional.empty();
    };
  }

  Entity entity(Rows rows) {
    return switch (base(rows)) {
      case Rows.All all -> in.vocabulary.entity(all.entity());
      case Rows.Children of -> in.vocabulary.entity(of.child());
      default -> throw new IllegalArgumentException("no rows");
    };
  }

  /** The element that a plural stands for in the argument of a short aggregate. */
  Expr element(Denoted.Collection many, Mapping mapping, Scope s, Span at) {
    if (present(many).isEmpty()) {
      return Open.broken(at);
    }
    String key = many.each() + key(many.rows());
    Optional<Element> known = mapping.element(key);
    if (known.isEmpty() && !follows(many.rows(), mapping)) {
      return in.complaints.say(
          FormulaProblem.SEVERAL_PLURALS, at, "first", mapping.firstName(), "second", many.name());
    }
    if (known.isEmpty()) {
      mapping.add(key, many.name(), bind(many, singular(many), s, at));
    }
    return in.names.at(mapping.element(key).orElseThrow().value(), at, s);
  }

  String singular(Denoted.Collection many) {
    return switch (base(many.rows())) {
      case Rows.Members members -> members.choice().name();
      case Rows.Numbers numbers -> "number";
      default -> entity(many.rows()).name();
    };
  }

  private static String key(Rows rows) {
    return switch (rows) {
      case Rows.All all -> "all " + all.entity().index();
      case Rows.Children of ->
          PathKey.of(of.parent()).orElse("@" + of.parent().span()) + " " + of.child() + of.field();
      case Rows.Members members -> "members " + members.choice().index();
      case Rows.Window w ->
          "window %s %s %s %s %s %s"
              .formatted(
                  key(w.points()),
                  w.from().map(Expr::span),
                  w.until().map(u -> PathKey.of(u).orElse("@" + u.span())),
                  w.before(),
                  w.last().map(Expr::span),
                  w.withoutFirst());
      case Rows.Numbers of -> "numbers " + of.from().span() + of.to().span();
      case Rows.Ordered of -> "ranked " + of.element().span();
      case Rows.Before of -> "earlier";
    };
  }

  /** The first plural, or one of the last element's own. */
  private static boolean follows(Rows rows, Mapping mapping) {
    if (rows instanceof Rows.Window window) {
      return follows(window.points(), mapping);
    }
    return mapping.last().isEmpty()
        || (rows instanceof Rows.Children of
            && PathKey.of(of.parent()).stream()
                .anyMatch(
                    key -> {
                      String last = "$" + mapping.last().get().binder().slot();
                      return key.equals(last) || key.startsWith(last + ".");
                    }));
  }

  /** Finds the plurals in an argument before anything else is checked: a filter needs them. */
  void find(Expression e, Scope mapped) {
    switch (e) {
      case Expression.Reference r when in.vocabulary.isPlural(r.name().text()) -> start(e, mapped);
      case Expression.Member m when isPath(m) -> {
        if (mentionsPlural(m)) {
          start(m, mapped);
        }
      }
      case Expression.Member m when in.vocabulary.isPlural(m.name().text()) -> start(m, mapped);
      case Expression.Call c when isPath(c.target()) && mentionsPlural(c.target()) -> {
        // Rows named by a key are no collection; what each of some rows is asked, and what stands
        // in the brackets, may be.
        if (c.target() instanceof Expression.Member m && mentionsPlural(m.target())) {
          start(m.target(), mapped);
        }
        c.arguments().forEach(argument -> find(argument.value(), mapped));
      }
      case Expression.Call c
          when c.over().isPresent()
              || (c.target() instanceof Expression.Reference r
                  && in.aggregates.isWord(r.name().text())
                  && !in.builtins.takesSeveral(c)) -> {}
      case Expression.Pick p -> {}
      case Expression.Within w -> start(w, mapped);
      case Expression.AsOf a -> {}
      case Expression.Older o -> {}
      case Expression.Call c when in.seriesCalls.isWord(c) || in.statistics.isWord(c) -> {
        if (in.seriesCalls.isCollection(c)) {
          start(c, mapped);
        }
      }
      case Expression.Given g -> find(g.body(), mapped);
      case Expression.Ranked r -> start(e, mapped);
      case Expression.Fold f -> {}
      case Expression.Repeat r -> {}
      default -> Depth.parts(e).forEach(part -> find(part, mapped));
    }
  }

  private void start(Expression path, Scope mapped) {
    Denoted denoted = in.names.denote(path, mapped, new Ask(Optional.empty(), true, false));
    if (denoted instanceof Denoted.Collection || denoted instanceof Denoted.Lookable) {
      in.names.value(denoted, path.span(), mapped, Ask.PLAIN);
    }
  }

  private static boolean isPath(Expression e) {
    Expression start = e;
    while (start instanceof Expression.Member m) {
      start = m.target();
    }
    return start instanceof Expression.Reference;
  }

  private boolean mentionsPlural(Expression e) {
    Expression at = e;
    while (at instanceof Expression.Member m) {
      if (in.vocabulary.isPlural(m.name().text())) {
        return true;
      }
      at = m.target();
    }
    return at instanceof Expression.Reference r && in.vocabulary.isPlural(r.name().text());
  }

  static List<Expr.Binder> binders(List<Element> elements) {
    return elements.stream().map(Element::binder).toList();
  }
}
