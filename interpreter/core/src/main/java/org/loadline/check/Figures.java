package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.loadline.core.Expr;
import org.loadline.core.Property;
import org.loadline.core.SweepValue;
import org.loadline.core.SweepValue.Figure;
import org.loadline.core.Waterfall;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/**
 * What is read of waterfalls that have run: figures, as in {@code liquidation.absorbed(insurance)},
 * and values in what they left, as in {@code after.cash}.
 */
final class Figures {
  private static final String ABSORBED = "absorbed";

  /** Names that figures have whatever the waterfall. */
  static final Set<String> WORDS = Set.of(ABSORBED, "loss", "served", "undone");

  private final Checker in;
  private List<Waterfall> waterfalls = List.of();

  Figures(Checker in) {
    this.in = in;
  }

  /** Waterfalls are typed before anything reads their figures. */
  void know(List<Waterfall> typed) {
    waterfalls = List.copyOf(typed);
  }

  Optional<Waterfall> waterfall(String name) {
    return waterfalls.stream().filter(w -> w.name().equals(name)).findFirst();
  }

  /** The value of a figure or of something left, if the formula is one. */
  Optional<Denoted> of(Expression e, Scope s) {
    if (e instanceof Expression.Reference) {
      return Optional.empty();
    }
    return root(e)
        .flatMap(
            root ->
                root.text().equals("after") && !isTaken(root.text(), s)
                    ? after(e, root, s)
                    : waterfall(root.text()).map(w -> figure(e, w, s)))
        .map(Denoted::value);
  }

  private static Optional<Name> root(Expression e) {
    return switch (e) {
      case Expression.Reference r -> Optional.of(r.name());
      case Expression.Member m -> root(m.target());
      case Expression.Call c ->
          c.target() instanceof Expression.Reference ? Optional.empty() : root(c.target());
      default -> Optional.empty();
    };
  }

  private boolean isTaken(String name, Scope s) {
    boolean part =
        s.frame()
            .row()
            .filter(
                row ->
                    row.type() instanceof Type.RowOf of
                        && in.vocabulary.parts(of.entity()).contains(name))
            .isPresent();
    return part || in.vocabulary.everywhere().contains(name);
  }

  // ---- What is left

  private Optional<Expr> after(Expression e, Name root, Scope s) {
    Optional<List<Property.After>> into =
        s.layers().stream()
            .filter(Scope.Layer.After.class::isInstance)
            .map(l -> ((Scope.Layer.After) l).into())
            .findFirst();
    if (into.isEmpty()) {
      return Optional.empty();
    }
    if (in.vocabulary.bound().waterfalls().isEmpty()) {
      return Optional.of(in.complaints.say(WaterfallProblem.AFTER_WHAT, root.span()));
    }
    Scope there = s.ofRow(s.variables());
    Expr value = in.names.value(without(e), there, Ask.PLAIN);
    if (Open.isBroken(value)) {
      return Optional.of(value);
    }
    int slot = s.frame().slot();
    into.get().add(new Property.After(slot, Rebuilding.settled(value)));
    return Optional.of(new Expr.Local(value.type(), e.span(), slot, Quote.of(e.span())));
  }

  /** The formula without the word that it begins with. */
  private static Expression without(Expression e) {
    return switch (e) {
      case Expression.Member m when m.target() instanceof Expression.Reference ->
          new Expression.Reference(new Name(m.name().text(), m.span()));
      case Expression.Member m -> new Expression.Member(without(m.target()), m.name(), m.span());
      case Expression.Call c ->
          new Expression.Call(without(c.target()), c.arguments(), c.over(), c.span());
      default -> e;
    };
  }

  // ---- Figures

  private Expr figure(Expression e, Waterfall waterfall, Scope s) {
    Optional<Scope.Layer.Runs> runs =
        s.layers().stream()
            .filter(Scope.Layer.Runs.class::isInstance)
            .map(Scope.Layer.Runs.class::cast)
            .findFirst();
    if (runs.isEmpty() || !runs.get().waterfalls().contains(waterfall.ref())) {
      return in.complaints.say(WaterfallProblem.NOT_RUN, e.span(), "name", waterfall.name());
    }
    Optional<Figure> figure = figure(e, waterfall);
    if (figure.isEmpty() && waterfall.covers().isEmpty() && in.sink.hasErrors()) {
      // What it covers may be what is wrong.
      return Open.broken(e.span());
    }
    if (figure.isEmpty()) {
      return in.complaints.say(
          WaterfallProblem.NO_FIGURE,
          e.span(),
          "name",
          waterfall.name(),
          "figure",
          Quote.of(e.span()).substring(waterfall.name().length() + 1),
          "figures",
          String.join(", ", all(waterfall)));
    }
    Optional<Type> type = type(figure.get(), waterfall, e.span());
    if (type.isEmpty()) {
      return Open.broken(e.span());
    }
    int slot = s.frame().slot();
    runs.get().into().add(new SweepValue(slot, waterfall.ref(), figure.get()));
    return new Expr.Local(type.get(), e.span(), slot, Quote.of(e.span()));
  }

  private static Optional<Figure> figure(Expression e, Waterfall waterfall) {
    boolean covers = waterfall.covers().isPresent();
    if (e instanceof Expression.Member(Expression.Reference r, Name name, var span)) {
      return switch (name.text()) {
        case "served" -> Optional.of(new Figure.Served());
        case "undone" -> Optional.of(new Figure.Undone());
        case "loss" -> covers ? Optional.of(new Figure.Loss()) : Optional.empty();
        case String rest when covers && waterfall.remainder().equals(Optional.of(rest)) ->
            Optional.of(new Figure.Remainder());
        default -> Optional.empty();
      };
    }
    if (covers
        && e instanceof Expression.Call call
        && call.target() instanceof Expression.Member(Expression.Reference r, Name name, var span)
        && name.text().equals(ABSORBED)
        && call.arguments().size() == 1
        && call.arguments().getFirst().value() instanceof Expression.Reference step) {
      return IntStream.range(0, waterfall.steps().size())
          .filter(i -> waterfall.steps().get(i).name().equals(step.name().text()))
          .mapToObj(i -> (Figure) new Figure.Absorbed(i))
          .findFirst();
    }
    return Optional.empty();
  }

  private static List<String> all(Waterfall waterfall) {
    List<String> all = new ArrayList<>(List.of("served", "undone"));
    if (waterfall.covers().isPresent()) {
      all.add("loss");
      waterfall.remainder().ifPresent(all::add);
      waterfall.steps().forEach(s -> all.add(ABSORBED + "(" + s.name() + ")"));
    }
    return all;
  }

  private Optional<Type> type(Figure figure, Waterfall waterfall, Span span) {
    return switch (figure) {
      case Figure.Served f -> Optional.of(Type.NUMBER);
      case Figure.Undone f -> Optional.of(Type.NUMBER);
      case Figure.Absorbed f -> ofLoss(waterfall, span);
      case Figure.Loss f -> ofLoss(waterfall, span);
      case Figure.Remainder f -> ofLoss(waterfall, span);
    };
  }

  private Optional<Type> ofLoss(Waterfall waterfall, Span span) {
    Type.Quantity loss = (Type.Quantity) waterfall.covers().orElseThrow().type();
    Unit unit = loss.unit();
    if (unit.factors().stream().anyMatch(f -> f.owner().isPresent())) {
      in.complaints.say(
          TypeProblem.LEAVES_ITS_ROWS,
          span,
          "name",
          Quote.of(span),
          "verb",
          "put together",
          "unit",
          TypeText.unit(unit));
      return Optional.empty();
    }
    return Optional.of(loss);
  }
}
