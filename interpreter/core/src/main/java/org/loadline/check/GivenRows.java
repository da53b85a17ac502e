package org.loadline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.TestCase;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.GivenRow;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.Name;
import org.loadline.syntax.TableRow;
import org.loadline.values.None;
import org.loadline.values.Value;

/** What a test gives: rows with their children, inputs of no row, params. */
final class GivenRows {
  private final Checker in;
  private final GivenNames names;
  private final WrittenValues values;
  private final Scope nowhere = WrittenValues.nowhere();
  private final List<TestCase.GivenRow> rows = new ArrayList<>();
  private final Map<InputRef, Value> system = new LinkedHashMap<>();
  private final Map<ParamRef, Value> params = new LinkedHashMap<>();
  private final Map<EntityRef, Map<Value, List<Span>>> keys = new LinkedHashMap<>();

  GivenRows(Checker in) {
    this.in = in;
    this.names = new GivenNames(in);
    this.values = new WrittenValues(in);
  }

  List<TestCase.GivenRow> rows() {
    return rows;
  }

  Map<InputRef, Value> system() {
    return system;
  }

  Map<ParamRef, Value> params() {
    return params;
  }

  /** The keys of the rows given, with their places. */
  Map<EntityRef, Map<Value, List<Span>>> keys() {
    return keys;
  }

  void add(GivenRow given) {
    String subject = given.subject().text();
    Optional<Entity> entity = in.vocabulary.kind(subject);
    if (entity.filter(Entity::isGroup).isPresent()) {
      in.complaints.say(OrderProblem.GROUP_GIVEN, given.subject().span(), "name", subject);
    } else if (entity.isPresent()) {
      row(entity.get(), given);
    } else if (subject.equals("system")) {
      given.settings().forEach(this::input);
      given.children().forEach(this::ofWhole);
    } else if (subject.equals("param")) {
      given.settings().forEach(this::param);
    } else {
      names.noSubject(given.subject());
    }
  }

  private void input(GivenRow.Setting setting) {
    String name = setting.name().text();
    Optional<InputRef> input =
        in.vocabulary.input(name).or(() -> in.vocabulary.input(GivenStates.input(name)));
    if (input.isEmpty()) {
      names.unknown(
          setting.name(),
          "The system",
          in.vocabulary.fact(Optional.empty(), setting.name().text()),
          in.vocabulary.bound().system());
      return;
    }
    Type type = GivenStates.type(in.vocabulary.bound().system().get(input.get().index()));
    values
        .of(setting.value(), type, nowhere)
        .ifPresent(value -> once(system.put(input.get(), value) == null, setting.name()));
  }

  private void param(GivenRow.Setting setting) {
    Optional<Param> param = names.knownParam(setting.name());
    if (param.isPresent()) {
      values
          .of(setting.value(), param.get().type(), nowhere)
          .ifPresent(value -> once(params.put(param.get().ref(), value) == null, setting.name()));
    }
  }

  private void once(boolean first, Name name) {
    if (!first) {
      in.complaints.say(FormulaProblem.GIVEN_TWICE, name.span(), "name", name.text());
    }
  }

  private void row(Entity entity, GivenRow given) {
    List<TestCase.GivenField> fields = new ArrayList<>();
    Optional<Value> key = given.key().flatMap(k -> values.key(k, entity, nowhere));
    key.ifPresent(
        value -> {
          Span span = given.key().get().span();
          fields.add(new TestCase.GivenField(entity.key().orElseThrow(), 0, value, span));
        });
    for (GivenRow.Setting setting : given.settings()) {
      field(entity, setting.name(), setting.family(), setting.value())
          .ifPresent(f -> addOnce(fields, f, setting.name().text()));
    }
    if (given.key().isEmpty() || key.isPresent()) {
      add(entity, fields, given.span(), given.subject().span());
    }
    given.children().forEach(children -> children(entity, given, key, children));
  }

  private void addOnce(List<TestCase.GivenField> fields, TestCase.GivenField field, String name) {
    boolean twice =
        fields.stream().anyMatch(f -> f.field() == field.field() && f.member() == field.member());
    if (twice) {
      in.complaints.say(FormulaProblem.GIVEN_TWICE, field.span(), "name", name);
    } else {
      fields.add(field);
    }
  }

  private void add(Entity entity, List<TestCase.GivenField> fields, Span span, Span at) {
    rows.add(new TestCase.GivenRow(entity.ref(), fields, span));
    if (entity.key().isEmpty()) {
      return;
    }
    Optional<TestCase.GivenField> key =
        fields.stream().filter(f -> f.field() == entity.key().getAsInt()).findFirst();
    if (key.isEmpty()) {
      in.complaints.say(FormulaProblem.KEY_MISSING, at, "entity", entity.name());
      return;
    }
    List<Span> places =
        keys.computeIfAbsent(entity.ref(), e -> new LinkedHashMap<>())
            .computeIfAbsent(key.get().value(), k -> new ArrayList<>());
    if (places.isEmpty() || entity.parent().isPresent()) {
      places.add(key.get().span());
    } else {
      Span again = key.get().span();
      in.complaints.say(FormulaProblem.GIVEN_TWICE, again, "name", again.text());
    }
  }

  private Optional<TestCase.GivenField> field(
      Entity entity, Name name, List<Name> family, Expression written) {
    Optional<Field> field =
        entity.field(name.text()).or(() -> entity.field(GivenStates.input(name.text())));
    if (field.isEmpty()) {
      names.unknown(
          name,
          "A row of `" + entity.name() + "`",
          in.vocabulary.fact(Optional.of(entity.ref()), name.text()),
          entity.given());
      return Optional.empty();
    }
    if (field.get().role() == Field.Role.MADE) {
      in.complaints.say(OrderProblem.MADE_GIVEN, name.span(), "name", name.text());
      return Optional.empty();
    }
    Optional<Integer> member = names.member(field.get(), family, name);
    return member.flatMap(
        place ->
            values
                .of(written, GivenStates.type(field.get()), nowhere)
                .map(v -> new TestCase.GivenField(field.get().index(), place, v, written.span())));
  }

  /** The points of a series of no row. */
  private void ofWhole(GivenRow.GivenChildren children) {
    Optional<Entity> series = in.vocabulary.all(children.plural().text()).filter(Entity::isSeries);
    if (series.isEmpty()) {
      in.complaints.say(
          SeriesFormulaProblem.NOT_A_SERIES,
          children.plural().span(),
          "what",
          children.plural().text());
    } else {
      children.rows().forEach(row -> child(series.get(), List.of(), children.header(), row));
    }
  }

  private void children(
      Entity parent, GivenRow given, Optional<Value> key, GivenRow.GivenChildren children) {
    Optional<Vocabulary.Child> child =
        in.vocabulary.children(parent.ref(), children.plural().text());
    if (child.isEmpty()) {
      List<String> plurals = in.vocabulary.plurals(parent.ref());
      in.complaints.sayWithHint(
          FormulaProblem.NOT_CHILDREN,
          children.plural().span(),
          Suggestions.hint(children.plural().text(), plurals, FormulaProblem.NOT_CHILDREN.hint()),
          "name",
          children.plural().text(),
          "entity",
          parent.name(),
          "plurals",
          String.join(", ", plurals));
      return;
    }
    if (key.isEmpty()) {
      if (given.key().isEmpty()) {
        in.complaints.say(
            FormulaProblem.KEY_MISSING, given.subject().span(), "entity", parent.name());
      }
      return;
    }
    TestCase.GivenField back =
        new TestCase.GivenField(child.get().field().index(), 0, key.get(), given.subject().span());
    for (TableRow row : children.rows()) {
      child(child.get().entity(), List.of(back), children.header(), row);
    }
  }

  private void child(
      Entity entity, List<TestCase.GivenField> back, List<HeaderCell> header, TableRow row) {
    if (row.cells().size() != header.size()) {
      in.complaints.say(
          FormulaProblem.ROW_WIDTH,
          row.span(),
          "given",
          Quote.cells(row.cells().size()),
          "expected",
          String.valueOf(header.size()));
      return;
    }
    List<TestCase.GivenField> fields = new ArrayList<>(back);
    for (int i = 0; i < header.size(); i++) {
      HeaderCell head = header.get(i);
      Column column = column(head);
      field(entity, column.name, column.family, WrittenValues.formula(row.cells().get(i)))
          .ifPresent(f -> addOnce(fields, f, head.text()));
    }
    add(entity, fields, row.span(), row.span());
  }

  private record Column(Name name, List<Name> family) {}

  /** {@code weight(initial)} heads a column of a family. */
  private static Column column(HeaderCell head) {
    int open = head.text().indexOf('(');
    if (open < 0 || !head.text().endsWith(")")) {
      return new Column(new Name(head.text(), head.span()), List.of());
    }
    List<Name> family = new ArrayList<>();
    for (String member : head.text().substring(open + 1, head.text().length() - 1).split(",")) {
      family.add(new Name(member.strip(), head.span()));
    }
    return new Column(new Name(head.text().substring(0, open).strip(), head.span()), family);
  }

  /** Times of states are given as durations: turns them into moments, counted back from now. */
  void countBack() {
    GivenStates states = new GivenStates(in, system);
    states.countBack();
    rows.replaceAll(states::countBack);
  }

  /** Every reference that is given leads to a row that is given. */
  void checkReferences() {
    for (TestCase.GivenRow row : rows) {
      Entity entity = in.vocabulary.entity(row.entity());
      for (TestCase.GivenField given : row.fields()) {
        Field field = entity.fields().get(given.field());
        if (field.type().present() instanceof Type.RowOf to
            && given.value() != None.INSTANCE
            && !keys.getOrDefault(to.entity(), Map.of()).containsKey(given.value())) {
          in.complaints.say(
              FormulaProblem.ROW_NOT_GIVEN,
              given.span(),
              "entity",
              to.entity().name(),
              "key",
              WrittenValues.shown(given.value()));
        }
      }
    }
  }
}
