package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;

/**
 * Rows that worlds add: an aggregate is worked out over the rows of the snapshot and once for each
 * row that is added, and put together.
 */
final class AddedRows {
  private final Program program;
  private final Terms terms;
  private final LoopTranslation loops;
  private final LoopTranslation.Formulas formulas;

  AddedRows(
      Program program, Terms terms, LoopTranslation loops, LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.loops = loops;
    this.formulas = formulas;
  }

  /** Some of the elements of an aggregate: its variables over rows that are there, and the rest. */
  private record Part(List<Term> variables, Map<Integer, Term> slots, List<Term> matches) {}

  static boolean isAdded(Term row) {
    return row.shape() instanceof Shape.Added;
  }

  /** Whether an aggregate may run over added rows, or over what belongs to one. */
  static boolean meets(Expr.Aggregate e, World world) {
    return e.binders().stream()
        .map(Expr.Binder::rows)
        .anyMatch(
            rows ->
                !added(rows, world).isEmpty()
                    || (rows instanceof Rows.Children of
                        && of.parent().type().present() instanceof Type.RowOf parent
                        && !world.added(parent.entity()).isEmpty()));
  }

  private static List<Term> added(Rows rows, World world) {
    return switch (rows) {
      case Rows.All(EntityRef entity) -> world.added(entity);
      case Rows.Children(Expr parent, EntityRef child, int field) -> world.added(child);
      default -> List.of();
    };
  }

  // ---- Aggregates

  Term aggregate(Expr.Aggregate e, Map<Integer, Term> slots, World world, boolean own) {
    List<Part> parts = List.of(new Part(List.of(), slots, List.of()));
    for (Expr.Binder binder : e.binders()) {
      List<Part> longer = new ArrayList<>();
      parts.forEach(part -> bind(binder, part, world, longer));
      parts = longer;
    }
    List<Part> all = parts;
    return switch (e.kind()) {
      case SUM -> sum(all, e, s -> formulas.term(e.body(), s, false));
      case COUNT -> sum(all, e, s -> terms.number(Exact.ONE));
      case MEAN ->
          divided(
              sum(all, e, s -> formulas.term(e.body(), s, false)),
              sum(all, e, s -> terms.number(Exact.ONE)),
              own);
      case WEIGHTED_MEAN -> {
        Expr weight = e.weight().orElseThrow();
        yield divided(
            sum(
                all,
                e,
                s ->
                    terms.arithmetic(
                        new Shape.Multiply(
                            formulas.term(e.body(), s, false), formulas.term(weight, s, false)))),
            sum(all, e, s -> formulas.term(weight, s, false)),
            own);
      }
      case ANY -> terms.not(all(all, e, s -> terms.not(formulas.term(e.body(), s, false))));
      case ALL -> all(all, e, s -> formulas.term(e.body(), s, false));
      case MIN -> best(all, e, false, own);
      case MAX -> best(all, e, true, own);
    };
  }

  private void bind(Expr.Binder binder, Part part, World world, List<Part> longer) {
    Optional<Term> parent =
        binder.rows() instanceof Rows.Children children
            ? Optional.of(formulas.term(children.parent(), part.slots(), false))
            : Optional.empty();
    if (parent.filter(AddedRows::isAdded).isEmpty()) {
      Term variable = loops.variable(binder, part.slots());
      List<Term> variables = new ArrayList<>(part.variables());
      variables.add(variable);
      Term element = loops.element(binder, variable);
      longer.add(new Part(variables, with(part.slots(), binder.slot(), element), part.matches()));
    }
    for (Term row : added(binder.rows(), world)) {
      List<Term> matches = new ArrayList<>(part.matches());
      if (binder.rows() instanceof Rows.Children children) {
        matches.add(same(cell(row, children.field()), parent.orElseThrow()));
      }
      longer.add(new Part(part.variables(), with(part.slots(), binder.slot(), row), matches));
    }
  }

  private static Map<Integer, Term> with(Map<Integer, Term> slots, int slot, Term term) {
    Map<Integer, Term> more = new HashMap<>(slots);
    more.put(slot, term);
    return more;
  }

  private Optional<Term> filter(Expr.Aggregate e, Part part) {
    List<Term> all = new ArrayList<>(part.matches());
    e.filter().ifPresent(f -> all.add(formulas.term(f, part.slots(), false)));
    return all.reversed().stream().reduce((right, left) -> terms.flag(new Shape.And(left, right)));
  }

  private Term sum(List<Part> parts, Expr.Aggregate e, Function<Map<Integer, Term>, Term> body) {
    return parts.stream()
        .map(p -> total(p, e, Shape.Total.SUM, body.apply(p.slots()), terms.number(Exact.ZERO)))
        .reduce((a, b) -> terms.arithmetic(new Shape.Add(a, b)))
        .orElseGet(() -> terms.number(Exact.ZERO));
  }

  private Term all(List<Part> parts, Expr.Aggregate e, Function<Map<Integer, Term>, Term> body) {
    Term yes = terms.constant(Flag.TRUE, Kind.FLAG);
    return parts.stream()
        .map(p -> total(p, e, Shape.Total.ALL, body.apply(p.slots()), yes))
        .reduce((a, b) -> terms.flag(new Shape.Both(a, b)))
        .orElse(yes);
  }

  /** What a part gives; nothing of it gives {@code nothing}. */
  private Term total(Part part, Expr.Aggregate e, Shape.Total total, Term body, Term nothing) {
    Optional<Term> filter = filter(e, part);
    if (part.variables().isEmpty()) {
      return filter.map(f -> terms.make(new Shape.If(f, body, nothing), body.kind())).orElse(body);
    }
    boolean selects = total == Shape.Total.MIN || total == Shape.Total.MAX;
    Term loop =
        terms.make(new Shape.Loop(total, part.variables(), filter, body, selects), body.kind());
    return selects ? terms.make(new Shape.Else(loop, nothing), body.kind()) : loop;
  }

  private Term best(List<Part> parts, Expr.Aggregate e, boolean greatest, boolean own) {
    Kind kind = Kind.of(e.type());
    Shape.Total total = greatest ? Shape.Total.MAX : Shape.Total.MIN;
    Term none = terms.constant(None.INSTANCE, kind);
    Term best =
        parts.stream()
            .map(p -> total(p, e, total, formulas.term(e.body(), p.slots(), false), none))
            .reduce((a, b) -> better(greatest, a, b, kind))
            .orElse(none);
    return terms.make(new Shape.If(terms.isNone(best), terms.fail(own), best), kind);
  }

  private Term better(boolean greatest, Term left, Term right, Kind kind) {
    Term both =
        kind == Kind.NUMBER
            ? terms.make(new Shape.Choose(greatest, left, right), kind)
            : terms.make(
                new Shape.If(
                    terms.flag(
                        new Shape.Compare(
                            greatest
                                ? Expr.Compare.Comparison.AT_LEAST
                                : Expr.Compare.Comparison.AT_MOST,
                            left,
                            right)),
                    left,
                    right),
                kind);
    Term rest = terms.make(new Shape.If(terms.isNone(right), left, both), kind);
    return terms.make(new Shape.If(terms.isNone(left), right, rest), kind);
  }

  // ---- The rows themselves

  Term added(Change.OfRow change, int number, List<Term> values) {
    List<Integer> fields = change.settings().stream().map(Change.Setting::field).toList();
    return terms.make(new Shape.Added(change.entity(), number, fields, values), Kind.INDEX);
  }

  /** A cell of an added row: one that was not set has no value. */
  Term cell(Term row, int field) {
    Shape.Added added = (Shape.Added) row.shape();
    int at = added.fields().indexOf(field);
    return at < 0 ? terms.fail(false) : added.values().get(at);
  }

  /** What must hold for rows to be added: what they are known by is known, and nobody is it yet. */
  List<Term> conditions(World world) {
    List<Term> all = new ArrayList<>();
    for (Term row : world.ownAdded()) {
      Shape.Added added = (Shape.Added) row.shape();
      Entity entity = program.entity(added.entity());
      for (Field field : entity.fields()) {
        boolean reference = field.role() == Field.Role.REFERENCE;
        if ((reference || entity.identity().contains(field))
            && added.fields().contains(field.index())) {
          all.add(terms.known(cell(row, field.index())));
        }
      }
      if (!entity.allowsTwins()) {
        all.add(terms.not(isThere(entity, row)));
        for (Term other : world.added(added.entity())) {
          if (((Shape.Added) other.shape()).number() < added.number()) {
            all.add(terms.not(alike(entity, row, f -> cell(other, f.index()))));
          }
        }
      }
    }
    return all;
  }

  private Term isThere(Entity entity, Term row) {
    Field first = entity.identity().getFirst();
    if (first.role() != Field.Role.REFERENCE) {
      List<Field> identity = entity.identity();
      Term found =
          terms.make(
              new Shape.FindRow(
                  entity.ref(),
                  Optional.empty(),
                  identity.stream().map(Field::index).toList(),
                  identity.stream().map(f -> cell(row, f.index())).toList(),
                  true),
              Kind.INDEX);
      Term none = terms.constant(None.INSTANCE, Kind.INDEX);
      return terms.not(terms.isNone(terms.make(new Shape.Else(found, none), Kind.INDEX)));
    }
    Term parent = cell(row, first.index());
    if (isAdded(parent)) {
      return terms.constant(Flag.FALSE, Kind.FLAG);
    }
    Domain siblings = new Domain.Children(parent, entity.ref(), first.index());
    Term variable = loops.variable(siblings, Map.of(0, row));
    Term alike =
        alike(
            entity,
            row,
            f ->
                terms.make(
                    new Shape.Read(
                        new ColumnKey.OfField(entity.ref(), f.index(), 0),
                        Optional.of(variable),
                        false),
                    Kind.of(f.type())));
    return terms.make(
        new Shape.Loop(Shape.Total.ANY, List.of(variable), Optional.empty(), alike, false),
        Kind.FLAG);
  }

  private Term alike(Entity entity, Term row, Function<Field, Term> other) {
    return entity.identity().stream()
        .map(f -> same(cell(row, f.index()), other.apply(f)))
        .reduce((a, b) -> terms.flag(new Shape.Both(a, b)))
        .orElseThrow();
  }

  // ---- Terms

  private Term same(Term left, Term right) {
    return left.kind() == Kind.NUMBER
        ? terms.flag(new Shape.Compare(Expr.Compare.Comparison.EQUAL, left, right))
        : terms.flag(new Shape.Same(left, right));
  }

  private Term divided(Term left, Term right, boolean own) {
    return terms.arithmetic(new Shape.Divide(left, right, own));
  }
}
