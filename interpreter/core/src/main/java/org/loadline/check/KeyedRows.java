package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.core.Expr;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.Text;

/** Rows that are found by their key, or by what they refer to. */
final class KeyedRows {
  private final Checker in;

  KeyedRows(Checker in) {
    this.in = in;
  }

  /** {@code fund.insurance}: the row of that key. */
  Denoted named(Entity entity, Name key, Scope s) {
    if (!s.isTest() && in.vocabulary.parts(entity.ref()).contains(key.text())) {
      return partOfNoRow(entity, key);
    }
    Optional<Field> field = keyField(entity);
    boolean oneOfMany = entity.parent().isPresent() && !s.isTest();
    if (field.isEmpty() || !(field.get().type() instanceof Type.Text) || oneOfMany) {
      in.complaints.say(
          FormulaProblem.NO_KEY,
          key.span(),
          "entity",
          entity.name(),
          "given",
          "the name `" + key.text() + "`",
          "identity",
          identity(entity));
      return new Denoted.Broken();
    }
    Expr text = new Expr.Constant(Type.TEXT, key.span(), new Text(key.text()));
    return Denoted.value(
        found(
            entity,
            Optional.empty(),
            Optional.empty(),
            List.of(field.get()),
            List.of(text),
            key.span(),
            s));
  }

  /** {@code venue.fee}, where {@code fee} is what each venue has, means no venue of that name. */
  private Denoted partOfNoRow(Entity entity, Name part) {
    in.complaints.sayWithHint(
        FormulaProblem.ENTITY_IS_NOT_A_ROW,
        part.span(),
        keyField(entity).isPresent()
            ? "Every {name} has its own `{part}`: name one by its key, as in"
                + " `{name}(\"…\").{part}`, or write `{part}` alone inside `for each {name}`."
            : "Every {name} has its own `{part}`: write it alone inside `for each {name}`.",
        "name",
        entity.name(),
        "part",
        part.text());
    return new Denoted.Broken();
  }

  private static Optional<Field> keyField(Entity entity) {
    return entity.key().isPresent()
        ? Optional.of(entity.fields().get(entity.key().getAsInt()))
        : Optional.empty();
  }

  private static String identity(Entity entity) {
    return entity.identity().stream()
        .map(f -> "`" + f.name() + "`")
        .collect(Collectors.joining(" and "));
  }

  /** {@code accounts(1)}, {@code account.holdings(token)}: a row by its key or its references. */
  Denoted keyed(
      Entity entity, Optional<Expr> parent, Optional<Integer> over, Expression.Call call, Scope s) {
    List<Field> fields =
        keyField(entity)
            .map(List::of)
            .orElseGet(
                () ->
                    entity.identity().stream()
                        .filter(f -> over.filter(o -> o == f.index()).isEmpty())
                        .toList());
    if (fields.isEmpty() || fields.size() != call.arguments().size()) {
      in.complaints.say(
          FormulaProblem.NO_KEY,
          call.span(),
          "entity",
          entity.name(),
          "given",
          call.arguments().size() + (call.arguments().size() == 1 ? " value" : " values"),
          "identity",
          fields.isEmpty()
              ? "nothing but their order"
              : fields.stream()
                  .map(f -> "`" + f.name() + "`")
                  .collect(Collectors.joining(" and ")));
      return new Denoted.Broken();
    }
    List<Expr> keys = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Expression argument = call.arguments().get(i).value();
      Type wanted = fields.get(i).type().present();
      Expr key = in.fitness.present(in.formulas.check(argument, s, Ask.of(wanted)));
      keys.add(asKey(key, wanted, "a key", s));
    }
    return Open.anyBroken(keys)
        ? new Denoted.Broken()
        : Denoted.value(found(entity, parent, over, fields, keys, call.span(), s));
  }

  private Expr found(
      Entity entity,
      Optional<Expr> parent,
      Optional<Integer> over,
      List<Field> fields,
      List<Expr> keys,
      Span span,
      Scope s) {
    List<Integer> places = Stream.concat(over.stream(), fields.stream().map(Field::index)).toList();
    Type anyhow = new Type.RowOf(entity.ref(), RowPath.self(entity.name()));
    Expr.RowWithKey row = new Expr.RowWithKey(anyhow, span, entity.ref(), parent, places, keys);
    RowPath path = path(row, s, span);
    parent
        .flatMap(Denoted::row)
        .ifPresent(
            p ->
                in.paths.leads(
                    path.then(entity.fields().get(over.orElseThrow()).name()), p.path()));
    for (int i = 0; i < keys.size(); i++) {
      String reference = fields.get(i).name();
      Denoted.row(keys.get(i)).ifPresent(k -> in.paths.leads(path.then(reference), k.path()));
    }
    Expr typed = Retyping.as(row, new Type.RowOf(entity.ref(), path));
    return s.shown().narrowed(typed);
  }

  /** One formula finds one row, so it has one path wherever it stands in a definition. */
  RowPath path(Expr found, Scope s, Span span) {
    Optional<String> key = PathKey.of(found);
    boolean constant =
        found instanceof Expr.RowWithKey r
            && r.parent().isEmpty()
            && r.keys().stream().allMatch(Expr.Constant.class::isInstance);
    RowPath fresh = in.paths.fresh(Quote.of(span), constant ? Set.of() : s.around());
    return key.map(k -> s.frame().found().computeIfAbsent(k, x -> fresh)).orElse(fresh);
  }

  /** What to write where a row is wanted and its key stands. */
  private Optional<String> rowOf(Type wanted, Expr key, Scope s) {
    return wanted instanceof Type.RowOf row
        ? keyField(in.vocabulary.entity(row.entity()))
            .filter(field -> in.fitness.fits(key.type(), field.type(), s))
            .map(field -> "Write `" + row.entity() + "(" + Quote.of(key.span()) + ")`.")
        : Optional.empty();
  }

  /** A key must have the type of what it is held against; a fraction is no key of equality. */
  Expr asKey(Expr key, Type wanted, String what, Scope s) {
    if (Open.isBroken(key)) {
      return key;
    }
    if (!in.fitness.fits(key.type(), wanted, s)) {
      if (key.type() instanceof Type.Quantity && wanted instanceof Type.Quantity) {
        Expr stand = new Expr.Constant(wanted, key.span(), Exact.ONE);
        return in.fitness.mismatch(key, stand, "compare", key.span());
      }
      return in.complaints.sayWithHint(
          TypeProblem.EXPECTED,
          key.span(),
          rowOf(wanted, key, s).orElse(TypeProblem.EXPECTED.hint()),
          "expected",
          TypeText.of(wanted),
          "given",
          TypeText.of(key.type()));
    }
    if (key.type() instanceof Type.Quantity q && q.orUnlimited()) {
      return in.fitness.finite(key, "a lookup");
    }
    if (!what.isEmpty() && key.type() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL) {
      return in.complaints.say(TypeProblem.DECIMAL_NEEDED, key.span(), "what", what);
    }
    return wanted instanceof Type.Quantity q ? Retyping.inUnit(key, q.unit()) : key;
  }
}
