package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.OrderKey;

/** Collections in an order, and what is found by it: ends, places, the rows before a row. */
final class Orders {
  static final String EARLIER = "earlier";

  private static final Set<String> WORDS = Set.of("first", "last", "place");

  private final Checker in;

  /** The row variables of rows that come before the row of a definition. */
  private final Set<Integer> earlier = new HashSet<>();

  Orders(Checker in) {
    this.in = in;
  }

  /** Takes down that a row comes before the row of the definition at hand. */
  void earlier(RowPath row) {
    earlier.add(row.root());
  }

  /** Whether a row is known to come before the row of the definition at hand. */
  boolean isEarlier(Expr row) {
    return Denoted.row(row)
        .filter(r -> r.path().references().isEmpty() && earlier.contains(r.path().root()))
        .isPresent();
  }

  /** A collection with its order; empty if something is wrong, which has been said. */
  Optional<Denoted.Collection> ranked(Expression.Ranked r, Optional<String> variable, Scope outer) {
    if (r.collection() instanceof Expression.Member value && isOfMany(value, outer)) {
      return refused(value);
    }
    Optional<Denoted.Collection> many = in.collections.of(r.collection(), variable, outer);
    Optional<Expr> most = r.most().map(m -> count(m, outer));
    if (many.isEmpty() || most.filter(Open::isBroken).isPresent()) {
      return Optional.empty();
    }
    return ordered(many.get(), variable, r.where(), r.keys(), most, outer, r.span())
        .map(rows -> new Denoted.Collection(rows, Quote.of(r.span())));
  }

  /** Whether something is a value of each of many rows. */
  private boolean isOfMany(Expression.Member value, Scope s) {
    return value.target() instanceof Expression.Reference rows
        && in.names.denote(rows, s, Ask.PLAIN) instanceof Denoted.Collection many
        && Collections.base(many.rows()) instanceof Rows.Children of
        && hasPart(of.child(), value.name().text());
  }

  private boolean hasPart(EntityRef entity, String name) {
    return in.vocabulary.entity(entity).field(name).isPresent()
        || in.vocabulary.fact(Optional.of(entity), name).isPresent();
  }

  private Optional<Denoted.Collection> refused(Expression.Member value) {
    in.complaints.say(
        OrderProblem.RANKED_VALUES,
        value.span(),
        "name",
        Quote.of(value.span()),
        "rows",
        Quote.of(value.target().span()),
        "part",
        value.name().text());
    return Optional.empty();
  }

  private Expr count(Expression e, Scope s) {
    return in.fitness.plain(in.formulas.check(e, s, Ask.PLAIN), "take first");
  }

  private Optional<Rows.Ordered> ordered(
      Denoted.Collection many,
      Optional<String> variable,
      Optional<Expression> where,
      List<OrderKey> keys,
      Optional<Expr> most,
      Scope outer,
      Span span) {
    String name = variable.orElseGet(() -> in.collections.singular(many));
    Collections.Element element = in.collections.bind(many, name, outer, span);
    Scope s = outer;
    if (element.value().type() instanceof Type.RowOf row) {
      s = s.withRow(element.value(), row.entity(), element.root());
    }
    if (variable.isPresent() || !(element.value().type() instanceof Type.RowOf)) {
      s = s.withVariable(name, element.value(), element.root());
    }
    Scope inside = s;
    Optional<Expr> filter = where.map(w -> in.formulas.condition(w, inside));
    Scope kept =
        filter.isPresent() && !Open.isBroken(filter.get())
            ? inside.knowing(Shown.by(filter.get(), true))
            : inside;
    List<Rows.Key> typed = new ArrayList<>();
    boolean fine = filter.filter(Open::isBroken).isEmpty();
    for (OrderKey key : keys) {
      Expr value = key(in.formulas.check(key.key(), kept, Ask.PLAIN), element);
      fine &= !Open.isBroken(value);
      typed.add(new Rows.Key(value, key.descending()));
    }
    return fine
        ? Optional.of(new Rows.Ordered(element.binder(), filter, typed, most))
        : Optional.empty();
  }

  /** A value that has an order and means the same for every element. */
  private Expr key(Expr value, Collections.Element element) {
    Expr there = in.fitness.present(value);
    if (Open.isBroken(there)) {
      return there;
    }
    return switch (there.type()) {
      case Type.Quantity q when in.paths.mentions(q.unit(), element.root()) ->
          in.complaints.say(
              TypeProblem.LEAVES_ITS_ROWS,
              there.span(),
              "name",
              "ranked by",
              "verb",
              "compare",
              "unit",
              TypeText.unit(q.unit()));
      case Type.Quantity q -> Retyping.inUnit(there, Unit.ONE);
      default -> there;
    };
  }

  /** {@code 1 .. 12} as a collection. */
  Denoted numbers(Expression.Numbers n, Scope s) {
    Expr from = in.fitness.plain(in.formulas.check(n.range().from(), s, Ask.PLAIN), "..");
    Expr to = in.fitness.plain(in.formulas.check(n.range().to(), s, Ask.PLAIN), "..");
    return Open.isBroken(from) || Open.isBroken(to)
        ? new Denoted.Broken()
        : new Denoted.Collection(new Rows.Numbers(from, to), Quote.of(n.span()));
  }

  /** The rows before the row of the definition at hand, in the order of its block. */
  Denoted earlier(Span at, Scope s) {
    Frame frame = s.frame();
    if (frame.order().isEmpty() || frame.row().isEmpty()) {
      in.complaints.say(
          OrderProblem.NO_ORDER,
          at,
          "entity",
          frame.row().flatMap(Denoted::row).map(r -> r.entity().name()).orElse("position"));
      return new Denoted.Broken();
    }
    Expr self = frame.row().get();
    if (frame.ranked().isEmpty()) {
      Scope block = Scope.of(frame);
      ordered(
              siblings(self, at, block),
              Optional.empty(),
              Optional.empty(),
              frame.order(),
              Optional.empty(),
              block,
              at)
          .ifPresent(frame::ranked);
    }
    return frame
        .ranked()
        .<Denoted>map(
            order ->
                new Denoted.Collection(new Rows.Before(in.names.at(self, at, s), order), EARLIER))
        .orElseGet(Denoted.Broken::new);
  }

  /** The rows that an order is among: those of the same parent, or all if there is none. */
  private Denoted.Collection siblings(Expr self, Span at, Scope s) {
    Entity entity = in.vocabulary.entity(((Type.RowOf) self.type()).entity());
    if (entity.parent().isEmpty()) {
      return new Denoted.Collection(new Rows.All(entity.ref()), entity.plural());
    }
    int parent = entity.parent().getAsInt();
    Expr of = in.parts.read(self, entity, entity.fields().get(parent), List.of(), at, s);
    return new Denoted.Collection(new Rows.Children(of, entity.ref(), parent), entity.plural());
  }

  /** Whether a word before brackets is about a collection, unless the author's own. */
  boolean isWord(String word) {
    return WORDS.contains(word);
  }

  /** {@code first(xs)}, {@code last(xs)}, {@code place(x, xs)}. */
  Expr word(Expression.Call call, String word, Scope s) {
    boolean place = word.equals("place");
    if (call.arguments().size() != (place ? 2 : 1)
        || call.over().isPresent()
        || call.arguments().stream().anyMatch(a -> a.label().isPresent())) {
      return in.complaints.say(
          place ? OrderProblem.PLACE_FORM : OrderProblem.ONE_COLLECTION, call.span(), "word", word);
    }
    Optional<Denoted.Collection> many = collection(call.arguments().getLast(), s);
    if (many.isEmpty()) {
      return Open.broken(call.span());
    }
    Collections.Element element =
        in.collections.bind(many.get(), in.collections.singular(many.get()), s, call.span());
    return place
        ? place(call, many.get(), element, s)
        : new Expr.End(
            found(word, element, s), call.span(), word.equals("last"), many.get().rows());
  }

  /** What an argument names; with a filter alone it stays in the order of identity. */
  private Optional<Denoted.Collection> collection(Expression.Argument argument, Scope s) {
    Optional<Denoted.Collection> many = in.collections.of(argument.value(), s);
    return argument.where().isEmpty() || many.isEmpty()
        ? many
        : ordered(
                many.get(),
                Optional.empty(),
                argument.where(),
                List.of(),
                Optional.empty(),
                s,
                argument.span())
            .map(rows -> new Denoted.Collection(rows, Quote.of(argument.span())));
  }

  private Expr place(
      Expression.Call call, Denoted.Collection many, Collections.Element element, Scope s) {
    Expression named = call.arguments().getFirst().value();
    Type wanted = element.value().type();
    Expr value = in.fitness.present(in.formulas.check(named, s, Ask.of(wanted)));
    if (Open.isBroken(value)) {
      return value;
    }
    boolean same =
        wanted instanceof Type.RowOf a && value.type() instanceof Type.RowOf b
            ? a.entity().equals(b.entity())
            : in.fitness.fits(value.type(), wanted, s);
    return same
        ? new Expr.Place(Type.NUMBER, call.span(), value, many.rows())
        : in.complaints.say(
            OrderProblem.OTHER_ELEMENTS,
            named.span(),
            "element",
            Quote.of(named.span()),
            "given",
            TypeText.of(value.type()),
            "rows",
            many.name(),
            "wanted",
            TypeText.of(wanted));
  }

  /** The type of an element that is found among others: a row has a path of its own. */
  Type found(String name, Collections.Element element, Scope outer) {
    if (!(element.value().type() instanceof Type.RowOf row)) {
      return element.value().type();
    }
    RowPath path = in.paths.fresh(name, outer.around());
    if (earlier.contains(element.root())) {
      earlier(path);
    }
    in.vocabulary
        .entity(row.entity())
        .fields()
        .forEach(
            f -> {
              RowPath known = in.paths.shortened(row.path().then(f.name()));
              if (!known.equals(row.path().then(f.name()))) {
                in.paths.leads(path.then(f.name()), known);
              }
            });
    return new Type.RowOf(row.entity(), path);
  }
}
