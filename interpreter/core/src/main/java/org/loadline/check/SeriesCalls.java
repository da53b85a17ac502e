package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Type;
import org.loadline.syntax.Expression;

/**
 * Functions of series: the first and the last of their points, how old they are, averages over
 * time, and what is made of each point and the one before it.
 */
final class SeriesCalls {
  private static final Set<String> COLLECTIONS =
      Set.of("simple_returns", "log_returns", "changes", "gaps");
  private static final Set<String> VALUES =
      Set.of("first", "last", "age", "twap", "twap_of_cumulative");

  private final Checker in;

  SeriesCalls(Checker in) {
    this.in = in;
  }

  /** Whether a call is one of these functions; a policy may call something of its own so. */
  boolean isWord(Expression.Call call) {
    return call.target() instanceof Expression.Reference r
        && (COLLECTIONS.contains(r.name().text()) || isValue(r.name().text(), call))
        && !in.vocabulary.isNamed(r.name().text());
  }

  /** {@code first} and {@code last} are said of any rows in an order; here of points. */
  private boolean isValue(String word, Expression.Call call) {
    boolean ofAny = word.equals("first") || word.equals("last");
    return VALUES.contains(word)
        && (!ofAny
            || (!call.arguments().isEmpty()
                && call.arguments().getFirst().where().isEmpty()
                && isSeries(call.arguments().getFirst().value())));
  }

  /** Whether something is written as a series, or as a part of one. */
  private boolean isSeries(Expression e) {
    return switch (e) {
      case Expression.Reference r -> in.vocabulary.isSeries(r.name().text());
      case Expression.Member m -> in.vocabulary.isSeries(m.name().text());
      case Expression.Within w -> true;
      case Expression.Call c -> isCollection(c);
      default -> false;
    };
  }

  /** Whether a call gives points, or one thing for each of them. */
  boolean isCollection(Expression.Call call) {
    return isWord(call)
        && call.target() instanceof Expression.Reference r
        && (COLLECTIONS.contains(r.name().text())
            || (r.name().text().equals("last") && call.arguments().size() == 2));
  }

  Denoted call(Expression.Call call, Scope s) {
    String word = ((Expression.Reference) call.target()).name().text();
    boolean plain =
        call.over().isEmpty()
            && call.arguments().stream()
                .allMatch(a -> a.label().isEmpty() && a.where().isEmpty() && a.weight().isEmpty());
    int given = call.arguments().size();
    boolean fits =
        switch (word) {
          case "last" -> given == 1 || given == 2;
          case "age" -> given >= 1;
          case "twap", "twap_of_cumulative" -> given == 2;
          default -> given == 1;
        };
    if (!plain || !fits) {
      in.complaints.say(SeriesFormulaProblem.FORM, call.span(), "word", word, "form", form(word));
      return new Denoted.Broken();
    }
    Optional<Denoted.Collection> many = in.series.series(call.arguments().getFirst().value(), s);
    return many.isEmpty() ? new Denoted.Broken() : called(word, call, many.get(), s);
  }

  private static String form(String word) {
    return switch (word) {
      case "last" -> "last(marks)` or `last(marks, 20)";
      case "age" -> "age(marks)` or `age(marks, others)";
      case "twap", "twap_of_cumulative" -> word + "(marks, 30 minutes)";
      default -> word + "(marks)";
    };
  }

  private Denoted called(String word, Expression.Call call, Denoted.Collection many, Scope s) {
    return switch (word) {
      case "simple_returns" -> eachOf(many, Denoted.Each.SIMPLE_RETURN, call, s);
      case "log_returns" -> eachOf(many, Denoted.Each.LOG_RETURN, call, s);
      case "changes" -> eachOf(many, Denoted.Each.CHANGE, call, s);
      case "gaps" -> eachOf(many, Denoted.Each.GAP, call, s);
      case "first" -> Denoted.value(in.series.picked(many, false, s, call.span()));
      case "age" -> Denoted.value(age(call, s));
      case "twap" -> Denoted.value(new Twap(in, in.series).of(call, many, s));
      case "twap_of_cumulative" ->
          Denoted.value(new Twap(in, in.series).ofCumulative(call, many, s));
      default ->
          call.arguments().size() == 1
              ? Denoted.value(in.series.latest(many, s, call.span()))
              : lastOf(call, many, s);
    };
  }

  private Denoted lastOf(Expression.Call call, Denoted.Collection many, Scope s) {
    Expr count =
        in.fitness.plain(
            in.formulas.check(call.arguments().get(1).value(), s.unmapped(), Ask.PLAIN), "last");
    return Open.isBroken(count)
        ? new Denoted.Broken()
        : new Denoted.Collection(Series.last(Series.window(many), count), Quote.of(call.span()));
  }

  private Denoted eachOf(
      Denoted.Collection many, Denoted.Each each, Expression.Call call, Scope s) {
    Type value = in.collections.entity(many.rows()).field("value").orElseThrow().type();
    if (each != Denoted.Each.GAP && !(value instanceof Type.Quantity q && !q.orUnlimited())) {
      in.complaints.say(
          SeriesFormulaProblem.NUMBERS_NEEDED,
          call.span(),
          "name",
          many.name(),
          "given",
          TypeText.of(value));
      return new Denoted.Broken();
    }
    Rows.Window w = Series.window(many);
    Rows.Window rest = new Rows.Window(w.points(), w.from(), w.until(), w.before(), w.last(), true);
    return new Denoted.Collection(rest, Quote.of(call.span()), each);
  }

  /** The time since the last point; of several series the greatest, as of what is made of them. */
  private Expr age(Expression.Call call, Scope s) {
    Optional<Expr> now = in.series.nowFor(call.span());
    List<Expr.Binder> binders = new ArrayList<>();
    List<Expr> ages = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      Optional<Denoted.Collection> many = in.series.series(argument.value(), s);
      if (many.isEmpty() || now.isEmpty()) {
        return Open.broken(call.span());
      }
      Collections.Element point =
          in.collections.bind(Series.one(many.get(), call.span()), "point", s, call.span());
      binders.add(point.binder());
      Expr time = in.series.part(point.value(), "time", s, call.span());
      ages.add(Series.difference(Series.DURATION, now.get(), time, call.span()));
    }
    Expr oldest =
        ages.size() == 1
            ? ages.getFirst()
            : new Expr.Apply(Series.DURATION, call.span(), Builtin.MAX, ages);
    return new Expr.Aggregate(
        Series.DURATION,
        call.span(),
        Expr.Aggregate.Kind.MIN,
        binders,
        Optional.empty(),
        oldest,
        Optional.empty());
  }
}
