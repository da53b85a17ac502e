package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.number;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.when;
import static org.loadline.meaning.Form.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.Value;

/**
 * Formulas of one frame. What a formula's type is follows from what it is made of, so only
 * constants say theirs.
 */
final class Formulas {
  private final Definition in;
  private final Variables variables;

  Formulas(Definition in, Variables variables) {
    this.in = in;
    this.variables = variables;
  }

  Form of(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> in.types().value(e.type(), e.value());
      case Expr.Local e -> variable(e.slot());
      case Expr.ParamValue e -> {
        in.reads(in.subjects().of(e.param()));
        yield node("param", quoted(e.param().name()));
      }
      case Expr.SystemValue e -> node("system", in.input(e.input()));
      case Expr.FieldOf e ->
          node(
              node("field", of(e.row()), in.field(e.entity(), e.field())),
              List.of(some("family", e.family())));
      case Expr.FactOf e -> fact(e);
      case Expr.RowWithKey e -> rowWithKey(e);
      case Expr.Lookup e -> lookup("lookup", in.table(e.table()), e.owner(), e.keys());
      case Expr.Marginal e ->
          node(
              "column",
              lookup("marginal", in.table(e.table()), e.owner(), e.keys()),
              in.column(e.table(), e.column()));
      case Expr.Interpolated e ->
          node(
              "column",
              lookup("linear", in.table(e.table()), e.owner(), e.keys()),
              in.column(e.table(), e.column()));
      case Expr.Negate e -> node("negate", of(e.operand()));
      case Expr.Arithmetic e -> node(of(e.operation()), of(e.left()), of(e.right()));
      case Expr.Divide e -> node("divide", of(e.left()), of(e.right()));
      case Expr.WholePower e -> node("whole-power", of(e.operand()), number(e.exponent()));
      case Expr.Apply e -> node("apply", before(quoted(e.builtin().word()), all(e.arguments())));
      case Expr.Round e -> node("round", word(e.rounding()), step(e.step()), of(e.operand()));
      case Expr.SquareRoot e -> node("square-root", of(e.operand()));
      case Expr.AsNumber e -> node("as-number", of(e.operand()));
      case Expr.Compare e -> node("compare", word(e.comparison()), of(e.left()), of(e.right()));
      case Expr.Same e -> node(not(e.negated(), "is"), of(e.left()), of(e.right()));
      case Expr.IsNone e -> node(not(e.negated(), "is-none"), of(e.operand()));
      case Expr.IsUnlimited e -> node(not(e.negated(), "is-unlimited"), of(e.operand()));
      case Expr.InRange e ->
          node(not(e.negated(), "in-range"), of(e.operand()), of(e.from()), of(e.to()));
      case Expr.Among e -> among(e);
      case Expr.And e -> node("and", of(e.left()), of(e.right()));
      case Expr.Or e -> node("or", of(e.left()), of(e.right()));
      case Expr.Not e -> node("not", of(e.operand()));
      case Expr.Decision e -> decision(e);
      case Expr.Else e -> node("else", of(e.left()), of(e.right()));
      case Expr.Aggregate e -> aggregate(e);
      case Expr.Pick e -> {
        Form binder = binder(e.binder());
        Optional<Form> filter = maybe("where", e.filter());
        yield node(
            node("pick", binder),
            List.of(
                filter, Optional.of(node(e.greatest() ? "greatest" : "least", of(e.measure())))));
      }
      case Expr.Given e ->
          node("given", before(node("changes", changes(e.changes())), List.of(of(e.body()))));
      case Expr.End e -> node(e.last() ? "last" : "first", rows(e.rows()));
      case Expr.Place e -> node("place", of(e.element()), rows(e.rows()));
      case Expr.Fold e -> fold(e);
      case Expr.Search e -> search(e);
      case Expr.Repeat e -> repeat(e);
    };
  }

  Form variable(int slot) {
    return node("var", number(variables.of(slot)));
  }

  /** A variable that is filled here. */
  Form binding(int slot) {
    return node("var", number(variables.bind(slot)));
  }

  Optional<Form> maybe(String head, Optional<Expr> expr) {
    return Form.maybe(head, expr.map(this::of));
  }

  private static String not(boolean negated, String head) {
    return negated ? "not-" + head : head;
  }

  private static String of(Expr.Arithmetic.Operation operation) {
    return switch (operation) {
      case ADD -> "add";
      case SUBTRACT -> "subtract";
      case MULTIPLY -> "multiply";
      case LESS -> "less";
    };
  }

  List<Form> all(List<Expr> exprs) {
    List<Form> forms = new ArrayList<>();
    exprs.forEach(e -> forms.add(of(e)));
    return forms;
  }

  Optional<Form> some(String head, List<Expr> exprs) {
    return exprs.isEmpty() ? Optional.empty() : Optional.of(node(head, all(exprs)));
  }

  private static List<Form> before(Form first, List<Form> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }

  private Form fact(Expr.FactOf e) {
    Fact fact = in.program().fact(e.fact());
    Optional<Form> row = maybe("of", e.row());
    Optional<Form> arguments = some("with", e.arguments());
    if (fact.origin() == Fact.Origin.LOCAL) {
      return node(node("local", number(in.local(fact))), List.of(row, arguments));
    }
    Subject subject = in.subjects().of(fact);
    in.reads(subject);
    Form name = quoted(Subjects.name(fact.owner(), fact.name()));
    return node(node("fact", name), List.of(row, arguments));
  }

  private Form rowWithKey(Expr.RowWithKey e) {
    in.reads(in.subjects().of(e.entity()));
    Optional<Form> parent = maybe("parent", e.parent());
    return node(
        node(
            "row-with-key",
            quoted(e.entity().name()),
            node("fields", e.fields().stream().map(f -> in.field(e.entity(), f)).toList())),
        List.of(parent, some("keys", e.keys())));
  }

  private Form lookup(String head, Form table, Optional<Expr> owner, List<Expr> keys) {
    Optional<Form> of = maybe("of", owner);
    return node(node(head, table), List.of(of, some("keys", keys)));
  }

  /** Members of a set have no order. */
  private Form among(Expr.Among e) {
    Form operand = of(e.operand());
    List<Form> members = new ArrayList<>();
    for (Value member : e.members()) {
      members.add(in.types().value(e.operand().type(), member));
    }
    return node(not(e.negated(), "among"), before(operand, Sorted.distinct(members)));
  }

  private Form decision(Expr.Decision e) {
    List<Form> arms = new ArrayList<>();
    for (Expr.Decision.Arm arm : e.arms()) {
      arms.add(node("arm", of(arm.condition()), of(arm.value())));
    }
    e.otherwise().ifPresent(o -> arms.add(node("otherwise", of(o))));
    return node("decision", arms);
  }

  private Form aggregate(Expr.Aggregate e) {
    List<Form> binders = new ArrayList<>();
    e.binders().forEach(b -> binders.add(binder(b)));
    Optional<Form> filter = maybe("where", e.filter());
    Form body = of(e.body());
    return node(
        node("aggregate", word(e.kind()), node("over", binders)),
        List.of(filter, Optional.of(body), maybe("weight", e.weight())));
  }

  Form binder(Expr.Binder binder) {
    Form rows = rows(binder.rows());
    return node("each", binding(binder.slot()), rows);
  }

  // ---- Worlds

  private List<Form> changes(List<Change> changes) {
    List<Form> forms = new ArrayList<>();
    changes.forEach(c -> forms.add(change(c)));
    return forms;
  }

  private Form change(Change change) {
    return switch (change) {
      case Change.OfField c -> {
        Form variable = binding(c.slot());
        Optional<Form> family = some("family", c.family());
        Optional<Form> where = maybe("where", c.where());
        yield node(
            node("set-field", variable, quoted(c.entity().name()), in.field(c.entity(), c.field())),
            List.of(family, where, Optional.of(of(c.value()))));
      }
      case Change.OfSystem c -> node("set-system", in.input(c.input()), of(c.value()));
      case Change.OfParam c -> {
        in.reads(in.subjects().of(c.param()));
        yield node("set-param", quoted(c.param().name()), of(c.value()));
      }
      case Change.OfRow c -> {
        in.reads(in.subjects().of(c.entity()));
        List<Form> settings = new ArrayList<>();
        c.settings()
            .forEach(s -> settings.add(setting(c.entity(), s.field(), s.member(), of(s.value()))));
        yield node("add-row", before(quoted(c.entity().name()), settings));
      }
    };
  }

  /** A column of a row that is made, and its value. */
  Form setting(EntityRef entity, int field, int member, Form value) {
    Field of = in.program().entity(entity).fields().get(field);
    return node(
        node("set", in.field(entity, field)),
        List.of(
            of.family().isEmpty()
                ? Optional.empty()
                : Optional.of(in.families().column(of, member)),
            Optional.of(value)));
  }

  // ---- Ordered work

  private Form fold(Expr.Fold e) {
    List<Form> starts = starts(e.carried());
    Form binder = binder(e.binder());
    Optional<Form> filter = maybe("where", e.filter());
    Optional<Form> goOn = maybe("while", e.goOn());
    List<Form> turn = turn(e.parts(), e.carried());
    return node(
        node("fold", node("from", starts), binder),
        List.of(filter, goOn, Optional.of(node("turn", turn))));
  }

  private Form repeat(Expr.Repeat e) {
    Form most = of(e.most());
    List<Form> starts = starts(e.carried());
    Form goOn = of(e.goOn());
    return node(
        "repeat",
        node("at-most", most),
        node("from", starts),
        node("while", goOn),
        node("turn", turn(e.parts(), e.carried())));
  }

  private List<Form> starts(List<Expr.Carried> carried) {
    List<Form> starts = new ArrayList<>();
    for (Expr.Carried c : carried) {
      Form start = of(c.start());
      starts.add(node("carry", binding(c.slot()), start));
    }
    return starts;
  }

  private List<Form> turn(List<Expr.Part> parts, List<Expr.Carried> carried) {
    List<Form> turn = new ArrayList<>();
    parts.forEach(p -> turn.add(node("part", binding(p.slot()), of(p.value()))));
    carried.forEach(c -> turn.add(node("next", variable(c.slot()), of(c.next()))));
    return turn;
  }

  private Form search(Expr.Search e) {
    Form from = of(e.from());
    Form to = of(e.to());
    Form step = of(e.step());
    return node(
        "search",
        word(e.last() ? "last" : "first"),
        binding(e.slot()),
        from,
        to,
        step,
        of(e.condition()));
  }

  // ---- Collections

  Form rows(Rows rows) {
    return switch (rows) {
      case Rows.All(var entity) -> {
        in.reads(in.subjects().of(entity));
        yield node("all", quoted(entity.name()));
      }
      case Rows.Children(var parent, var child, int field) ->
          node("children", of(parent), quoted(child.name()), in.field(child, field));
      case Rows.Window w -> {
        Form points = rows(w.points());
        Optional<Form> from = maybe("from", w.from());
        Optional<Form> until = maybe(w.before() ? "before" : "until", w.until());
        Optional<Form> last = maybe("last", w.last());
        yield node(
            node("window", points),
            List.of(from, until, last, when(w.withoutFirst(), "without-first")));
      }
      case Rows.Members(var choice) -> {
        in.reads(in.subjects().of(choice));
        yield node("members", quoted(choice.name()));
      }
      case Rows.Numbers(var from, var to) -> node("numbers", of(from), of(to));
      case Rows.Ordered ordered -> ordered(ordered);
      case Rows.Before(var row, var order) -> {
        Form of = of(row);
        yield node("before", of, ordered(order));
      }
    };
  }

  private Form ordered(Rows.Ordered o) {
    Form binder = binder(o.element());
    Optional<Form> filter = maybe("where", o.filter());
    List<Form> keys = new ArrayList<>();
    o.keys().forEach(k -> keys.add(key(of(k.value()), k.descending())));
    return node(
        node("ordered", binder),
        List.of(filter, Optional.of(node("by", keys)), maybe("take", o.most())));
  }

  static Form key(Form value, boolean descending) {
    return node(descending ? "descending" : "ascending", value);
  }

  Form step(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> word("whole");
      case StepSize.MultipleOf of -> node("multiple-of", of(of.step()));
      case StepSize.Places places -> node("places", of(places.count()));
    };
  }
}
