package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.bound.Bound;
import org.loadline.bound.MandateProblem;
import org.loadline.core.Envelope;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.EnvelopeItem;
import org.loadline.syntax.Name;

/** Types the conditions of an envelope, and sees that they read nothing but the policy's text. */
final class Mandates {
  private final Checker in;

  Mandates(Checker in) {
    this.in = in;
  }

  Envelope typed(Bound.BoundEnvelope bound) {
    Declaration.Envelope written = bound.declaration();
    List<Envelope.Requirement> requirements = new ArrayList<>();
    for (EnvelopeItem.Requirement item : bound.requirements()) {
      requirement(item).ifPresent(requirements::add);
    }
    return new Envelope(
        written.title(),
        written.policy().isEmpty()
            ? Optional.empty()
            : Optional.of(
                written.policy().stream().map(Name::text).collect(Collectors.joining("."))),
        written.from(),
        written.until(),
        bound.permitted(),
        requirements,
        written.doc().text(),
        written.span());
  }

  private Optional<Envelope.Requirement> requirement(EnvelopeItem.Requirement item) {
    Optional<Table> table = item.table().flatMap(name -> in.vocabulary.table(name.text()));
    Optional<Entity> rows = table.map(t -> in.vocabulary.entity(t.rows())).filter(Entity::written);
    if (item.table().isPresent() && rows.isEmpty()) {
      in.complaints.say(
          MandateProblem.ROWS_OF_DATA,
          item.table().get().span(),
          "name",
          item.table().get().text());
      return Optional.empty();
    }
    if (!new Depth(in).isBounded(item.condition())) {
      return Optional.empty();
    }
    Optional<EntityRef> owner = rows.map(Entity::ref);
    Optional<Expr> row =
        owner.map(
            o ->
                new Expr.Local(
                    new Type.RowOf(o, RowPath.self(o.name())), item.span(), 0, o.name()));
    List<Envelope.Was> was = new ArrayList<>();
    Scope s = Scope.of(new Frame(row, List.of())).with(new Scope.Layer.Before(was));
    Expr condition = in.formulas.condition(item.condition(), s);
    if (Open.isBroken(condition)) {
      return Optional.empty();
    }
    return Optional.of(
        new Envelope.Requirement(
            item.title(),
            owner,
            Rebuilding.settled(condition),
            was,
            s.frame().slots(),
            item.condition().span()));
  }

  /** Says where a condition comes to data, through facts too. */
  void textOnly(Envelope envelope, List<Fact> facts) {
    for (Envelope.Requirement requirement : envelope.requirements()) {
      List<Expr> all = new ArrayList<>(List.of(requirement.condition()));
      requirement.was().forEach(was -> all.add(was.value()));
      all.stream()
          .map(expr -> data(expr, facts, new HashSet<>()))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(
              span ->
                  in.complaints.say(
                      MandateProblem.READS_DATA, requirement.span(), "text", Quote.of(span)));
    }
  }

  private Optional<Span> data(Expr expr, List<Fact> facts, Set<FactRef> met) {
    boolean isData =
        switch (expr) {
          case Expr.SystemValue e -> true;
          case Expr.FieldOf e -> !in.vocabulary.entity(e.entity()).written();
          case Expr.RowWithKey e -> !in.vocabulary.entity(e.entity()).written();
          case Expr.Lookup e -> isData(e.table().index());
          case Expr.Marginal e -> isData(e.table().index());
          case Expr.Interpolated e -> isData(e.table().index());
          case Expr.Aggregate e -> e.binders().stream().anyMatch(b -> isData(b.rows()));
          case Expr.Pick e -> isData(e.binder().rows());
          case Expr.End e -> isData(e.rows());
          case Expr.Place e -> isData(e.rows());
          case Expr.Fold e -> isData(e.binder().rows());
          default -> false;
        };
    if (isData) {
      return Optional.of(expr.span());
    }
    if (expr instanceof Expr.FactOf fact && met.add(fact.fact())) {
      Optional<Span> inside = data(facts.get(fact.fact().index()).body(), facts, met);
      if (inside.isPresent()) {
        return inside;
      }
    }
    for (Expr part : ExprWalk.parts(expr)) {
      Optional<Span> inside = data(part, facts, met);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private boolean isData(int table) {
    Table found = in.vocabulary.bound().tables().get(table);
    return !in.vocabulary.entity(found.rows()).written();
  }

  private boolean isData(Rows rows) {
    return switch (rows) {
      case Rows.All r -> !in.vocabulary.entity(r.entity()).written();
      case Rows.Children r -> !in.vocabulary.entity(r.child()).written();
      case Rows.Window r -> isData(r.points());
      case Rows.Members r -> false;
      case Rows.Numbers r -> false;
      case Rows.Ordered r -> isData(r.element().rows());
      case Rows.Before r -> isData(r.order());
    };
  }
}
