package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** What stands after a dot: parts of rows, facts of functions, columns, rows by their key. */
final class Parts {
  private final Checker in;

  Parts(Checker in) {
    this.in = in;
  }

  Denoted of(Expression.Member m, Scope s, Ask ask) {
    Denoted target = in.names.denote(m.target(), s, ask.onTheWay());
    return switch (target) {
      case Denoted.Value value -> ofValue(value.expr(), m, s, ask);
      case Denoted.Collection many when s.mapping().isPresent() ->
          ofValue(in.collections.element(many, s.mapping().get(), s, m.target().span()), m, s, ask);
      case Denoted.Lookable table when s.mapping().isPresent() ->
          ofValue(
              in.collections.element(
                  in.collections.rows(table, m.target().span()),
                  s.mapping().get(),
                  s,
                  m.target().span()),
              m,
              s,
              ask);
      case Denoted.Kind kind -> in.keyedRows.named(kind.entity(), m.name(), s);
      case Denoted.Slope slope -> in.lookups.column(slope, m.name(), m.span());
      case Denoted.Sheet sheet -> in.calls.fact(sheet, m.name(), m.span(), s);
      case Denoted.OfMembers of -> member(of.choice(), m.name());
      case Denoted.Unknown unknown -> Denoted.value(in.names.value(m.target(), s, ask.onTheWay()));
      default -> Denoted.value(in.names.value(target, m.target().span(), s, ask.onTheWay()));
    };
  }

  private Denoted member(Choice choice, Name name) {
    if (choice.members().contains(name.text())) {
      return Denoted.value(in.names.member(choice, name));
    }
    in.complaints.noMember(choice, name);
    return new Denoted.Broken();
  }

  private Denoted ofValue(Expr row, Expression.Member m, Scope s, Ask ask) {
    if (Open.isBroken(row)) {
      return new Denoted.Broken();
    }
    if (!(row.type().present() instanceof Type.RowOf of)) {
      in.complaints.say(
          FormulaProblem.NO_PARTS,
          m.name().span(),
          "what",
          Fitness.capitalised(TypeText.of(row.type())),
          "name",
          m.name().text());
      return new Denoted.Broken();
    }
    if (row.type().isOptional() && !ask.answered()) {
      in.complaints.say(AnswerProblem.PATH_MAY_BE_NONE, row.span(), "name", Quote.of(row.span()));
      return new Denoted.Broken();
    }
    Name name = new Name(m.name().text(), m.span());
    return part(row, of.entity(), name, s).orElseGet(() -> noPart(of.entity(), m.name()));
  }

  private Denoted noPart(EntityRef entity, Name name) {
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_PART,
        name.span(),
        in.vocabulary.partHint(name.text(), entity),
        "owner",
        "A row of `" + entity + "`",
        "name",
        name.text());
    return new Denoted.Broken();
  }

  /** A field, fact, plural or table of a row; empty if it has none of this name. */
  Optional<Denoted> part(Expr row, EntityRef ref, Name name, Scope s) {
    Entity entity = in.vocabulary.entity(ref);
    Optional<Field> field = entity.field(name.text());
    if (field.isPresent()) {
      return Optional.of(field(row, entity, field.get(), name.span(), s));
    }
    Optional<Defined> fact = in.vocabulary.fact(Optional.of(ref), name.text());
    if (fact.isPresent()) {
      return Optional.of(
          in.names.called(
              Optional.of(at(row, name.span(), s)), fact.get(), List.of(), name.span(), s));
    }
    Optional<Vocabulary.Child> child = in.vocabulary.children(ref, name.text());
    if (child.isPresent()) {
      Rows rows =
          new Rows.Children(
              at(row, name.span(), s), child.get().entity().ref(), child.get().field().index());
      return Optional.of(
          in.series.points(
              new Denoted.Collection(rows, Quote.of(name.span())),
              child.get().entity(),
              name.span()));
    }
    Optional<Table> table = in.vocabulary.tableOf(ref, name.text());
    table.ifPresent(t -> in.uses.read(t.span()));
    return table.map(t -> new Denoted.Lookable(t, Optional.of(at(row, name.span(), s))));
  }

  /** A row that is meant without being written gets the place of what is read of it. */
  private Expr at(Expr row, Span place, Scope s) {
    return row instanceof Expr.Local && s.frame().row().filter(r -> r == row).isPresent()
        ? in.names.at(row, place, s)
        : row;
  }

  private Denoted field(Expr row, Entity entity, Field field, Span span, Scope s) {
    return field.family().isEmpty()
        ? Denoted.value(read(row, entity, field, List.of(), span, s))
        : new Denoted.Family(at(row, span, s), entity, field);
  }

  /** Reads a column of a row; its units are those of the rows reached from there. */
  Expr read(Expr row, Entity entity, Field field, List<Expr> family, Span span, Scope s) {
    RowPath path = Denoted.row(row).orElseThrow().path();
    Type type = in.paths.seenFrom(field.type(), RowPath.SELF, path);
    return s.shown()
        .narrowed(
            new Expr.FieldOf(type, span, at(row, span, s), entity.ref(), field.index(), family));
  }
}
