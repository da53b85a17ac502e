package org.loadline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.bound.Bound;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.FactRef;
import org.loadline.core.Grouping;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** The keys and filters of groups: decimals, and made of inputs and of groups before them only. */
final class Groups {
  private final Checker in;
  private final List<Bound.BoundGroup> groups;

  Groups(Checker in) {
    this.in = in;
    this.groups = in.vocabulary.bound().groups();
  }

  List<Grouping> typed() {
    List<Grouping> typed = new ArrayList<>();
    for (int at = 0; at < groups.size(); at++) {
      typed(groups.get(at), at).ifPresent(typed::add);
    }
    return typed;
  }

  private Optional<Grouping> typed(Bound.BoundGroup group, int at) {
    Declaration.Group written = group.declaration();
    Entity from = in.vocabulary.entity(group.from());
    Expr row =
        new Expr.Local(
            new Type.RowOf(from.ref(), RowPath.self(from.name())), written.span(), 0, from.name());
    Scope s = Scope.of(new Frame(Optional.of(row), List.of()));
    List<Expr> keys = new ArrayList<>();
    boolean fine = true;
    for (List<Name> path : written.keys()) {
      Expr key = Rebuilding.settled(in.formulas.check(expression(path), s, Ask.PLAIN));
      boolean fraction = key.type() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL;
      if (fraction) {
        in.complaints.say(
            OrderProblem.GROUP_KEY_FRACTION,
            key.span(),
            "name",
            Quote.of(key.span()),
            "group",
            group.group().name());
      }
      fine &= !Open.isBroken(key) && !fraction;
      keys.add(key);
    }
    Optional<Expr> filter =
        written.where().map(w -> Rebuilding.settled(in.formulas.condition(w, s)));
    fine &= filter.filter(Open::isBroken).isEmpty();
    if (!fine) {
      return Optional.empty();
    }
    keys.forEach(key -> new Reads(group, at, key.span()).visit(key));
    filter.ifPresent(f -> new Reads(group, at, f.span()).visit(f));
    OptionalInt up = group.up();
    return Optional.of(
        new Grouping(
            group.group(), group.from(), group.member(), up, keys, filter, s.frame().slots()));
  }

  private static Expression expression(List<Name> path) {
    Expression all = new Expression.Reference(path.getFirst());
    for (Name name : path.subList(1, path.size())) {
      all = new Expression.Member(all, name, path.getFirst().span().to(name.span()));
    }
    return all;
  }

  /** What a key or filter reads, through facts: groups are made before anything is worked out. */
  private final class Reads {
    private final Bound.BoundGroup group;
    private final int at;
    private final Span span;
    private final Set<FactRef> seen = new HashSet<>();

    Reads(Bound.BoundGroup group, int at, Span span) {
      this.group = group;
      this.at = at;
      this.span = span;
    }

    void visit(Expr expr) {
      switch (expr) {
        case Expr.ParamValue e -> changes("the param `" + e.param().name() + "`");
        case Expr.SystemValue e -> changes("the system input `" + e.input().name() + "`");
        case Expr.FieldOf e -> field(e);
        case Expr.Aggregate e -> e.binders().forEach(b -> rows(b.rows()));
        case Expr.Pick e -> rows(e.binder().rows());
        case Expr.End e -> rows(e.rows());
        case Expr.Place e -> rows(e.rows());
        case Expr.Fold e -> rows(e.binder().rows());
        case Expr.RowWithKey e -> known(e.entity(), e.entity().name());
        case Expr.FactOf e -> {
          if (seen.add(e.fact())) {
            in.definitions.known(e.fact()).ifPresent(fact -> visit(fact.body()));
          }
        }
        default -> {}
      }
      ExprWalk.parts(expr).forEach(this::visit);
    }

    private void field(Expr.FieldOf e) {
      in.groups.decidedBy(e.entity(), e.field());
      Entity of = in.vocabulary.entity(e.entity());
      Field field = of.fields().get(e.field());
      if (field.role() == Field.Role.MADE
          && !of.identity().contains(field)
          && field.type().present() instanceof Type.RowOf row) {
        known(row.entity(), field.name());
      }
    }

    private void rows(Rows rows) {
      switch (Collections.base(rows)) {
        case Rows.All all -> known(all.entity(), all.entity().name());
        case Rows.Children of -> {
          known(of.child(), of.child().name());
          Field field = in.vocabulary.entity(of.child()).fields().get(of.field());
          if (field.role() == Field.Role.MADE && field.type().present() instanceof Type.RowOf row) {
            known(row.entity(), row.entity().name());
          }
        }
        default -> {}
      }
    }

    /** Whether an entity is none that is made with this group or after it. */
    private void known(EntityRef entity, String read) {
      boolean later =
          groups.subList(at, groups.size()).stream().anyMatch(g -> g.group().equals(entity));
      if (later) {
        in.complaints.say(
            OrderProblem.GROUP_OF_ITSELF,
            span,
            "name",
            Quote.of(span),
            "group",
            group.group().name(),
            "read",
            read);
      }
    }

    private void changes(String what) {
      in.complaints.say(
          OrderProblem.GROUP_KEY_CHANGES,
          span,
          "name",
          Quote.of(span),
          "group",
          group.group().name(),
          "what",
          what);
    }
  }
}
