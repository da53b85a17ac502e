package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Table.Match;
import org.loadline.model.Table.Mode;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableShape.TableKey;
import org.loadline.syntax.TableShape.Word;

/** Builds tables whose rows are rows of the snapshot. */
final class SnapshotTables {
  private final Declared declared;
  private final List<Entity> entities;
  private final DiagnosticSink sink;
  private final MemberNames members;

  SnapshotTables(
      Declared declared, List<Entity> entities, MemberNames members, DiagnosticSink sink) {
    this.declared = declared;
    this.entities = entities;
    this.members = members;
    this.sink = sink;
  }

  private record Source(Entity rows, OptionalInt owner) {}

  Optional<TableParts> build(Declared.OfTable table, TableBody.FromSnapshot body) {
    Declaration.Table written = table.declaration();
    if (!new TableForms(sink).wordsAgree(written)) {
      return Optional.empty();
    }
    Optional<Source> source =
        body.owner().isPresent()
            ? ofOwner(written.name(), body.owner().get(), body.rows())
            : ofAll(body.rows());
    return source.map(s -> assemble(table, s));
  }

  private Optional<Source> ofOwner(Name table, Name owner, Name rows) {
    Optional<EntityRef> known = declared.entityNamed(owner.text());
    if (known.isEmpty()) {
      NoSuchEntity.say(sink, owner, declared);
      return Optional.empty();
    }
    members.table(known.get(), table);
    List<String> plurals = new ArrayList<>();
    for (Entity entity : entities) {
      for (Field field : entity.fields()) {
        boolean back =
            field.plural().isPresent()
                && field.type().present() instanceof Type.RowOf row
                && row.entity().equals(known.get());
        if (back && field.plural().get().equals(rows.text())) {
          return Optional.of(new Source(entity, OptionalInt.of(field.index())));
        }
        if (back) {
          plurals.add(field.plural().get());
        }
      }
    }
    noRows(rows, "`" + owner + "`", plurals);
    return Optional.empty();
  }

  private Optional<Source> ofAll(Name rows) {
    Optional<Entity> entity =
        entities.stream().filter(e -> e.plural().equals(rows.text())).findFirst();
    if (entity.isEmpty()) {
      noRows(rows, "The snapshot", entities.stream().map(Entity::plural).toList());
    }
    return entity.map(e -> new Source(e, OptionalInt.empty()));
  }

  private void noRows(Name rows, String owner, List<String> known) {
    new Saying(sink, NameProblem.NO_SUCH_ROWS, rows.span())
        .with("owner", owner)
        .with("name", rows)
        .hint(Suggestions.hint(rows.text(), known, NameProblem.NO_SUCH_ROWS.hint()))
        .send();
  }

  private TableParts assemble(Declared.OfTable table, Source source) {
    Declaration.Table written = table.declaration();
    Mode mode = WrittenRows.mode(written.shape());
    List<Table.Key> keys = new ArrayList<>();
    List<TableKey> names = written.shape().keys();
    for (TableKey key : names) {
      boolean last = key == names.getLast();
      field(source.rows(), key).flatMap(f -> key(key, f, last)).ifPresent(keys::add);
    }
    if (keys.size() == names.size()) {
      checkForm(written, mode, keys, source.rows());
    }
    return new TableParts(
        new Table(
            table.ref(),
            source.rows().ref(),
            source.owner(),
            keys,
            mode,
            written.shape().words().contains(Word.CLAMP),
            written.shape().words().contains(Word.SYMMETRIC),
            false,
            List.of(),
            written.doc().text(),
            written.name().span()),
        List.of());
  }

  private Optional<Field> field(Entity rows, TableKey key) {
    Optional<Field> field = rows.field(key.name().text());
    if (field.isEmpty()) {
      List<String> known = rows.fields().stream().map(Field::name).toList();
      String all = String.join(", ", known.stream().map(n -> "`" + n + "`").toList());
      String hint = NameProblem.NO_SUCH_FIELD.hint();
      new Saying(sink, NameProblem.NO_SUCH_FIELD, key.span())
          .with("entity", rows.name())
          .with("name", key.name())
          .with("fields", all)
          .hint(Suggestions.hint(key.name().text(), known, hint))
          .send();
    }
    return field;
  }

  private Optional<Table.Key> key(TableKey key, Field field, boolean last) {
    boolean bound = last && isOrdered(field.type());
    Optional<String> reason =
        !field.family().isEmpty()
            ? Optional.of("it is a column family")
            : field.type().isOptional() && !bound
                ? Optional.of("it may be `none`")
                : field.type().present() instanceof Type.Quantity quantity && quantity.orUnlimited()
                    ? Optional.of("it may be `unlimited`")
                    : Optional.empty();
    if (reason.isPresent()) {
      new Saying(sink, TableProblem.KEY_FIELD, key.span())
          .with("name", field.name())
          .with("reason", reason.get())
          .also(field.span(), "declared here")
          .send();
      return Optional.empty();
    }
    Match match = bound ? new Match.FromBound(field.index()) : new Match.Equal(field.index());
    return Optional.of(new Table.Key(field.name(), field.type().present(), match));
  }

  private static boolean isOrdered(Type type) {
    return type.present() instanceof Type.Quantity
        || type.present() instanceof Type.Date
        || type.present() instanceof Type.Instant;
  }

  private void checkForm(Declaration.Table table, Mode mode, List<Table.Key> keys, Entity rows) {
    boolean bound = keys.getLast().match() instanceof Match.FromBound;
    boolean clamp = table.shape().words().contains(Word.CLAMP);
    if (mode != Mode.ROW && keys.size() > 1) {
      TableProblem problem =
          mode == Mode.MARGINAL ? TableProblem.MARGINAL_KEY : TableProblem.LINEAR_KEYS;
      new Saying(sink, problem, table.name().span()).send();
    } else if (mode != Mode.ROW && !bound) {
      new Saying(sink, TableProblem.SNAPSHOT_FORM, table.name().span())
          .with("form", mode.name().toLowerCase(Locale.ROOT))
          .with("name", keys.getLast().name())
          .with("kind", TypeWords.of(keys.getLast().type()))
          .send();
    } else if (clamp && !bound) {
      new Saying(sink, TableProblem.CLAMP_WITHOUT_BOUNDS, table.name().span())
          .with("table", table.name())
          .send();
    }
    boolean symmetric = table.shape().words().contains(Word.SYMMETRIC);
    boolean pair = keys.size() == 2 && sameKind(keys.get(0).type(), keys.get(1).type());
    if (symmetric && !pair) {
      new Saying(sink, TableProblem.SYMMETRIC_KEYS, table.name().span()).send();
    }
    boolean numbers =
        rows.fields().stream()
            .anyMatch(
                f ->
                    f.role() == Field.Role.INPUT
                        && f.type() instanceof Type.Quantity
                        && !f.name().equals(keys.getLast().name()));
    if (mode != Mode.ROW && !numbers) {
      new Saying(sink, TableProblem.NO_NUMBERS, table.name().span())
          .with("table", table.name())
          .send();
    }
  }

  private static boolean sameKind(Type left, Type right) {
    return left instanceof Type.RowOf a && right instanceof Type.RowOf b
        ? a.entity().equals(b.entity())
        : left.equals(right);
  }
}
